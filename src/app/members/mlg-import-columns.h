/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/mlg-import.h"

G_BEGIN_DECLS

#define MLG_TYPE_IMPORT_COLUMNS (mlg_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (MlgImportColumns, mlg_import_columns, MLG, IMPORT_COLUMNS, GtkWidget)

GPtrArray *mlg_import_columns_list_custom (MlgConnection *db, const MlgKind *kind, GError **error);
void mlg_import_columns_show (MlgImportColumns *self,
                              MlgImportPlan *plan,
                              const MlgKind *kind,
                              GPtrArray *custom);

G_END_DECLS
