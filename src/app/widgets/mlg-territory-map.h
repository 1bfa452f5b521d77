/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_TERRITORY_MAP (mlg_territory_map_get_type ())
G_DECLARE_FINAL_TYPE (MlgTerritoryMap, mlg_territory_map, MLG, TERRITORY_MAP, GtkWidget)

void mlg_territory_map_clear (MlgTerritoryMap *self);
void mlg_territory_map_add (MlgTerritoryMap *self, const char *code, guint n, const char *words);
void mlg_territory_map_set_perimeter (MlgTerritoryMap *self, const char *const *codes);
gboolean mlg_territory_map_shows_whole (MlgTerritoryMap *self);
void mlg_territory_map_show_whole (MlgTerritoryMap *self, gboolean whole);

G_END_DECLS
