/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "library/mlg-tender-head.h"

G_BEGIN_DECLS

#define MLG_TYPE_HEAD_ROW_EDITOR (mlg_head_row_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgHeadRowEditor, mlg_head_row_editor, MLG, HEAD_ROW_EDITOR, AdwExpanderRow)

GtkWidget *mlg_head_row_editor_new (MlgHeadPart part, const MlgHeadRow *row);
GtkWidget *mlg_head_row_editor_new_alone (MlgHeadPart part, const MlgHeadRow *row);
void mlg_head_row_editor_set_level (MlgHeadRowEditor *self, guint level);
const MlgHeadRow *mlg_head_row_editor_get (MlgHeadRowEditor *self);

G_END_DECLS
