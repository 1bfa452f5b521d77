/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* The outline of a template changed: each function gives a new template, and leaves its own as it is. */

/**
 * MlgOutlinePlace:
 * @line: where a piece, heading, clause or criterion begins in the XML of the template, as MlgReadingItem tells
 * @title: (nullable): what it is called there: when something else is there by now, nothing is changed
 */
typedef struct
{
  int line;
  const char *title;
} MlgOutlinePlace;

/** Where to it goes among what is around it. */
typedef enum
{
  MLG_OUTLINE_UP,
  MLG_OUTLINE_DOWN,
  MLG_OUTLINE_IN,  /* into the section before it */
  MLG_OUTLINE_OUT, /* after the section, condition or repeat around it */
  MLG_OUTLINE_N_STEPS,
} MlgOutlineStep;

MlgTemplate *mlg_outline_move (MlgTemplate *template,
                               const MlgOutlinePlace *place,
                               MlgOutlineStep step,
                               GError **error);
MlgTemplate *mlg_outline_drop (MlgTemplate *template,
                               const MlgOutlinePlace *place,
                               const MlgOutlinePlace *target,
                               GError **error);
MlgTemplate *
mlg_outline_remove (MlgTemplate *template, const MlgOutlinePlace *place, GError **error);
MlgTemplate *mlg_outline_rename (MlgTemplate *template,
                                 const MlgOutlinePlace *place,
                                 const char *title,
                                 GError **error);
MlgTemplate *mlg_outline_add_section (MlgTemplate *template,
                                      const MlgOutlinePlace *place,
                                      const char *title,
                                      GError **error);
MlgTemplate *mlg_outline_add_piece (MlgTemplate *template,
                                    const MlgOutlinePlace *place,
                                    const char *role,
                                    const char *title,
                                    GError **error);
MlgTemplate *mlg_outline_add_clause (MlgTemplate *template,
                                     const MlgOutlinePlace *place,
                                     MlgRecord *clause,
                                     GError **error);

MlgTemplate *mlg_outline_swap_clause (MlgTemplate *template,
                                      const MlgOutlinePlace *place,
                                      MlgRecord *clause,
                                      GError **error);

char *mlg_outline_get_condition (MlgTemplate *template, const MlgOutlinePlace *place);
MlgTemplate *mlg_outline_set_control (MlgTemplate *template,
                                      const MlgOutlinePlace *place,
                                      const char *test,
                                      const char *select,
                                      GError **error);
char *mlg_outline_get_repeat (MlgTemplate *template, const MlgOutlinePlace *place);

G_END_DECLS
