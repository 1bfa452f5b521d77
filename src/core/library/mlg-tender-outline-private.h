/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-tender-outline.h"

G_BEGIN_DECLS

/* A copy of the tree of a template, to be changed, and the part of it that is changed. */
typedef struct
{
  xmlDoc *tree;  /* (owned) (nullable) */
  xmlNode *node; /* (unowned) a piece, section, clause or criterion */
  char *name;    /* (owned) of the template */
} MlgOutlineChange;

gboolean mlg_outline_change_start (MlgOutlineChange *self,
                                   MlgTemplate *template,
                                   const MlgOutlinePlace *place,
                                   GError **error);
xmlNode *mlg_outline_change_find (MlgOutlineChange *self,
                                  MlgTemplate *template,
                                  const MlgOutlinePlace *place,
                                  GError **error);
MlgTemplate *mlg_outline_change_finish (MlgOutlineChange *self, GError **error);
void mlg_outline_change_clear (MlgOutlineChange *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgOutlineChange, mlg_outline_change_clear)

xmlNode *mlg_outline_find (MlgTemplate *template, const MlgOutlinePlace *place);
gboolean mlg_outline_is_control (const xmlNode *node);
xmlNode *mlg_outline_get_whole (xmlNode *node);
void mlg_outline_refuse (GError **error, const char *why);
xmlNode *mlg_outline_get_room (xmlNode *node);

G_END_DECLS
