/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-column-set.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgRecordText:
 *
 * Returns: (transfer full) (nullable): one line about a record
 */
typedef char *(*MlgRecordText) (MlgRecord *record);

#define MLG_TYPE_RECORD_ROW (mlg_record_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordRow, mlg_record_row, MLG, RECORD_ROW, GtkWidget)

GtkWidget *mlg_record_row_new (MlgRecordText subtitle);
void mlg_record_row_set_record (MlgRecordRow *self, MlgRecord *record);
GtkListItemFactory *mlg_record_row_make_factory (MlgRecordText subtitle);
GtkListItemFactory *mlg_record_row_make_cell_factory (const MlgColumn *column, MlgStore *store);

G_END_DECLS
