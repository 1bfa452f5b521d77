/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEME_DETAILS (mlg_theme_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeDetails, mlg_theme_details, MLG, THEME_DETAILS, GtkWidget)

void mlg_theme_details_set_store (MlgThemeDetails *self, MlgStore *store);
void mlg_theme_details_set_id (MlgThemeDetails *self, gint64 id);
MlgRecord *mlg_theme_details_get_theme (MlgThemeDetails *self);

G_END_DECLS
