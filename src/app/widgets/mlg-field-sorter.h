/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_FIELD_SORTER (mlg_field_sorter_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldSorter, mlg_field_sorter, MLG, FIELD_SORTER, GtkSorter)

GtkSorter *mlg_field_sorter_new (guint *asked, guint column);
gboolean mlg_field_sorter_ask (GtkColumnView *view, guint *asked, gboolean *descending);

G_END_DECLS
