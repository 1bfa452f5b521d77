/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-query.h"
#include "mlg-record.h"
#include "mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_LIST (mlg_record_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordList, mlg_record_list, MLG, RECORD_LIST, GObject)

MlgRecordList *mlg_record_list_new (MlgStore *store, MlgQuery *query);
MlgStore *mlg_record_list_get_store (MlgRecordList *self);
MlgQuery *mlg_record_list_get_query (MlgRecordList *self);
void mlg_record_list_set_query (MlgRecordList *self, MlgQuery *query);
gboolean mlg_record_list_is_loading (MlgRecordList *self);
const GError *mlg_record_list_get_error (MlgRecordList *self);
gboolean mlg_record_list_find (MlgRecordList *self, gint64 id, guint *position);
GArray *mlg_record_list_get_ids (MlgRecordList *self);

G_END_DECLS
