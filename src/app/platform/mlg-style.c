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
