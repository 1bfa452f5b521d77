/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MONTH_VIEW (mlg_month_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgMonthView, mlg_month_view, MLG, MONTH_VIEW, GtkWidget)

void mlg_month_view_set_store (MlgMonthView *self, MlgStore *store);

G_END_DECLS
