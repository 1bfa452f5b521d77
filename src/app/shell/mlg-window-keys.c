/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-window-keys.h"

/* The keys of the application are only heard by its own windows; those in front of them (an assistant, the
 * preferences, a document) are closed, and the application is quit, by the same keys. */
static gboolean
on_quit (GtkWidget *widget, GVariant *arguments, gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return TRUE;
}

static void
add_keys (GtkWindow *window, GtkApplication *application)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_w, GDK_CONTROL_MASK),
                        gtk_named_action_new ("window.close")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_quit, application, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static void
on_windows_changed (GListModel *windows, guint at, guint removed, guint added, gpointer application)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!GTK_IS_APPLICATION_WINDOW (window))
        add_keys (window, application);
    }
}

/**
 * mlg_window_keys_follow:
 * @application: the application, once it has started
 *
 * Gives every window that is not one of the application's own the keys that close it and that quit.
 */
void
mlg_window_keys_follow (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (on_windows_changed), application, 0);
}

static GPtrArray *
list_others (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!GTK_IS_APPLICATION_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        g_ptr_array_add (others, g_steal_pointer (&window));
    }
  return others;
}

/**
 * mlg_window_keys_close_others:
 *
 * Closes what stands in front of the windows of the application, the last one first.
 *
 * Returns: whether all have gone: one that holds something unsaved asks first, and stays
 */
gboolean
mlg_window_keys_close_others (void)
{
  g_autoptr (GPtrArray) others = list_others ();

  for (guint i = others->len; i > 0; i--)
    {
      GtkWidget *window = others->pdata[i - 1];

      if (!gtk_widget_get_mapped (window))
        continue;
      gtk_window_close (GTK_WINDOW (window));
      if (gtk_widget_get_mapped (window))
        return FALSE;
    }
  return TRUE;
}
