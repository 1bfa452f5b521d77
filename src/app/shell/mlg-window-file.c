/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "members/mlg-sample.h"
#include "mlg-kinds.h"
#include "mlg-window-private.h"
#include "network/mlg-network.h"
#include "widgets/mlg-host.h"

#define RECENT 10 /* files that the first page offers */

/* Puts the file in front of those opened before. */
static void
remember (MlgWindow *self, const char *path)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  g_strv_builder_add (builder, path);
  for (guint i = 0, n = 1; before[i] != NULL && n < RECENT; i++)
    if (!g_str_equal (before[i], path))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  now = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-files", (const char *const *) now);
  g_settings_set_string (self->settings, "network-file", path);
}

static MlgPage *
add_page (MlgWindow *self, GType type)
{
  MlgPage *page = g_object_new (type, "store", self->store, NULL);

  gtk_stack_add_named (self->page_stack, GTK_WIDGET (page), mlg_page_get_name (page));
  g_object_bind_property (self->split_view, "collapsed", page, "collapsed", G_BINDING_SYNC_CREATE);
  g_list_store_append (self->pages, page);
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

      if (shown == NULL || g_str_equal (mlg_page_get_name (page), last))
        shown = page;
    }
  mlg_window_show_page (self, shown);
}

static void
remove_pages (MlgWindow *self)
{
  GtkWidget *child;

  g_list_store_remove_all (self->pages);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, child);
}

static void
update_title (MlgWindow *self)
{
  const char *path = self->store != NULL ? mlg_store_get_path (self->store) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  char *suffix = name != NULL ? strrchr (name, '.') : NULL;

  if (suffix != NULL && g_str_equal (suffix, ".maillage"))
    *suffix = '\0';
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : "Maillage");
}

static void
on_store_changed (MlgWindow *self)
{
  mlg_window_update_actions (self);
}

static void
show_failure (MlgWindow *self, const GError *error)
{
  g_clear_object (&self->store);
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "failed");
  mlg_window_update_actions (self);
}

static void
show_workspace (MlgWindow *self)
{
  remember (self, mlg_store_get_path (self->store));
  g_signal_connect_object (self->store, "notify", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  add_pages (self);
  update_title (self);
  gtk_stack_set_visible_child_name (self->states, "workspace");
  if (!mlg_store_is_writable (self->store))
    mlg_host_say (MLG_HOST (self), _ ("This file can be read but not changed"), FALSE);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = mlg_store_open_finish (MLG_STORE (source), result, &error);

  if (self->store != MLG_STORE (source))
    return; /* closed, or another file was asked for since */
  if (opened)
    show_workspace (self);
  else
    show_failure (self, error);
}

static void
set_store (MlgWindow *self)
{
  remove_pages (self);
  g_clear_object (&self->store);
  self->store = mlg_store_new (mlg_kinds);
  gtk_stack_set_visible_child_name (self->states, "opening");
}

/**
 * mlg_window_open:
 * @path: a network file
 *
 * Opens a file in the place of any other; what goes wrong is told in the window.
 */
void
mlg_window_open (MlgWindow *self, const char *path)
{
  g_return_if_fail (MLG_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  set_store (self);
  mlg_store_open_async (self->store, path, MLG_OPEN_DEFAULT, NULL, on_opened, g_object_ref (self));
}

/* What a new file is filled with. */
typedef struct
{
  char *name; /* (owned) */
  gboolean sample;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_free (creation->name);
  g_free (creation);
}

static gboolean
fill_new_file (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  Creation *creation = data;
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);

  return mlg_record_parse (network, MLG_NETWORK_NAME, creation->name, error)
         && mlg_network_create (db, network, error)
         && (!creation->sample || mlg_sample_add (db, error));
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean filled = mlg_store_write_finish (MLG_STORE (source), result, &error);

  if (self->store != MLG_STORE (source))
    return;
  if (filled)
    show_workspace (self);
  else
    show_failure (self, error);
}

typedef struct
{
  MlgWindow *window;  /* (owned) */
  Creation *creation; /* (owned) */
} Creating;

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  Creating *creating = data;
  g_autoptr (MlgWindow) self = creating->window;
  Creation *creation = creating->creation;
  g_autoptr (GError) error = NULL;
  gboolean created = mlg_store_open_finish (MLG_STORE (source), result, &error);

  g_free (creating);
  if (self->store == MLG_STORE (source) && created)
    {
      mlg_store_write_async (self->store, fill_new_file, creation, creation_free, NULL, NULL,
                             on_filled, g_object_ref (self));
      return;
    }
  creation_free (creation);
  if (self->store == MLG_STORE (source))
    show_failure (self, error);
}

/* Makes a new network file; @path must not exist. */
void
mlg_window_create (MlgWindow *self, const char *path, const char *name, gboolean sample)
{
  Creating *creating = g_new0 (Creating, 1);

  creating->window = g_object_ref (self);
  creating->creation = g_new0 (Creation, 1);
  creating->creation->name = g_strdup (name);
  creating->creation->sample = sample;
  set_store (self);
  mlg_store_open_async (self->store, path, MLG_OPEN_CREATE, NULL, on_created, creating);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!mlg_store_close_finish (MLG_STORE (source), result, &error))
    g_printerr ("%s\n", error->message); /* the window has gone: nobody is left to show it to */
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Closes the file, then the window. */
void
mlg_window_close_file (MlgWindow *self)
{
  g_autoptr (MlgStore) store = g_object_ref (self->store);

  remove_pages (self);
  mlg_store_close_async (store, on_closed, g_object_ref (self));
}
