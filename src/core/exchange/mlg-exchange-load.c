/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-table-reader.h"

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
 * mlg_exchange_load:
 * @limit: the most bytes, below 2 GiB
 *
 * Reads a whole foreign file, but no more than is allowed, whatever it is.
 *
 * Returns: (transfer full): its bytes, or %NULL with a %GIOError or %MLG_EXCHANGE_ERROR_TOO_LARGE
 */
GBytes *
mlg_exchange_load (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);

  g_return_val_if_fail (limit < G_MAXINT, NULL);

  if (stream == NULL
      || (bytes = read_stream (G_INPUT_STREAM (stream), limit, cancellable, error)) == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) <= limit)
    return g_steal_pointer (&bytes);
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
               _ ("%s: the file is larger than %u MB: cut it in several ones"), name,
               (guint) (limit / 1000000));
  return NULL;
}
