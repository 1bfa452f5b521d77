/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-regular-file.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

/* Files that people give: a pipe or a device may hold back what reads it for ever, or never end. */

static gboolean
refuse (const char *name, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("%s cannot be read: it is a folder, a pipe or a device, and a file is needed"),
               name);
  return FALSE;
}

/**
 * mlg_regular_file_check:
 * @info: with the type and the display name of a file
 * @error: %G_IO_ERROR_NOT_REGULAR_FILE
 *
 * Returns: whether it is a file that ends, neither a folder nor a pipe nor a device
 */
gboolean
mlg_regular_file_check (GFileInfo *info, GError **error)
{
  return g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
         || refuse (g_file_info_get_display_name (info), error);
}

/* A file of this machine: what is opened is what is looked at, and opening a pipe waits for nobody. */
static GInputStream *
open_path (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GInputStream) stream = NULL;
  struct stat info;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    return NULL;
  stream = g_unix_input_stream_new (fd, TRUE);
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      refuse (name, error);
      return NULL;
    }
  return g_steal_pointer (&stream);
}

/* GIO says it in the words of programmers; of a link that leads nowhere it tells of the link. */
static gboolean
check_there (GFile *file, GFileInfo *info, GError *problem, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_SYMBOLIC_LINK)
    return TRUE;
  if (info != NULL || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("%s: no such file"), name);
  else
    g_propagate_error (error, g_error_copy (problem));
  return FALSE;
}

static GInputStream *
open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GInputStream *stream =
      g_file_peek_path (file) != NULL ? open_path (g_file_peek_path (file), &problem) : NULL;

  if (stream != NULL)
    return stream;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
      G_FILE_QUERY_INFO_NONE, cancellable, &problem);
  if (!check_there (file, info, problem, error) || !mlg_regular_file_check (info, error))
    return NULL;
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static GBytes *
read_stream (GInputStream *stream, gsize limit, GCancellable *cancellable, GError **error)
{
  enum
  {
    BLOCK = 64 * 1024
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0;

  do
    {
      guint start = bytes->len;

      g_byte_array_set_size (bytes, start + BLOCK);
      if (!g_input_stream_read_all (stream, bytes->data + start, BLOCK, &n, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, start + (guint) n);
    }
  while (n == BLOCK && bytes->len <= limit);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * mlg_regular_file_load:
 * @file: a file that someone gave
 * @limit: the most bytes, below 2 GiB
 * @too_large: (out): whether there are more than @limit; there is no @error then
 * @cancellable: (nullable): to stop from another thread
 * @error: %G_IO_ERROR_NOT_REGULAR_FILE for a folder, a pipe or a device, or another #GIOErrorEnum
 *
 * Reads a whole foreign file, but no more than is allowed, whatever it is. May be called from any
 * thread.
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
mlg_regular_file_load (
    GFile *file, gsize limit, gboolean *too_large, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (limit < G_MAXINT, NULL);

  *too_large = FALSE;
  stream = open_file (file, cancellable, error);
  if (stream != NULL)
    bytes = read_stream (stream, limit, cancellable, error);
  if (bytes == NULL || g_bytes_get_size (bytes) <= limit)
    return g_steal_pointer (&bytes);
  *too_large = TRUE;
  return NULL;
}
