/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-table.h"

#include <gio/gio.h>

#define FOLDER "/org/maillage/themes/"

/**
 * mlg_theme_table_read:
 * @name: a table that comes with the program
 * @n_columns: how many cells each row has at the least
 *
 * Returns: (transfer full) (element-type GStrv): its rows, in order, comments left out; %NULL with
 *   @error set
 */
GPtrArray *
mlg_theme_table_read (const char *name, guint n_columns, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        GStrv cells = g_strsplit (lines[i], "\t", -1);

        g_assert (g_strv_length (cells) >= n_columns);
        g_ptr_array_add (rows, cells);
      }
  return g_steal_pointer (&rows);
}
