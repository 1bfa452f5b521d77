/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mlg-changeset-reader.h"
#include "mlg-changeset.h"

/* SQLite can read a changeset but not take a row out of one, which the erasure of a person needs. A
 * changeset is the descriptions of its tables, each followed by the changes of that table: leaving
 * some changes out is copying the others. */

static void
copy_change (const MlgChangesetReader *reader, GByteArray *kept, gsize *header_kept)
{
  if (*header_kept != reader->header_at)
    g_byte_array_append (kept, reader->data + reader->header_at, (guint) reader->header_size);
  *header_kept = reader->header_at;
  g_byte_array_append (kept, reader->data + reader->change_at,
                       (guint) (reader->at - reader->change_at));
}

static gboolean
copy_others (MlgChangeset *self, GByteArray *kept, MlgChanges *erased, const MlgKind *const *kinds)
{
  g_auto (MlgChangesetReader) reader;
  gsize header_kept = G_MAXSIZE;

  mlg_changeset_reader_init (&reader, self);
  while (mlg_changeset_reader_next (&reader))
    {
      const MlgKind *kind = mlg_kind_find_by_table (kinds, reader.table);

      if (kind == NULL || !mlg_changes_touch (erased, kind, reader.id))
        copy_change (&reader, kept, &header_kept);
    }
  return !reader.damaged;
}

/**
 * mlg_changeset_without:
 * @self: a changeset
 * @erased: records of which nothing may be left
 *
 * Returns: (transfer full) (nullable): the changeset without any change of these records; %NULL if
 *   it cannot be read
 */
MlgChangeset *
mlg_changeset_without (MlgChangeset *self, MlgChanges *erased, const MlgKind *const *kinds)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  void *copy;

  if (!copy_others (self, kept, erased, kinds))
    return NULL;
  copy = sqlite3_malloc64 (MAX (kept->len, 1u));
  if (copy == NULL)
    return NULL;
  if (kept->len > 0)
    memcpy (copy, kept->data, kept->len);
  return mlg_changeset_new_take (copy, (int) kept->len);
}
