/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEME_CELL (mlg_theme_cell_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeCell, mlg_theme_cell, MLG, THEME_CELL, GtkWidget)

GtkWidget *mlg_theme_cell_new_votes (MlgStore *store);
GtkWidget *mlg_theme_cell_new_progress (MlgStore *store);
GtkWidget *mlg_theme_cell_new_answers (MlgStore *store);
void mlg_theme_cell_set_record (GtkWidget *cell, MlgRecord *record);

G_END_DECLS
