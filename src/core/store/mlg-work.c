/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-history.h"
#include "mlg-store-file.h"
#include "mlg-store-private.h"

/* What the threads of a store do. Everything here but the first three functions runs in a worker. */

MlgWork *
mlg_work_new (MlgStore *store,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  MlgWork *work = g_new0 (MlgWork, 1);

  work->task = g_task_new (store, cancellable, callback, user_data);
  /* What was done is told as done, even if somebody gave it up too late. */
  g_task_set_check_cancellable (work->task, FALSE);
  return work;
}

void
mlg_work_free (MlgWork *work)
{
  if (work->free_data != NULL && work->data != NULL)
    work->free_data (work->data);
  if (work->free_result != NULL && work->result != NULL)
    work->free_result (work->result);
  g_clear_pointer (&work->changes, mlg_changes_unref);
  g_clear_object (&work->job);
  g_clear_error (&work->error);
  g_free (work->name);
  g_free (work->undo_name);
  g_free (work->redo_name);
  g_clear_object (&work->task);
  g_free (work);
}

/* Ends the caller's task. The last reference to everything goes here, in the caller's thread. */
void
mlg_work_complete (MlgWork *work)
{
  if (work->error != NULL)
    g_task_return_error (work->task, g_steal_pointer (&work->error));
  else if (work->read != NULL)
    g_task_return_pointer (work->task, g_steal_pointer (&work->result), work->free_result);
  else
    g_task_return_boolean (work->task, TRUE);
  mlg_work_free (work);
}

static void
on_progress (double fraction, const char *text, gpointer data)
{
  mlg_job_report (data, fraction, text);
}

static gboolean
start (MlgConnection *db, MlgWork *work)
{
  GCancellable *cancellable =
      work->job != NULL ? mlg_job_get_cancellable (work->job) : g_task_get_cancellable (work->task);

  if (db == NULL)
    {
      g_set_error_literal (&work->error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
                           _ ("No network file is open"));
      return FALSE;
    }
  if (cancellable != NULL && g_cancellable_set_error_if_cancelled (cancellable, &work->error))
    return FALSE;
  mlg_connection_set_cancellable (db, cancellable);
  if (work->job != NULL)
    mlg_connection_set_progress (db, on_progress, work->job);
  return TRUE;
}

static void
stop (MlgConnection *db)
{
  mlg_connection_set_cancellable (db, NULL);
  mlg_connection_set_progress (db, NULL, NULL);
}

/* After each write the store shows what can be undone next. */
static void
look_at_history (MlgConnection *db, MlgWork *work)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&work->undo_name, g_free);
  g_clear_pointer (&work->redo_name, g_free);
  if (!mlg_history_get_next (db, &work->undo_name, &work->redo_name, &error))
    g_debug ("The history was not read: %s", error->message);
}

/* A program holds one lock on a file: what is open already is not opened again. */
static gboolean
is_open (MlgConnection *db, MlgWork *work)
{
  return db != NULL && (work->flags & MLG_OPEN_CREATE) == 0
         && mlg_connection_is_read_only (db) == ((work->flags & MLG_OPEN_READ_ONLY) != 0)
         && mlg_store_file_is_same (mlg_connection_get_path (db), work->name);
}

void
mlg_work_open (MlgConnection **db, gpointer data)
{
  MlgWork *work = data;
  MlgConnection *opened;

  if (is_open (*db, work))
    {
      look_at_history (*db, work);
      return;
    }
  opened =
      mlg_connection_open_within (work->name, work->flags | MLG_OPEN_LASTING, work->kinds,
                                  work->limits.backups > 0 ? &work->limits : NULL, &work->error);
  if (opened == NULL)
    return;
  g_clear_pointer (db, mlg_connection_close);
  *db = opened;
  look_at_history (*db, work);
}

void
mlg_work_close (MlgConnection **db, gpointer data)
{
  g_clear_pointer (db, mlg_connection_close);
}

void
mlg_work_set_limits (MlgConnection **db, gpointer data)
{
  MlgWork *work = data;

  if (*db != NULL)
    mlg_connection_set_limits (*db, &work->limits);
}

void
mlg_work_read (MlgConnection **db, gpointer data)
{
  MlgWork *work = data;

  if (!start (*db, work))
    return;
  work->result = work->read (*db, work->data, &work->error);
  stop (*db);
}

void
mlg_work_write (MlgConnection **db, gpointer data)
{
  MlgWork *work = data;

  if (!start (*db, work))
    return;
  if (work->act != NULL)
    mlg_connection_act (*db, work->name, work->act, work->data, &work->changes, &work->error);
  else
    work->write (*db, work->data, &work->changes, &work->error);
  stop (*db);
  look_at_history (*db, work);
}
