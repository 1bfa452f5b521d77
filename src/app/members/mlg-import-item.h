/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/mlg-import.h"

G_BEGIN_DECLS

#define MLG_TYPE_IMPORT_ITEM (mlg_import_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgImportItem, mlg_import_item, MLG, IMPORT_ITEM, GObject)

MlgImportItem *mlg_import_item_new (MlgImportPlan *plan, guint row);
guint mlg_import_item_get_row (MlgImportItem *self);

G_END_DECLS
