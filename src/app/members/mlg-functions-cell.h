/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_FUNCTIONS_CELL (mlg_functions_cell_get_type ())
G_DECLARE_FINAL_TYPE (MlgFunctionsCell, mlg_functions_cell, MLG, FUNCTIONS_CELL, GtkWidget)

GtkWidget *mlg_functions_cell_new (MlgStore *store);
void mlg_functions_cell_set_record (GtkWidget *cell, MlgRecord *person);

G_END_DECLS
