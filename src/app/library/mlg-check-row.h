/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "template/mlg-check.h"

G_BEGIN_DECLS

#define MLG_TYPE_CHECK_ROW (mlg_check_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgCheckRow, mlg_check_row, MLG, CHECK_ROW, AdwExpanderRow)

GtkWidget *mlg_check_row_new (void);
void mlg_check_row_set_result (MlgCheckRow *self, const MlgCheckResult *result, GPtrArray *fitting);

G_END_DECLS
