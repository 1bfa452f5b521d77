/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "template/mlg-template-field.h"

G_BEGIN_DECLS

#define MLG_TYPE_ROWS_EDITOR (mlg_rows_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgRowsEditor, mlg_rows_editor, MLG, ROWS_EDITOR, GtkWidget)

GtkWidget *mlg_rows_editor_new (const MlgTemplateField *field);
void mlg_rows_editor_set_text (MlgRowsEditor *self, const char *text);
char *mlg_rows_editor_dup_text (MlgRowsEditor *self);

G_END_DECLS
