/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-conditions.h"

G_BEGIN_DECLS

#define MLG_TYPE_CONDITION_ROW (mlg_condition_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgConditionRow, mlg_condition_row, MLG, CONDITION_ROW, GtkWidget)

GtkWidget *mlg_condition_row_new (MlgTemplate *template, const MlgCondition *condition);
void mlg_condition_row_add_to (MlgConditionRow *self, GPtrArray *conditions);

G_END_DECLS
