/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-column-set.h"
#include "mlg-facet-button.h"
#include "mlg-record-row.h"
#include "mlg-record-selection.h"

G_BEGIN_DECLS

/**
 * MlgTableKind:
 * @kind: the kind of records
 * @title: of the list, for those who do not see it; marked N_()
 * @search: what the search entry says; marked N_()
 * @columns: static, ended by one without a name
 * @facets: static, ended by one without a name
 * @line: (nullable): the second line of a row, where there is no room for columns
 * @line_column: (nullable): the name of the column that makes the second line instead, of those that
 *   make their cells themselves
 * @settings_key: static: where the person's columns are kept
 * @base: (nullable): which of the kind are listed at all; %NULL for all of them
 *
 * What a table lists and how.
 */
typedef struct
{
  const MlgKind *kind;
  const char *title;
  const char *search;
  const MlgColumn *columns;
  const MlgFacetKind *facets;
  MlgRecordText line;
  const char *line_column;
  const char *settings_key;
  MlgQuery *(*base) (MlgQuery *all);
} MlgTableKind;

#define MLG_TYPE_RECORD_TABLE (mlg_record_table_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordTable, mlg_record_table, MLG, RECORD_TABLE, GtkWidget)

void mlg_record_table_set_kind (MlgRecordTable *self, const MlgTableKind *kind, MlgStore *store);
MlgRecordList *mlg_record_table_get_list (MlgRecordTable *self);
MlgRecordSelection *mlg_record_table_get_selection (MlgRecordTable *self);
MlgColumnSet *mlg_record_table_get_columns (MlgRecordTable *self);
GtkSearchBar *mlg_record_table_get_search_bar (MlgRecordTable *self);
const char *mlg_record_table_get_state (MlgRecordTable *self);
gboolean mlg_record_table_is_empty (MlgRecordTable *self);
void mlg_record_table_set_summary (MlgRecordTable *self, const char *summary);
void mlg_record_table_set_leaves_out (MlgRecordTable *self, gboolean leaves_out);
void mlg_record_table_search (MlgRecordTable *self);
void mlg_record_table_narrow (MlgRecordTable *self,
                              const char *facet,
                              const char *value,
                              const char *title);
void mlg_record_table_choose (MlgRecordTable *self, gint64 id);
void mlg_record_table_unselect (MlgRecordTable *self);

G_END_DECLS
