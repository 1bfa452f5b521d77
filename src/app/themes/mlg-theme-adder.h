/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEME_ADDER (mlg_theme_adder_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeAdder, mlg_theme_adder, MLG, THEME_ADDER, GtkWidget)

void mlg_theme_adder_set_store (MlgThemeAdder *self, MlgStore *store);
void mlg_theme_adder_set_kind (MlgThemeAdder *self, const MlgKind *kind);
void mlg_theme_adder_open (MlgThemeAdder *self);

G_END_DECLS
