/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-changeset-writer.h"

#include <math.h>
#include <string.h>

#include "mlg-changeset-reader.h"
#include "mlg-record-private.h"

/* Writes the changeset of records that are new. A session would learn at each of them what the record
 * says already, look every row up again at the end and tell them in the order of a hash table: half of
 * what writing them costs. Here they stand in the order in which they were written, which also is the
 * one in which they are soonest undone. The format is told in mlg-changeset-reader.c. */
struct _MlgChangesetWriter
{
  GHashTable *tables; /* (owned) MlgKind → GByteArray */
  GPtrArray *order;   /* (owned) of GByteArray (unowned): the first table written to comes first */
};

/**
 * mlg_changeset_writer_new:
 *
 * Makes a writer of changesets in the form of SQLite's session extension, for imports that know
 * what they insert.
 *
 * Returns: (transfer full): what was made
 */
MlgChangesetWriter *
mlg_changeset_writer_new (void)
{
  MlgChangesetWriter *self = g_new0 (MlgChangesetWriter, 1);

  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_byte_array_unref);
  self->order = g_ptr_array_new ();
  return self;
}

/**
 * mlg_changeset_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer with what mlg_changeset_writer_finish() has not taken.
 */
void
mlg_changeset_writer_free (MlgChangesetWriter *self)
{
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->tables);
  g_free (self);
}

static MlgValueType
type_of (const MlgField *field)
{
  if (field->type == MLG_FIELD_REAL)
    return MLG_VALUE_REAL;
  return mlg_field_is_number (field) ? MLG_VALUE_INTEGER : MLG_VALUE_TEXT;
}

/**
 * mlg_changeset_writer_can_add:
 *
 * Returns: whether each value will be stored just as it is, so that nobody need ask SQLite what it made
 *   of it
 */
gboolean
mlg_changeset_writer_can_add (MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const MlgValue *values = mlg_record_get_values (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (values[i].type != MLG_VALUE_NULL
        && (values[i].type != type_of (&kind->fields[i])
            || (values[i].type == MLG_VALUE_REAL && isnan (values[i].real))))
      return FALSE;
  return TRUE;
}

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

/* SQLite's varint: seven bits a byte, the most significant first. */
/* The most bytes that a value takes: its type, then a number, or a length and a text. */
static gsize
get_room (const MlgValue *value)
{
  return value->type == MLG_VALUE_TEXT ? 1 + 5 + strlen (value->text) : 1 + sizeof (guint64);
}

/* SQLite's varint: seven bits a byte, the most significant first. */
static guint8 *
write_varint (guint8 *at, guint32 value)
{
  for (int shift = 28; shift > 0; shift -= 7)
    if (value >> shift != 0)
      *at++ = (guint8) (0x80 | (value >> shift & 0x7f));
  *at++ = (guint8) (value & 0x7f);
  return at;
}

static guint8 *
write_number (guint8 *at, MlgChangesetType type, guint64 bits)
{
  guint64 big_endian = GUINT64_TO_BE (bits);

  *at++ = (guint8) type;
  memcpy (at, &big_endian, sizeof big_endian);
  return at + sizeof big_endian;
}

static guint8 *
write_text (guint8 *at, const char *text)
{
  gsize length = strlen (text);

  *at++ = MLG_CHANGESET_TEXT;
  at = write_varint (at, (guint32) length);
  memcpy (at, text, length);
  return at + length;
}

static guint8 *
write_value (guint8 *at, const MlgValue *value)
{
  guint64 bits;

  switch (value->type)
    {
    case MLG_VALUE_INTEGER:
      return write_number (at, MLG_CHANGESET_INTEGER, (guint64) value->integer);
    case MLG_VALUE_REAL:
      memcpy (&bits, &value->real, sizeof bits);
      return write_number (at, MLG_CHANGESET_REAL, bits);
    case MLG_VALUE_TEXT:
      return write_text (at, value->text);
    case MLG_VALUE_NULL:
    default:
      *at++ = MLG_CHANGESET_NULL;
      return at;
    }
}

static GByteArray *
begin_table (const MlgKind *kind)
{
  GByteArray *bytes = g_byte_array_new ();

  guint8 n[5];

  append_byte (bytes, 'T');
  g_byte_array_append (bytes, n, (guint) (write_varint (n, kind->n_fields + 1) - n));
  append_byte (bytes, 1);
  for (guint i = 0; i < kind->n_fields; i++)
    append_byte (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) kind->table, (guint) strlen (kind->table) + 1);
  return bytes;
}

