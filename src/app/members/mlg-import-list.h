/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/mlg-import.h"

G_BEGIN_DECLS

#define MLG_TYPE_IMPORT_LIST (mlg_import_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgImportList, mlg_import_list, MLG, IMPORT_LIST, GObject)

MlgImportList *mlg_import_list_new (void);
void mlg_import_list_set_plan (MlgImportList *self, MlgImportPlan *plan, gboolean questionable);
gboolean mlg_import_list_find (MlgImportList *self, guint row, guint *position);

G_END_DECLS
