/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/mlg-import.h"

G_BEGIN_DECLS

#define MLG_TYPE_IMPORT_ROW_VIEW (mlg_import_row_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgImportRowView, mlg_import_row_view, MLG, IMPORT_ROW_VIEW, GtkWidget)

void mlg_import_row_view_show (MlgImportRowView *self, MlgImportPlan *plan, guint row);
void mlg_import_row_view_clear (MlgImportRowView *self);

G_END_DECLS
