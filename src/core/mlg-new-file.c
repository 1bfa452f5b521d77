/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* GIO replaces a file that is there by way of another one, but writes one that is not there in its place:
 * who looks early sees a part of it, and so does everybody after a failure. */

struct _MlgNewFile
{
  char *path;   /* (owned) (nullable) where it goes; none: GIO knows how, for it is far away */
  char *beside; /* (owned) (nullable) where it is while it is written */
  GOutputStream *stream; /* (owned) */
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("“%s” cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

/* What stands in the place may be replaced: a file, of which one may change the words. */
static gboolean
check_place (const char *path, GStatBuf *former, gboolean *is_there, GError **error)
{
  *is_there = g_stat (path, former) == 0;
  if (!*is_there)
    return errno == ENOENT || fail (path, errno, error);
  if (S_ISDIR (former->st_mode))
    return fail (path, EISDIR, error);
  if (!S_ISREG (former->st_mode))
    return fail (path, EINVAL, error);
  return g_access (path, W_OK) == 0 || fail (path, errno, error);
}

static gboolean
open_beside (MlgNewFile *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_strconcat (folder, "/.maillage-XXXXXX", NULL);
  GStatBuf former;
  gboolean is_there = FALSE;
  int fd = -1;

  if (!check_place (self->path, &former, &is_there, error))
    return FALSE;
  fd = g_mkstemp_full (name, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail (self->path, errno, error);
  self->beside = g_steal_pointer (&name);
  self->stream = g_unix_output_stream_new (fd, TRUE);
  return !is_there || fchmod (fd, former.st_mode & 0777) == 0 || fail (self->path, errno, error);
}

/**
 * mlg_new_file_open:
 * @file: where to write; what is there stays until mlg_new_file_finish()
 * @cancellable: (nullable): to stop from another thread
 * @error: #GIOErrorEnum
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): what is written; freed before it is finished, it leaves nothing
 */
MlgNewFile *
mlg_new_file_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (MlgNewFile) self = g_new0 (MlgNewFile, 1);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  if (self->path != NULL)
    return open_beside (self, error) ? g_steal_pointer (&self) : NULL;
  self->stream = G_OUTPUT_STREAM (
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error));
  return self->stream != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mlg_new_file_get_stream:
 *
 * Returns: (transfer none): where to write; it is not to be closed
 */
GOutputStream *
mlg_new_file_get_stream (MlgNewFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

/**
 * mlg_new_file_finish:
 * @cancellable: (nullable): to stop from another thread
 * @error: #GIOErrorEnum
 *
 * Sees to it that all is on the disk, then puts it in its place.
 *
 * Returns: whether it is there; if not, what was there before still is
 */
gboolean
mlg_new_file_finish (MlgNewFile *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && self->stream != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->beside != NULL
      && fsync (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (self->stream))) != 0)
    return fail (self->path, errno, error);
  if (!g_output_stream_close (self->stream, cancellable, error))
    return FALSE;
  if (self->beside != NULL && g_rename (self->beside, self->path) != 0)
    return fail (self->path, errno, error);
  g_clear_pointer (&self->beside, g_free);
  return TRUE;
}

/* Closing a stream that replaces a file puts it in its place, unless it is told to stop. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();

  g_cancellable_cancel (stop);
  if (!g_output_stream_is_closed (stream))
    g_output_stream_close (stream, stop, NULL);
}

/**
 * mlg_new_file_free:
 * @self: (transfer full): a file being written
 *
 * Frees a file that is being written. One that was not put in its place is removed: nothing half
 * written stays.
 */
void
mlg_new_file_free (MlgNewFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->stream != NULL)
    abandon (self->stream);
  if (self->beside != NULL)
    g_unlink (self->beside); /* what cannot be removed is hidden, and there is nothing else to do */
  g_clear_object (&self->stream);
  g_free (self->beside);
  g_free (self->path);
  g_free (self);
}

/**
 * mlg_new_file_write:
 * @file: where to write; a file that is there is replaced
 * @bytes: the whole content
 * @cancellable: (nullable): to stop from another thread
 * @error: #GIOErrorEnum
 *
 * Writes beside the file and renames into place: a reader, or a person whose disk is full, finds the
 * former file or the new one, never a part of it. May be called from any thread.
 *
 * Returns: whether it was written
 */
gboolean
mlg_new_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (MlgNewFile) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  self = mlg_new_file_open (file, cancellable, error);
  return self != NULL
         && g_output_stream_write_all (self->stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error)
         && mlg_new_file_finish (self, cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer file, gpointer bytes, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mlg_new_file_write (file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mlg_new_file_write_async:
 * @file: where to write
 * @bytes: the whole content
 * @cancellable: (nullable): to stop
 * @done: called in the thread that asked
 * @data: for @done
 *
 * Does as mlg_new_file_write() in another thread.
 */
void
mlg_new_file_write_async (
    GFile *file, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file) && bytes != NULL);

  task = g_task_new (file, cancellable, done, data);
  g_task_set_source_tag (task, mlg_new_file_write_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * mlg_new_file_write_finish:
 *
 * Returns: whether it was written
 */
gboolean
mlg_new_file_write_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
