/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-store-private.h"

/* Opening and closing the file of a store: first the thread that writes, which brings the file up to
 * date, then the one that reads. */

static void
on_writer_left (gpointer data)
{
  MlgWork *work = data;

  mlg_store_set_file (g_task_get_source_object (work->task), work);
  mlg_work_complete (work);
}

/* Opened for reading only: whatever the writer has open is another file, or must be let go. When the
 * writer has the new file but the reader could not open it, none is left open. */
static void
on_reader_open (gpointer data)
{
  MlgWork *work = data;
  MlgStore *self = g_task_get_source_object (work->task);

  if (work->error != NULL && !work->writable)
    {
      mlg_work_complete (work);
      return;
    }
  if (work->error == NULL && work->writable)
    {
      on_writer_left (work);
      return;
    }
  if (work->error != NULL)
    g_clear_pointer (&work->name, g_free);
  mlg_worker_push (self->writer, mlg_work_close, on_writer_left, work);
}

/* The file is there and in the present schema: now it can be read. */
static void
on_writer_open (gpointer data)
{
  MlgWork *work = data;
  MlgStore *self = g_task_get_source_object (work->task);

  if (work->error != NULL)
    {
      mlg_work_complete (work);
      return;
    }
  work->flags = MLG_OPEN_READ_ONLY;
  mlg_worker_push (self->reader, mlg_work_open, on_reader_open, work);
}

/**
 * mlg_store_open_async:
 * @path: the network file
 * @flags: see mlg_connection_open()
 *
 * Opens a file in the place of the one that is open, which stays open if this fails.
 */
void
mlg_store_open_async (MlgStore *self,
                      const char *path,
                      MlgOpenFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, cancellable, callback, user_data);

  work->name = g_canonicalize_filename (path, NULL);
  work->flags = flags;
  work->kinds = self->kinds;
  work->limits = self->limits;
  work->writable = (flags & MLG_OPEN_READ_ONLY) == 0;
  if ((flags & MLG_OPEN_READ_ONLY) != 0)
    mlg_worker_push (self->reader, mlg_work_open, on_reader_open, work);
  else
    mlg_worker_push (self->writer, mlg_work_open, on_writer_open, work);
}

/**
 * mlg_store_open_finish:
 *
 * Returns: whether the file is open; errors are those of mlg_connection_open()
 */
gboolean
mlg_store_open_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_writer_closed (gpointer data)
{
  MlgWork *work = data;

  g_clear_pointer (&work->name, g_free);
  mlg_store_set_file (g_task_get_source_object (work->task), work);
  mlg_work_complete (work);
}

static void
on_reader_closed (gpointer data)
{
  MlgWork *work = data;
  MlgStore *self = g_task_get_source_object (work->task);

  mlg_worker_push (self->writer, mlg_work_close, on_writer_closed, work);
}

/**
 * mlg_store_close_async:
 *
 * Closes the file once all that is queued is done.
 */
void
mlg_store_close_async (MlgStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, NULL, callback, user_data);

  mlg_worker_push (self->reader, mlg_work_close, on_reader_closed, work);
}

/**
 * mlg_store_close_finish:
 * @result: what the callback got
 *
 * Ends mlg_store_close_async().
 */
gboolean
mlg_store_close_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_limits_set (gpointer data)
{
  mlg_work_complete (data);
}

/**
 * mlg_store_set_limits:
 * @limits: how much is kept, of the file that is open and of those that will be
 *
 * To be called before the first file is opened, and whenever the person changes the settings.
 */
void
mlg_store_set_limits (MlgStore *self, const MlgLimits *limits)
{
  MlgWork *work;

  g_return_if_fail (limits->backups > 0);

  self->limits = *limits;
  work = mlg_work_new (self, NULL, NULL, NULL);
  work->limits = *limits;
  mlg_worker_push (self->writer, mlg_work_set_limits, on_limits_set, work);
}
