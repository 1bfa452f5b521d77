/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-field-row.h"

G_BEGIN_DECLS

#define MLG_TYPE_FIELD_FORM (mlg_field_form_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldForm, mlg_field_form, MLG, FIELD_FORM, GObject)

MlgFieldForm *mlg_field_form_new (GtkWidget *root, MlgStore *store);
void mlg_field_form_set_record (MlgFieldForm *self, MlgRecord *record);
void mlg_field_form_set_show_empty (MlgFieldForm *self, gboolean show_empty);
MlgFieldRow *mlg_field_form_get_row (MlgFieldForm *self, const char *field);

G_END_DECLS