static GByteArray *
get_table (MlgChangesetWriter *self, const MlgKind *kind)
{
  GByteArray *bytes = g_hash_table_lookup (self->tables, kind);

  if (bytes == NULL)
    {
      bytes = begin_table (kind);
      g_hash_table_insert (self->tables, (gpointer) kind, bytes);
      g_ptr_array_add (self->order, bytes);
    }
  return bytes;
}

/**
 * mlg_changeset_writer_add:
 * @record: a new record that has just been stored
 */
void
mlg_changeset_writer_add (MlgChangesetWriter *self, MlgConnection *db, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const MlgValue *values = mlg_record_get_values (record);
  GByteArray *bytes = get_table (self, kind);
  const int *fields = mlg_record_get_fields (db, kind);
  guint start = bytes->len;
  gsize room = 2 + 1 + sizeof (guint64);
  guint8 *at;

  for (guint i = 0; i < kind->n_fields; i++)
    room += get_room (&values[i]);
  g_byte_array_set_size (bytes, start + (guint) room);
  at = bytes->data + start;
  *at++ = SQLITE_INSERT;
  *at++ = 0;
  at = write_number (at, MLG_CHANGESET_INTEGER, (guint64) mlg_record_get_id (record));
  for (guint column = 1; column <= kind->n_fields; column++)
    at = write_value (at, &values[fields[column]]);
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

static int
join (MlgChangesetWriter *self, int *size, void **data)
{
  gsize total = 0;
  guint8 *at;

  for (guint i = 0; i < self->order->len; i++)
    total += ((GByteArray *) self->order->pdata[i])->len;
  if (total > G_MAXINT || (at = sqlite3_malloc64 (MAX (total, 1))) == NULL)
    return SQLITE_NOMEM;
  *size = (int) total;
  *data = at;
  for (guint i = 0; i < self->order->len; i++)
    {
      const GByteArray *bytes = self->order->pdata[i];

      memcpy (at, bytes->data, bytes->len);
      at += bytes->len;
    }
  return SQLITE_OK;
}

/* What came after on the same rows is put together with their insertion. */
static int
combine (int first_size, void *first, int *size, void **data)
{
  sqlite3_changegroup *group = NULL;
  void *second = *data;
  int second_size = *size;
  int code = sqlite3changegroup_new (&group);

  *data = NULL;
  *size = 0;
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, first_size, first);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, second_size, second);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, size, data);
  sqlite3changegroup_delete (group);
  sqlite3_free (first);
  sqlite3_free (second);
  return code;
}

/**
 * mlg_changeset_writer_take_table:
 *
 * Returns: (transfer full) (nullable): what was added, when it is all of one table and can be had without a
 *   copy; else mlg_changeset_writer_finish() is to be asked
 */
GByteArray *
mlg_changeset_writer_take_table (MlgChangesetWriter *self)
{
  GByteArray *bytes = self->order->len == 1 ? self->order->pdata[0] : NULL;

  if (bytes == NULL || bytes->len > G_MAXINT)
    return NULL;
  g_byte_array_ref (bytes);
  g_ptr_array_set_size (self->order, 0);
  g_hash_table_remove_all (self->tables);
  return bytes;
}

/**
 * mlg_changeset_writer_finish:
 * @size: (inout): of @data
 * @data: (inout) (nullable): what a session has recorded beside; with the new records added
 *
 * Returns: a result of SQLite
 */
int
mlg_changeset_writer_finish (MlgChangesetWriter *self, int *size, void **data)
{
  void *own = NULL;
  int own_size = 0, code;

  if (self->order->len == 0)
    return SQLITE_OK;
  code = join (self, &own_size, &own);
  if (code != SQLITE_OK)
    return code;
  if (*size > 0)
    return combine (own_size, own, size, data);
  sqlite3_free (*data);
  *data = own;
  *size = own_size;
  return SQLITE_OK;
}
