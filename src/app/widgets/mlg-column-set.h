/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-field-label.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

/* For what cannot be sorted by. */
#define MLG_COLUMN_UNSORTED (G_MAXUINT - 1)

/**
 * MlgColumn:
 * @name: its name in settings and actions
 * @title: marked N_()
 * @field: what it shows
 * @format: (nullable): how people read it
 * @sort: the field by which it sorts the list, or %MLG_QUERY_BY_NAME, or
 *   %MLG_COLUMN_UNSORTED
 * @number: whether it holds numbers
 * @width: px, at the usual size of text; 0 for the rest of the width
 * @hidden: whether it is shown only when asked for
 * @latest_first: whether the list is sorted by it at first, from the end
 * @make_cell: (nullable): makes the cell of a column that shows more than a field
 * @set_record: with @make_cell: shows a record in such a cell; %NULL for none
 *
 * A column of a list of records.
 */
typedef struct
{
  const char *name;
  const char *title;
  guint field;
  MlgFieldFormat format;
  guint sort;
  gboolean number;
  int width;
  gboolean hidden;
  gboolean latest_first;
  GtkWidget *(*make_cell) (MlgStore *store);
  void (*set_record) (GtkWidget *cell, MlgRecord *record);
} MlgColumn;

#define MLG_TYPE_COLUMN_SET (mlg_column_set_get_type ())
G_DECLARE_FINAL_TYPE (MlgColumnSet, mlg_column_set, MLG, COLUMN_SET, GObject)

MlgColumnSet *mlg_column_set_new (GtkColumnView *view, const MlgColumn *columns, MlgStore *store);
void mlg_column_set_remember (MlgColumnSet *self, GSettings *settings, const char *key);
GMenuModel *mlg_column_set_get_menu (MlgColumnSet *self);
GActionGroup *mlg_column_set_get_actions (MlgColumnSet *self);
const MlgColumn *mlg_column_set_get_sort (MlgColumnSet *self, gboolean *descending);

G_END_DECLS
