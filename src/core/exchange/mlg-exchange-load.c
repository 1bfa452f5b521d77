/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-regular-file.h"
#include "mlg-table-reader.h"

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
  g_autofree char *name = NULL;
  gboolean too_large = FALSE;
  GBytes *bytes = mlg_regular_file_load (file, limit, &too_large, cancellable, error);

  if (!too_large)
    return bytes;
  name = g_file_get_basename (file);
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
               _ ("%s: the file is larger than %u MB: cut it in several ones"), name,
               (guint) (limit / 1000000));
  return NULL;
}
