/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mlg-changeset-reader.h"
#include "mlg-changeset.h"
#include "mlg-store-error.h"

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
 * Errors: %MLG_STORE_ERROR_CORRUPT when it cannot be read.
 *
 * Returns: (transfer full): the changeset without any change of these records; %NULL with @error set
 */
MlgChangeset *
mlg_changeset_without (MlgChangeset *self,
                       MlgChanges *erased,
                       const MlgKind *const *kinds,
                       GError **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (!copy_others (self, kept, erased, kinds))
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT,
                           _ ("The history cannot be read"));
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&kept));
  return mlg_changeset_new_from_bytes (bytes, error);
}
