/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "package.h"

#include <string.h>

#include "document/mlg-package-writer.h"

/* No mutation of a ZIP archive keeps its checksums, so the fuzzer sees the text of the parts and they are
 * packed anew each time. An input is the main part; after <?part NAME?> comes another one. */

#define MARK     "<?part "
#define MARK_END "?>"

/* The first part of a name stays. */
static void
add (MlgPackageWriter *writer, GHashTable *names, char *name, const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  if (g_hash_table_contains (names, name))
    {
      g_free (name);
      return;
    }
  g_hash_table_add (names, name);
  mlg_package_writer_add_stored (writer, name, bytes);
}

static void
add_parts (MlgPackageWriter *writer,
           GHashTable *names,
           const char *data,
           gsize size,
           const char *main_part)
{
  const char *end = data + size;
  char *name = g_strdup (main_part);

  while (name != NULL)
    {
      const char *mark = g_strstr_len (data, end - data, MARK);
      const char *mark_end = mark != NULL ? g_strstr_len (mark, end - mark, MARK_END) : NULL;
      const char *stop = mark_end != NULL ? mark : end;

      add (writer, names, name, data, (gsize) (stop - data));
      if (mark_end == NULL)
        return;
      name = g_strndup (mark + strlen (MARK), (gsize) (mark_end - mark) - strlen (MARK));
      data = mark_end + strlen (MARK_END);
    }
}

/* The package of an input, with those of @others that it does not hold itself (transfer full). */
GBytes *
fuzz_pack (
    const guint8 *data, gsize size, const char *main_part, const FuzzPart *others, gsize n_others)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MlgPackageWriter) writer = mlg_package_writer_new (stream, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  add_parts (writer, names, (const char *) data, size, main_part);
  for (gsize i = 0; i < n_others; i++)
    add (writer, names, g_strdup (others[i].name), others[i].text, strlen (others[i].text));
  if (!mlg_package_writer_finish (writer, &error) || !g_output_stream_close (stream, NULL, &error))
    g_error ("%s", error->message);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
