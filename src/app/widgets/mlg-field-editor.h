/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_FIELD_EDITOR (mlg_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldEditor, mlg_field_editor, MLG, FIELD_EDITOR, GtkWidget)

GtkWidget *mlg_field_editor_new (const MlgField *field, MlgStore *store);
void mlg_field_editor_set_text (MlgFieldEditor *self, const char *text, const char *name);
char *mlg_field_editor_dup_text (MlgFieldEditor *self);

G_END_DECLS
