/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *mlg_register_export_write (GPtrArray *entries);
void mlg_register_export_ask (GtkWidget *page, gboolean actions);

G_END_DECLS
