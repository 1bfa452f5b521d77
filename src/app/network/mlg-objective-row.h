/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_OBJECTIVE_ROW (mlg_objective_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgObjectiveRow, mlg_objective_row, MLG, OBJECTIVE_ROW, AdwExpanderRow)

GtkWidget *mlg_objective_row_new (MlgRecord *objective, MlgStore *store);

G_END_DECLS
