/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_START_PAGE (mlg_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgStartPage, mlg_start_page, MLG, START_PAGE, GtkWidget)

void mlg_start_page_set_settings (MlgStartPage *self, GSettings *settings);

G_END_DECLS
