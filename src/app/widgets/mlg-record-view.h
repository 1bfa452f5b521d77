/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-record-table.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_VIEW (mlg_record_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (MlgRecordView, mlg_record_view, MLG, RECORD_VIEW, GtkWidget)

/**
 * MlgRecordViewClass:
 * @actions: (nullable): static, ended by %NULL: the actions that need something to be chosen
 * @remove: (nullable): removes one, in the writer's thread; %NULL when nothing is removed here
 * @name_removal: (transfer full): the name of the action that removes so many
 * @describe_removal: (transfer full): what is said once so many are removed
 * @read_summary: reads what the list, a #MlgQuery, adds up to; by default how many it lists, a #gint64
 * @free_summary: frees what @read_summary gives
 * @write_summary: (transfer full): what the list adds up to, in words
 * @ask: (nullable): the list asks for something else
 */
struct _MlgRecordViewClass
{
  GtkWidgetClass parent_class;

  const char *const *actions;
  gboolean (*remove) (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
  char *(*name_removal) (MlgRecordView *self, guint n);
  char *(*describe_removal) (MlgRecordView *self, guint n);
  MlgReadFunc read_summary;
  GDestroyNotify free_summary;
  char *(*write_summary) (MlgRecordView *self, gconstpointer summary);
  void (*ask) (MlgRecordView *self, MlgQuery *query);
};

void mlg_record_view_set_kind (MlgRecordView *self, const MlgTableKind *kind, MlgStore *store);
MlgRecordTable *mlg_record_view_get_table (MlgRecordView *self);
GArray *mlg_record_view_get_chosen (MlgRecordView *self);

G_END_DECLS
