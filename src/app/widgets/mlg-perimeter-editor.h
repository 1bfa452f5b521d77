/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_PERIMETER_EDITOR (mlg_perimeter_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgPerimeterEditor, mlg_perimeter_editor, MLG, PERIMETER_EDITOR, GtkWidget)

const char *mlg_perimeter_editor_get_codes (MlgPerimeterEditor *self);
void mlg_perimeter_editor_set_codes (MlgPerimeterEditor *self, const char *codes);

G_END_DECLS
