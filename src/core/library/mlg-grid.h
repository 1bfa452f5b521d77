/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "store/mlg-connection.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

/** A table to work with: printed, or filled in a spreadsheet. */
typedef struct
{
  char *title;        /* (owned) */
  char *intro;        /* (owned) (nullable) what to do with it */
  GPtrArray *columns; /* (owned) (element-type utf8) headings */
  const char *widths; /* static: of the columns, as documents say them */
  GPtrArray *rows;    /* (owned) (element-type GStrv) a cell for each column */
} MlgGrid;

MlgGrid *mlg_grid_new_for_need (MlgConnection *db, gint64 draft, GError **error);
MlgGrid *mlg_grid_new_for_offers (MlgAnswers *answers);
MlgGrid *mlg_grid_new_for_follow_up (MlgAnswers *answers, GError **error);
MlgGrid *mlg_grid_new (MlgConnection *db, gint64 draft, const char *name, GError **error);
const char *const *mlg_grid_list (void);
void mlg_grid_free (MlgGrid *self);
MlgDocument *mlg_grid_to_document (const MlgGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgGrid, mlg_grid_free)

G_END_DECLS
