/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MLG_TYPE_BAR_ROW (mlg_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgBarRow, mlg_bar_row, MLG, BAR_ROW, AdwActionRow)

MlgBarRow *
mlg_bar_row_new (const char *title, const char *subtitle, double fraction, const char *figure);

G_END_DECLS
