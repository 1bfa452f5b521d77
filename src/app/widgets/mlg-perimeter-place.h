/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MLG_TYPE_PERIMETER_PLACE (mlg_perimeter_place_get_type ())
G_DECLARE_FINAL_TYPE (MlgPerimeterPlace, mlg_perimeter_place, MLG, PERIMETER_PLACE, GObject)

const char *mlg_perimeter_place_get_code (MlgPerimeterPlace *self);
const char *mlg_perimeter_place_get_title (MlgPerimeterPlace *self);
gboolean mlg_perimeter_place_matches (MlgPerimeterPlace *self, const char *words);

GListModel *mlg_perimeter_place_list (void);

G_END_DECLS
