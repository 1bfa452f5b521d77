/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-shortcuts.h"

/* GtkShortcutsWindow is used here and in the file that it is built from. */

/**
 * mlg_shortcuts_show:
 * @parent: the window in front
 * @resource: a .ui file whose object "shortcuts" is the window of keys
 *
 * Shows which keys do what: those of the application's actions, which the window finds by itself.
 */
void
mlg_shortcuts_show (GtkApplicationWindow *parent, const char *resource)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (parent));

  if (gtk_application_window_get_help_overlay (parent) == NULL)
    {
      builder = gtk_builder_new_from_resource (resource);
      gtk_application_window_set_help_overlay (
          parent, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (parent)));
}
