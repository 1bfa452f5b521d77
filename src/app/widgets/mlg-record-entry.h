/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_ENTRY (mlg_record_entry_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordEntry, mlg_record_entry, MLG, RECORD_ENTRY, GtkWidget)

GtkWidget *mlg_record_entry_new (MlgStore *store, const MlgKind *kind);
void mlg_record_entry_set_name (MlgRecordEntry *self, const char *name);
void mlg_record_entry_set_record (MlgRecordEntry *self, gint64 id, const char *name);
gint64 mlg_record_entry_get_id (MlgRecordEntry *self);
gboolean mlg_record_entry_is_waiting (MlgRecordEntry *self);
const char *mlg_record_entry_get_text (MlgRecordEntry *self);
char *mlg_record_entry_dup_value (MlgRecordEntry *self);

G_END_DECLS
