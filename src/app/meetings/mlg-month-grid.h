/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_MONTH_GRID (mlg_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (MlgMonthGrid, mlg_month_grid, MLG, MONTH_GRID, GtkWidget)

const GDate *mlg_month_grid_get_chosen (MlgMonthGrid *self);
void mlg_month_grid_choose (MlgMonthGrid *self, const GDate *date);
void mlg_month_grid_get_span (MlgMonthGrid *self, GDate *first, GDate *last);
void mlg_month_grid_set_meetings (MlgMonthGrid *self, GPtrArray *meetings);
GPtrArray *mlg_month_grid_get_meetings_of_chosen (MlgMonthGrid *self);
void mlg_month_grid_set_narrow (MlgMonthGrid *self, gboolean narrow);

G_END_DECLS
