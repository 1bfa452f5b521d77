/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/mlg-template-files.h"

G_BEGIN_DECLS

#define MLG_TYPE_FILES_ITEM (mlg_files_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgFilesItem, mlg_files_item, MLG, FILES_ITEM, GObject)

MlgFilesItem *mlg_files_item_new_refused (MlgTemplateFiles *files, guint file);
MlgFilesItem *mlg_files_item_new_change (MlgTemplateFiles *files, guint change);
const MlgTemplateFile *mlg_files_item_get_file (MlgFilesItem *self, guint *index);
const MlgLibraryChange *mlg_files_item_get_change (MlgFilesItem *self);

G_END_DECLS
