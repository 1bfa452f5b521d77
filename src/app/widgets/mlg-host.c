/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-host.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (MlgHost, mlg_host, GTK_TYPE_WIDGET)

static void
mlg_host_default_init (MlgHostInterface *interface)
{
}

/**
 * mlg_host_find:
 * @widget: a widget in a window, or in a window that is transient for one
 *
 * Returns: (transfer none) (nullable): the window that it may ask; %NULL while it is in none
 */
MlgHost *
mlg_host_find (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (root != NULL && !MLG_IS_HOST (root))
    root =
        GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
  return root != NULL ? MLG_HOST (root) : NULL;
}

/**
 * mlg_host_get_store:
 *
 * Returns: (transfer none): the network file that is open
 */
MlgStore *
mlg_host_get_store (MlgHost *self)
{
  g_return_val_if_fail (MLG_IS_HOST (self), NULL);
  return MLG_HOST_GET_IFACE (self)->get_store (self);
}

/**
 * mlg_host_get_settings:
 *
 * Returns: (transfer none): the settings of the application
 */
GSettings *
mlg_host_get_settings (MlgHost *self)
{
  g_return_val_if_fail (MLG_IS_HOST (self), NULL);
  return MLG_HOST_GET_IFACE (self)->get_settings (self);
}

/**
 * mlg_host_say:
 * @text: a short sentence, translated
 * @undo: whether it tells of the last action, so that it offers to take it back
 */
void
mlg_host_say (MlgHost *self, const char *text, gboolean undo)
{
  g_return_if_fail (MLG_IS_HOST (self));
  MLG_HOST_GET_IFACE (self)->say (self, text, undo);
}

/**
 * mlg_host_fail:
 * @heading: what could not be done, translated
 * @error: why; a cancellation is not told
 */
void
mlg_host_fail (MlgHost *self, const char *heading, const GError *error)
{
  g_return_if_fail (MLG_IS_HOST (self));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    MLG_HOST_GET_IFACE (self)->fail (self, heading, error);
}

/**
 * mlg_host_show_record:
 *
 * Returns: whether a room shows records of this kind
 */
gboolean
mlg_host_show_record (MlgHost *self, const MlgKind *kind, gint64 id)
{
  g_return_val_if_fail (MLG_IS_HOST (self), FALSE);
  return MLG_HOST_GET_IFACE (self)->show_record (self, kind, id);
}

/* An action on its way: what to say once it is done. */
typedef struct
{
  MlgHost *host; /* (owned) */
  char *name;    /* (owned) */
  char *done;    /* (owned) (nullable) */
} Deed;

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->host);
  g_free (deed->name);
  g_free (deed->done);
  g_free (deed);
}

static void
on_act_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      if (deed->done != NULL)
        mlg_host_say (deed->host, deed->done, TRUE);
    }
  else
    {
      /* Translators: %s is the name of an action, such as “Add Lille”. */
      heading = g_strdup_printf (_ ("Not done: %s"), deed->name);
      mlg_host_fail (deed->host, heading, error);
    }
  deed_free (deed);
}

/**
 * mlg_host_act:
 * @name: the action's name, translated: "Add Lille"
 * @func: what it does, in the writer's thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @done: (nullable): what to say when it is done, translated, with a way to take it back; %NULL to
 *   say nothing, as after an edit in place
 *
 * Does something that can be undone, and tells the person when it failed.
 */
void
mlg_host_act (MlgHost *self,
              const char *name,
              MlgActionFunc func,
              gpointer data,
              GDestroyNotify free_data,
              const char *done)
{
  Deed *deed;

  g_return_if_fail (MLG_IS_HOST (self));

  deed = g_new0 (Deed, 1);
  deed->host = g_object_ref (self);
  deed->name = g_strdup (name);
  deed->done = g_strdup (done);
  mlg_store_act_async (mlg_host_get_store (self), name, func, data, free_data, NULL, NULL,
                       on_act_done, deed);
}
