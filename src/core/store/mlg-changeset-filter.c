/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mlg-changeset.h"

/* SQLite can read a changeset but not take a row out of one, which the erasure of a person needs.
 * The format is simple and stable (sqlite.org/src, ext/session/sqlite3session.c, "Changeset
 * format"): a table header ('T', number of columns as a varint, one byte for each column, the name
 * and a NUL), then its changes: an operation byte, a byte that says whether it was indirect, and one
 * record, or two for an update: for each column a type byte and the value. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  gboolean damaged;
} Reader;

static const guint8 *
take_bytes (Reader *r, gsize n)
{
  const guint8 *bytes = r->data + r->at;

  if (n > r->size - r->at)
    {
      r->damaged = TRUE;
      r->at = r->size;
      return NULL;
    }
  r->at += n;
  return bytes;
}

static guint8
take_byte (Reader *r)
{
  const guint8 *byte = take_bytes (r, 1);

  return byte != NULL ? *byte : 0;
}

/* SQLite's varint: seven bits a byte, most significant first; lengths here need five at most. */
static gsize
take_varint (Reader *r)
{
  gsize value = 0;

  for (int i = 0; i < 9; i++)
    {
      guint8 byte = take_byte (r);

      value = value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        break;
    }
  return value;
}

/* Passes over a value; tells the integer when it is one. */
static gint64
skip_value (Reader *r)
{
  enum
  {
    UNDEFINED,
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    NIL
  };
  const guint8 *bytes;
  guint64 big_endian;

  switch (take_byte (r))
    {
    case INTEGER:
      bytes = take_bytes (r, 8);
      if (bytes == NULL)
        return 0;
      memcpy (&big_endian, bytes, sizeof big_endian);
      return (gint64) GUINT64_FROM_BE (big_endian);
    case REAL:
      take_bytes (r, 8);
      return 0;
    case TEXT:
    case BLOB:
      take_bytes (r, take_varint (r));
      return 0;
    case UNDEFINED:
    case NIL:
      return 0;
    default:
      r->damaged = TRUE;
      return 0;
    }
}

/* The key is the first column of the first record. */
static gint64
skip_change (Reader *r, gsize n_columns)
{
  guint8 operation = take_byte (r);
  gint64 id = 0;
  gsize n_values = operation == SQLITE_UPDATE ? 2 * n_columns : n_columns;

  take_byte (r);
  for (gsize i = 0; i < n_values && !r->damaged; i++)
    {
      gint64 value = skip_value (r);

      if (i == 0)
        id = value;
    }
  return id;
}

static const char *
skip_header (Reader *r, gsize *n_columns)
{
  const char *name;
  const guint8 *end;

  take_byte (r);
  *n_columns = take_varint (r);
  take_bytes (r, *n_columns);
  name = (const char *) r->data + r->at;
  end = memchr (name, '\0', r->size - r->at);
  if (end == NULL)
    {
      r->damaged = TRUE;
      return NULL;
    }
  r->at = (gsize) (end - r->data) + 1;
  return name;
}

/* Copies the changes of one table that stay; its header only if one does. */
static void
filter_table (Reader *r, GByteArray *kept, MlgChanges *erased, const MlgKind *const *kinds)
{
  gsize header = r->at, header_size, n_columns = 0;
  const char *table = skip_header (r, &n_columns);
  const MlgKind *kind = table != NULL ? mlg_kind_find_by_table (kinds, table) : NULL;
  gboolean header_written = FALSE;

  header_size = r->at - header;
  while (!r->damaged && r->at < r->size && r->data[r->at] != 'T')
    {
      gsize start = r->at;
      gint64 id = skip_change (r, n_columns);

      if (r->damaged || (kind != NULL && mlg_changes_touch (erased, kind, id)))
        continue;
      if (!header_written)
        g_byte_array_append (kept, r->data + header, (guint) header_size);
      header_written = TRUE;
      g_byte_array_append (kept, r->data + start, (guint) (r->at - start));
    }
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
  g_autoptr (GBytes) plain = mlg_changeset_get_bytes (self);
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  Reader reader = { 0 };
  void *copy;

  reader.data = g_bytes_get_data (plain, &reader.size);
  while (reader.at < reader.size && !reader.damaged)
    filter_table (&reader, kept, erased, kinds);
  if (reader.damaged)
    return NULL;
  copy = sqlite3_malloc64 (MAX (kept->len, 1u));
  if (copy == NULL)
    return NULL;
  if (kept->len > 0)
    memcpy (copy, kept->data, kept->len);
  return mlg_changeset_new_take (copy, (int) kept->len);
}
