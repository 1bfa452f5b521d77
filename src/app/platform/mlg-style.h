/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double mlg_style_get_text_scale (GtkWidget *widget);
GdkRGBA mlg_style_get_color (GtkWidget *widget, const char *name);

G_END_DECLS
