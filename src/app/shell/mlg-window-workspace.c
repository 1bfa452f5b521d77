/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-history-page.h"
#include "mlg-network-path.h"
#include "mlg-window-private.h"
#include "network/mlg-network.h"
#include "widgets/mlg-host.h"

#define RECENT 10 /* files that the first page offers */

/* What the window shows of the file that is open: its rooms, its name, and the place it has among the
 * files opened before. */

static void
set_recent (MlgWindow *self, const char *first, const char *without)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  if (first != NULL)
    g_strv_builder_add (builder, first);
  for (guint i = 0, n = first != NULL; before[i] != NULL && n < RECENT; i++)
    if (!g_str_equal (before[i], without))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  now = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-files", (const char *const *) now);
}

/* Puts the file in front of those opened before. */
static void
remember (MlgWindow *self, const char *path)
{
  set_recent (self, path, path);
  g_settings_set_string (self->settings, "network-file", path);
}

/* Takes a file out of those opened before. */
void
mlg_window_forget (MlgWindow *self, const char *path)
{
  g_autofree char *last = g_settings_get_string (self->settings, "network-file");

  set_recent (self, NULL, path);
  if (g_str_equal (last, path))
    g_settings_reset (self->settings, "network-file");
}

static void
show_recent_menu (MlgWindow *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-files");

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *title = mlg_network_path_dup_title (paths[i]);
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts); /* no mnemonic out of a file's name */
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

static gboolean
set_limits (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  mlg_connection_set_limits (db, data);
  return TRUE;
}

/* The connection that writes keeps the limits: they are told to it, before anything else. */
static void
apply_limits (MlgWindow *self)
{
  MlgLimits *limits;

  if (self->store == NULL || !mlg_store_is_writable (self->store))
    return;
  limits = g_new0 (MlgLimits, 1);
  limits->backups = (guint) g_settings_get_int (self->settings, "backups-kept");
  limits->history = (gint64) g_settings_get_int (self->settings, "history-size") * 1000 * 1000;
  mlg_store_write_async (self->store, set_limits, limits, g_free, NULL, NULL, NULL, NULL);
}

void
mlg_window_follow_settings (MlgWindow *self)
{
  g_signal_connect_object (self->settings, "changed::recent-files", G_CALLBACK (show_recent_menu),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::backups-kept", G_CALLBACK (apply_limits), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::history-size", G_CALLBACK (apply_limits), self,
                           G_CONNECT_SWAPPED);
  show_recent_menu (self);
}

static MlgPage *
add_page (MlgWindow *self, GType type)
{
  MlgPage *page = g_object_new (type, "store", self->store, NULL);

  gtk_stack_add_named (self->page_stack, GTK_WIDGET (page), mlg_page_get_name (page));
  g_object_bind_property (self->split_view, "collapsed", page, "collapsed", G_BINDING_SYNC_CREATE);
  return page;
}

/* The room of the last time, or the first one. */
static void
add_pages (MlgWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-room");
  MlgPage *shown = NULL;

  for (const GType *type = self->page_types; *type != G_TYPE_INVALID; type++)
    {
      MlgPage *page = add_page (self, *type);

      g_list_store_append (self->pages, page);
      if (shown == NULL || g_str_equal (mlg_page_get_name (page), last))
        shown = page;
    }
  mlg_window_show_page (self, shown);
}

static gpointer
read_network (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_network_load (db, error);
}

/* A file without a network's record, as the command line may make, goes by its own name. */
static void
on_network_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (MlgRecord) network = mlg_store_read_finish (MLG_STORE (source), result, NULL);
  g_autofree char *name = network != NULL ? mlg_record_dup_name (network) : NULL;

  if (self->store != MLG_STORE (source) || name == NULL || *name == '\0')
    return;
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
update_title (MlgWindow *self)
{
  mlg_store_read_async (self->store, read_network, NULL, NULL, g_object_unref, NULL,
                        on_network_read, g_object_ref (self));
}

static void
on_store_notify (MlgWindow *self)
{
  mlg_window_update_actions (self);
}

static void
on_store_changed (MlgWindow *self, MlgChanges *changes)
{
  if (mlg_changes_touch_kind (changes, &mlg_network_kind))
    update_title (self);
}

/* Shows the file that has just been opened. */
void
mlg_window_show_workspace (MlgWindow *self)
{
  const char *path = mlg_store_get_path (self->store);
  g_autofree char *title = mlg_network_path_dup_title (path);
  gboolean writable = mlg_store_is_writable (self->store);

  remember (self, path);
  apply_limits (self);
  g_signal_connect_object (self->store, "notify", G_CALLBACK (on_store_notify), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  mlg_job_bar_set_jobs (self->job_bar, mlg_store_get_jobs (self->store));
  mlg_job_bar_set_jobs (self->narrow_job_bar, mlg_store_get_jobs (self->store));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->rooms_subtitle, writable ? "" : _ ("Read only"));
  gtk_widget_set_visible (GTK_WIDGET (self->rooms_subtitle), !writable);
  add_pages (self);
  update_title (self);
  gtk_stack_set_visible_child_name (self->states, "workspace");
  if (!writable)
    mlg_host_say (MLG_HOST (self), _ ("This file can be read but not changed"), FALSE);
}

/* An assistant that a room has opened works on the file: it goes with it. */
static void
destroy_assistants (MlgWindow *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint i = 0;

  while (i < g_list_model_get_n_items (windows))
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        gtk_window_destroy (window);
      else
        i++;
    }
}

/* Lets go of all that shows the file. */
void
mlg_window_clear_workspace (MlgWindow *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->showing, g_source_remove);
  destroy_assistants (self);
  mlg_search_palette_close (self->palette);
  self->history_page = NULL;
  mlg_job_bar_set_jobs (self->job_bar, NULL);
  mlg_job_bar_set_jobs (self->narrow_job_bar, NULL);
  g_list_store_remove_all (self->pages);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, child);
  gtk_window_set_title (GTK_WINDOW (self), "Maillage");
}

static MlgPage *
find_last_room (MlgWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-room");
  GtkWidget *child = gtk_stack_get_child_by_name (self->page_stack, last);

  return MLG_PAGE (child != NULL ? child
                                 : gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)));
}

/* The history takes the place of a room, and gives it back. */
void
mlg_window_toggle_history (MlgWindow *self)
{
  if (self->history_page == NULL)
    self->history_page = add_page (self, MLG_TYPE_HISTORY_PAGE);
  mlg_window_show_page (self, mlg_window_get_page (self) != self->history_page
                                  ? self->history_page
                                  : find_last_room (self));
}
