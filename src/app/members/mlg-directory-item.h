/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "members/mlg-directory-work.h"

G_BEGIN_DECLS

#define MLG_TYPE_DIRECTORY_ITEM (mlg_directory_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgDirectoryItem, mlg_directory_item, MLG, DIRECTORY_ITEM, GObject)

MlgDirectoryItem *mlg_directory_item_new (const MlgDirectoryFinding *finding);
gboolean mlg_directory_item_is_chosen (MlgDirectoryItem *self);
void mlg_directory_item_choose (MlgDirectoryItem *self, gboolean chosen);
MlgDirectoryFinding *mlg_directory_item_copy_finding (MlgDirectoryItem *self);

G_END_DECLS
