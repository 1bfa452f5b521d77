/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-window-private.h"
#include "platform/mlg-file-chooser.h"
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

/* The network takes the name of its file until somebody writes another. */
static void
create (MlgWindow *self, GFile *file, gboolean sample)
{
  g_autofree char *chosen = g_file_get_path (file);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  if (chosen == NULL)
    return;
  path = g_str_has_suffix (chosen, ".maillage") ? g_strdup (chosen)
                                                : g_strconcat (chosen, ".maillage", NULL);
  name = g_path_get_basename (path);
  name[strlen (name) - strlen (".maillage")] = '\0';
  mlg_window_create (self, path, name, sample);
}

static void
on_file_to_make (GFile *file, gpointer data)
{
  create (data, file, FALSE);
}

static void
on_sample_to_make (GFile *file, gpointer data)
{
  create (data, file, TRUE);
}

static void
activate_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: the name proposed for a file. */
  mlg_file_chooser_save (widget, _ ("New Network"), _ ("My network.maillage"), network_files,
                         on_file_to_make, widget);
}

static void
activate_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: the name proposed for a file. */
  mlg_file_chooser_save (widget, _ ("Sample Network"), _ ("Sample network.maillage"), network_files,
                         on_sample_to_make, widget);
}

static void
activate_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (MLG_WINDOW (widget)->states, "start");
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
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, activate_redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, activate_search);
  gtk_widget_class_install_action (widget_class, "win.show-rooms", NULL, activate_show_rooms);
}

/* What can be done now. */
void
mlg_window_update_actions (MlgWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MlgStore *store = self->store;
  gboolean open = store != NULL && mlg_store_get_path (store) != NULL;

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 open && mlg_store_get_undo_name (store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 open && mlg_store_get_redo_name (store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", open);
}
