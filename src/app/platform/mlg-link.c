/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-link.h"

/**
 * mlg_link_open:
 * @widget: a widget of the window that asks
 * @uri: "https://…", "mailto:…", "tel:…"
 *
 * Opens a link in the program that the person chose for its kind; the desktop tells when there is none.
 */
void
mlg_link_open (GtkWidget *widget, const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  g_return_if_fail (uri != NULL);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}
