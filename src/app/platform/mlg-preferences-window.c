/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-preferences-window.h"

/* AdwPreferencesWindow is used here and nowhere else. */

/**
 * mlg_preferences_window_show:
 * @parent: the window in front
 * @pages: (transfer floating): the pages, ended by %NULL
 *
 * Shows preferences over a window; they go when it goes.
 */
void
mlg_preferences_window_show (GtkWindow *parent, AdwPreferencesPage *const *pages)
{
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  window = adw_preferences_window_new ();
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  for (guint i = 0; pages[i] != NULL; i++)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), pages[i]);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 560);
  gtk_window_present (GTK_WINDOW (window));
}
