/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_SHEET_DETAILS (mlg_sheet_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgSheetDetails, mlg_sheet_details, MLG, SHEET_DETAILS, GtkWidget)

void mlg_sheet_details_set_store (MlgSheetDetails *self, MlgStore *store);
void mlg_sheet_details_set_id (MlgSheetDetails *self, gint64 id);
MlgRecord *mlg_sheet_details_get_record (MlgSheetDetails *self);

G_END_DECLS
