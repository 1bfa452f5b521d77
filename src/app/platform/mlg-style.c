/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-style.h"

/**
 * mlg_style_get_color:
 * @widget: what is drawn
 * @name: a named colour of libadwaita: "accent_bg_color"
 *
 * For what is drawn by hand. GtkStyleContext is used here and nowhere else.
 *
 * Returns: the colour in force, which dark style and high contrast change; the text's where the theme has
 *   no such name
 */
GdkRGBA
mlg_style_get_color (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}

/**
 * mlg_style_get_text_scale:
 *
 * Returns: how much larger than usual the person wants text: 1 to begin with, 2 for 200 %
 */
double
mlg_style_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1;
}
