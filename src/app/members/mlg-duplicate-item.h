/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "members/mlg-duplicate.h"

G_BEGIN_DECLS

#define MLG_TYPE_DUPLICATE_ITEM (mlg_duplicate_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgDuplicateItem, mlg_duplicate_item, MLG, DUPLICATE_ITEM, GObject)

MlgDuplicateItem *mlg_duplicate_item_new (MlgDuplicate *duplicate);
const MlgDuplicate *mlg_duplicate_item_get (MlgDuplicateItem *self);

G_END_DECLS
