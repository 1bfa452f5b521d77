/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_MONTH_DAY (mlg_month_day_get_type ())
G_DECLARE_FINAL_TYPE (MlgMonthDay, mlg_month_day, MLG, MONTH_DAY, GtkWidget)

/** How many meetings a day shows by themselves. */
#define MLG_MONTH_DAY_CHIPS 3

GtkWidget *mlg_month_day_new (void);
void mlg_month_day_set_date (MlgMonthDay *self, const GDate *date, gboolean outside);
const GDate *mlg_month_day_get_date (MlgMonthDay *self);
void mlg_month_day_set_meetings (MlgMonthDay *self, GPtrArray *meetings);
GPtrArray *mlg_month_day_get_meetings (MlgMonthDay *self);
void mlg_month_day_set_narrow (MlgMonthDay *self, gboolean narrow);
void mlg_month_day_set_chosen (MlgMonthDay *self, gboolean chosen);

G_END_DECLS
