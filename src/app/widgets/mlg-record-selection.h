/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record-list.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_SELECTION (mlg_record_selection_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordSelection, mlg_record_selection, MLG, RECORD_SELECTION, GObject)

MlgRecordSelection *mlg_record_selection_new (MlgRecordList *list);
guint mlg_record_selection_get_n (MlgRecordSelection *self);
GArray *mlg_record_selection_get_ids (MlgRecordSelection *self);
gint64 mlg_record_selection_get_only (MlgRecordSelection *self);
gboolean mlg_record_selection_choose (MlgRecordSelection *self, gint64 id, guint *position);

G_END_DECLS
