/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-network-path.h"
#include "mlg-preferences.h"
#include "mlg-window-private.h"
#include "platform/mlg-file-chooser.h"
#include "platform/mlg-shortcuts.h"
#include "widgets/mlg-host.h"

static const MlgFileFilter network_files[] = { { N_ ("Networks"), "maillage" }, { NULL, NULL } };

static void
on_file_to_open (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    mlg_window_open (data, path);
}

static void
activate_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_file_chooser_open (widget, _ ("Open a Network"), network_files, on_file_to_open, widget);
}

static void
activate_open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_window_open (MLG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->states, "new");
  mlg_new_network_page_begin (MLG_NEW_NETWORK_PAGE (mlg_lazy_bin_get (self->new_network_bin)));
}

/* The sample opens at once: it is to be looked at, and then thrown away. */
static void
activate_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maillage", NULL);
  g_autofree char *path = NULL;
  MlgOpening *opening;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_free (folder);
      folder = mlg_network_path_get_documents ();
    }
  /* Translators: the name of a network, and of its file. */
  path = mlg_network_path_propose (folder, _ ("Sample network"));
  opening = mlg_opening_new (path, MLG_OPEN_CREATE);
  opening->name = g_strdup (_ ("Sample network"));
  opening->perimeter = g_strdup ("FRE"); /* the Hauts-de-France, where its members are */
  opening->sample = TRUE;
  mlg_window_begin (MLG_WINDOW (widget), opening);
}

/* Back to what was there before the form or the failure. */
static void
activate_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->states, self->store != NULL ? "workspace" : "start");
}

static void
activate_open_read_only (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_window_retry (MLG_WINDOW (widget), MLG_OPEN_READ_ONLY);
}

static void
activate_retry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_window_retry (MLG_WINDOW (widget), MLG_OPEN_DEFAULT);
}

static void
activate_forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);

  mlg_window_forget (self, self->opening->path);
  activate_start (widget, name, parameter);
}

static void
activate_recover (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_window_recover (MLG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* The menu is in the list of rooms, which has to come in front where there is one pane only. */
static void
activate_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);
  const char *state = gtk_stack_get_visible_child_name (self->states);

  if (g_str_equal (state, "start"))
    gtk_menu_button_popup (self->start_menu_button);
  else if (g_str_equal (state, "workspace"))
    {
      if (mlg_split_view_is_collapsed (self->split_view))
        mlg_split_view_show_content (self->split_view, FALSE);
      gtk_menu_button_popup (self->menu_button);
    }
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_undo_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      mlg_host_fail (MLG_HOST (self), _ ("This cannot be undone"), error);
      return;
    }
  /* Translators: %s is the name of an action, such as “Add Lille”. */
  text = *name != '\0' ? g_strdup_printf (_ ("Undone: %s"), name)
                       : g_strdup (_ ("Nothing is left to undo"));
  mlg_host_say (MLG_HOST (self), text, FALSE);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_redo_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      mlg_host_fail (MLG_HOST (self), _ ("This cannot be done again"), error);
      return;
    }
  /* Translators: %s is the name of an action, such as “Add Lille”. */
  text = *name != '\0' ? g_strdup_printf (_ ("Done again: %s"), name)
                       : g_strdup (_ ("Nothing is left to do again"));
  mlg_host_say (MLG_HOST (self), text, FALSE);
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_store_undo_async (MLG_WINDOW (widget)->store, NULL, on_undone, g_object_ref (widget));
}

static void
activate_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_store_redo_async (MLG_WINDOW (widget)->store, NULL, on_redone, g_object_ref (widget));
}

static void
activate_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPage *page = mlg_window_get_page (MLG_WINDOW (widget));

  if (page != NULL)
    mlg_page_search (page);
}

static void
activate_search_everywhere (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_search_palette_open (MLG_WINDOW (widget)->palette);
}

static void
activate_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_window_toggle_history (MLG_WINDOW (widget));
}

static void
activate_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);

  mlg_preferences_show (MLG_HOST (self), self->settings, self->store);
}

static void
activate_show_help_overlay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_shortcuts_show (GTK_APPLICATION_WINDOW (widget), "/org/maillage/shell/mlg-shortcuts.ui");
}

static void
activate_show_room (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgWindow *self = MLG_WINDOW (widget);
  GtkWidget *page =
      gtk_stack_get_child_by_name (self->page_stack, g_variant_get_string (parameter, NULL));

  if (page != NULL)
    mlg_window_show_page (self, MLG_PAGE (page));
}

static void
activate_show_rooms (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_split_view_show_content (MLG_WINDOW (widget)->split_view, FALSE);
}

/* Every action of the window, named once: menus, buttons and keys refer to these names. */
void
mlg_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, activate_open);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", activate_open_recent);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, activate_new);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, activate_sample);
  gtk_widget_class_install_action (widget_class, "win.start", NULL, activate_start);
  gtk_widget_class_install_action (widget_class, "win.open-read-only", NULL,
                                   activate_open_read_only);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, activate_retry);
  gtk_widget_class_install_action (widget_class, "win.forget", NULL, activate_forget);
  gtk_widget_class_install_action (widget_class, "win.recover", "s", activate_recover);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, activate_close);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, activate_menu);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, activate_redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, activate_search);
  gtk_widget_class_install_action (widget_class, "win.search-everywhere", NULL,
                                   activate_search_everywhere);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, activate_history);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, activate_preferences);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   activate_show_help_overlay);
  gtk_widget_class_install_action (widget_class, "win.show-room", "s", activate_show_room);
  gtk_widget_class_install_action (widget_class, "win.show-rooms", NULL, activate_show_rooms);
}

/* What can be done now. */
void
mlg_window_update_actions (MlgWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MlgStore *store = self->store;
  const char *state = gtk_stack_get_visible_child_name (self->states);
  gboolean open =
      store != NULL && mlg_store_get_path (store) != NULL && g_strcmp0 (state, "workspace") == 0;

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 open && mlg_store_get_undo_name (store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 open && mlg_store_get_redo_name (store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.search-everywhere", open);
  gtk_widget_action_set_enabled (widget, "win.history", open);
}
