/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-sample-network.h"
#include "mlg-kinds.h"
#include "mlg-window-private.h"
#include "network/mlg-network.h"
#include "store/mlg-recovery.h"
#include "widgets/mlg-host.h"

/* The window's file: made, opened, replaced by another, closed. One file is open at a time; the next
 * one waits until all that was asked of the one before is written. */

MlgOpening *
mlg_opening_new (const char *path, MlgOpenFlags flags)
{
  MlgOpening *opening = g_new0 (MlgOpening, 1);

  opening->path = g_strdup (path);
  opening->flags = flags;
  return opening;
}

void
mlg_opening_free (MlgOpening *opening)
{
  g_free (opening->path);
  g_free (opening->name);
  g_free (opening->perimeter);
  g_free (opening);
}

static void
show_failure (MlgWindow *self, const GError *error)
{
  g_clear_object (&self->store);
  mlg_failed_page_explain (MLG_FAILED_PAGE (mlg_lazy_bin_get (self->failed_bin)),
                           self->opening->path, error);
  gtk_stack_set_visible_child_name (self->states, "failed");
  mlg_window_update_actions (self);
}

/* In the writer's thread, which has its own copy of what the person said. */
static gboolean
fill_new_file (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  MlgOpening *opening = data;
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);

  return mlg_record_parse (network, MLG_NETWORK_NAME, opening->name, error)
         && mlg_record_parse (network, MLG_NETWORK_PERIMETER, opening->perimeter, error)
         && mlg_network_create (db, network, error)
         && (!opening->sample || mlg_sample_network_add (db, error));
}

static MlgOpening *
copy_opening (MlgOpening *opening)
{
  MlgOpening *copy = mlg_opening_new (opening->path, opening->flags);

  copy->name = g_strdup (opening->name);
  copy->perimeter = g_strdup (opening->perimeter != NULL ? opening->perimeter : "");
  copy->sample = opening->sample;
  return copy;
}

static gboolean
on_idle (gpointer data)
{
  MlgWindow *self = data;

  self->showing = 0;
  mlg_window_show_workspace (self);
  return G_SOURCE_REMOVE;
}

/* The rooms are made once the window is painted: whoever waits sees at once that it comes. */
static void
show_soon (MlgWindow *self)
{
  self->showing = g_idle_add (on_idle, self);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean filled = mlg_store_write_finish (MLG_STORE (source), result, &error);

  if (self->store != MLG_STORE (source) || self->leaving || self->closing)
    return;
  if (filled)
    show_soon (self);
  else
    show_failure (self, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = mlg_store_open_finish (MLG_STORE (source), result, &error);

  if (self->store != MLG_STORE (source) || self->leaving || self->closing)
    return; /* another file was asked for since, or the window goes */
  if (!opened)
    show_failure (self, error);
  else if ((self->opening->flags & MLG_OPEN_CREATE) != 0)
    mlg_store_write_async (self->store, fill_new_file, copy_opening (self->opening),
                           (GDestroyNotify) mlg_opening_free, NULL, NULL, on_filled,
                           g_object_ref (self));
  else
    show_soon (self);
}

static void
pass_limits (MlgWindow *self)
{
  const MlgLimits limits = {
    .backups = (guint) g_settings_get_int (self->settings, "backups-kept"),
    .history = (gint64) g_settings_get_int (self->settings, "history-size") * 1024 * 1024,
  };

  mlg_store_set_limits (self->store, &limits);
}

static void
start (MlgWindow *self)
{
  self->store = mlg_store_new (mlg_kinds);
  pass_limits (self);
  mlg_store_open_async (self->store, self->opening->path, self->opening->flags, NULL, on_opened,
                        g_object_ref (self));
}

static void
on_left (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!mlg_store_close_finish (MLG_STORE (source), result, &error))
    mlg_host_fail (MLG_HOST (self), _ ("The network was not closed properly"), error);
  self->leaving = FALSE;
  g_clear_object (&self->store);
  if (!self->closing)
    start (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Opens a file in the place of any other; takes @opening. */
void
mlg_window_begin (MlgWindow *self, MlgOpening *opening)
{
  g_clear_pointer (&self->opening, mlg_opening_free);
  self->opening = opening;
  gtk_stack_set_visible_child_name (self->states, "opening");
  mlg_window_clear_workspace (self);
  if (self->store == NULL)
    {
      start (self);
      return;
    }
  if (self->leaving)
    return; /* what is asked for last is opened once the file is closed */
  self->leaving = TRUE;
  mlg_store_close_async (self->store, on_left, g_object_ref (self));
}

/* Asks for the same file again. */
void
mlg_window_retry (MlgWindow *self, MlgOpenFlags flags)
{
  if (self->opening != NULL)
    mlg_window_begin (self, mlg_opening_new (self->opening->path, flags));
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

  mlg_window_begin (self, mlg_opening_new (path, MLG_OPEN_DEFAULT));
}

/* What a recovery needs in its thread. */
typedef struct
{
  char *path;   /* (owned) */
  char *backup; /* (owned) */
  char *kept;   /* (owned) (nullable) where the damaged file went */
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_free (recovery->path);
  g_free (recovery->backup);
  g_free (recovery->kept);
  g_free (recovery);
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovery *recovery = data;
  GError *error = NULL;

  if (mlg_recovery_run (recovery->path, recovery->backup, mlg_kinds, &recovery->kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  MlgWindow *self = MLG_WINDOW (source);
  Recovery *recovery = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  if (self->opening == NULL || !g_str_equal (self->opening->path, recovery->path))
    return; /* another file was asked for meanwhile */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_failure (self, error);
      return;
    }
  kept = g_path_get_basename (recovery->kept);
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("The damaged file is kept as %s"), kept);
  mlg_window_open (self, recovery->path);
  mlg_host_say (MLG_HOST (self), text, FALSE);
}

/* Puts a backup in the place of the file that could not be opened. */
void
mlg_window_recover (MlgWindow *self, const char *backup)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_recovered, NULL);
  Recovery *recovery = g_new0 (Recovery, 1);

  recovery->path = g_strdup (self->opening->path);
  recovery->backup = g_strdup (backup);
  gtk_stack_set_visible_child_name (self->states, "opening");
  g_task_set_task_data (task, recovery, recovery_free);
  g_task_run_in_thread (task, recover_in_thread);
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

/* Closes the file, then the window: what is queued is written first, and shown while it takes time. */
void
mlg_window_close_file (MlgWindow *self)
{
  gboolean busy = g_list_model_get_n_items (mlg_store_get_jobs (self->store)) > 0;

  self->closing = TRUE;
  if (busy)
    {
      mlg_job_bar_set_jobs (self->closing_job_bar, mlg_store_get_jobs (self->store));
      gtk_stack_set_visible_child_name (self->states, "closing");
    }
  gtk_widget_set_visible (GTK_WIDGET (self), busy);
  mlg_window_clear_workspace (self);
  if (!self->leaving)
    mlg_store_close_async (self->store, on_closed, g_object_ref (self));
}
