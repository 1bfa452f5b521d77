/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_TERRITORY_VIEW (mlg_territory_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgTerritoryView, mlg_territory_view, MLG, TERRITORY_VIEW, GtkWidget)

void mlg_territory_view_set_store (MlgTerritoryView *self, MlgStore *store);

G_END_DECLS
