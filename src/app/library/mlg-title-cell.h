/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_TITLE_CELL (mlg_title_cell_get_type ())
G_DECLARE_FINAL_TYPE (MlgTitleCell, mlg_title_cell, MLG, TITLE_CELL, GtkWidget)

GtkWidget *mlg_title_cell_make (MlgStore *store);
void mlg_title_cell_set_record (GtkWidget *cell, MlgRecord *record);

G_END_DECLS
