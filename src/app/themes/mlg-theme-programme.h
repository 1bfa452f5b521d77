/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEME_PROGRAMME (mlg_theme_programme_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeProgramme, mlg_theme_programme, MLG, THEME_PROGRAMME, GtkWidget)

void mlg_theme_programme_set_store (MlgThemeProgramme *self, MlgStore *store);
void mlg_theme_programme_set_theme (MlgThemeProgramme *self, MlgRecord *theme);

G_END_DECLS
