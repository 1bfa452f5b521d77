/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CUSTOM_FIELD_ROW (mlg_custom_field_row_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgCustomFieldRow, mlg_custom_field_row, MLG, CUSTOM_FIELD_ROW, AdwExpanderRow)

GtkWidget *mlg_custom_field_row_new (MlgRecord *field, MlgStore *store);

G_END_DECLS
