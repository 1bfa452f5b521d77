/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/mlg-template-find.h"

G_BEGIN_DECLS

/* A place where words were found, as an item of a list. */
#define MLG_TYPE_FOUND_ITEM (mlg_found_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgFoundItem, mlg_found_item, MLG, FOUND_ITEM, GObject)

MlgFoundItem *mlg_found_item_new (GPtrArray *found, guint i);
guint mlg_found_item_get_number (MlgFoundItem *self);
const char *mlg_found_item_get_title (MlgFoundItem *self);
char *mlg_found_item_write (MlgFoundItem *self);

G_END_DECLS
