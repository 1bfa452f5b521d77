/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_SEARCH_PALETTE (mlg_search_palette_get_type ())
G_DECLARE_FINAL_TYPE (MlgSearchPalette, mlg_search_palette, MLG, SEARCH_PALETTE, GtkWidget)

void mlg_search_palette_open (MlgSearchPalette *self);
void mlg_search_palette_close (MlgSearchPalette *self);

G_END_DECLS
