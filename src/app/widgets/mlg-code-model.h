/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-code-list.h"

G_BEGIN_DECLS

#define MLG_TYPE_CODE_ITEM (mlg_code_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgCodeItem, mlg_code_item, MLG, CODE_ITEM, GObject)

const char *mlg_code_item_get_code (MlgCodeItem *self);
GListModel *mlg_code_model_new (const MlgCodeList *codes, gboolean with_none);
guint mlg_code_model_find (GListModel *model, const char *code);

G_END_DECLS
