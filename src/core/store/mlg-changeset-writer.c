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
static void
append_varint (GByteArray *bytes, guint32 value)
{
  for (int shift = 28; shift > 0; shift -= 7)
    if (value >> shift != 0)
      append_byte (bytes, (guint8) (0x80 | (value >> shift & 0x7f)));
  append_byte (bytes, (guint8) (value & 0x7f));
}

static void
append_number (GByteArray *bytes, MlgChangesetType type, guint64 bits)
{
  guint64 big_endian = GUINT64_TO_BE (bits);

  append_byte (bytes, (guint8) type);
  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_value (GByteArray *bytes, const MlgValue *value)
{
  gsize length;
  guint64 bits;

  switch (value->type)
    {
    case MLG_VALUE_INTEGER:
      append_number (bytes, MLG_CHANGESET_INTEGER, (guint64) value->integer);
      break;
    case MLG_VALUE_REAL:
      memcpy (&bits, &value->real, sizeof bits);
      append_number (bytes, MLG_CHANGESET_REAL, bits);
      break;
    case MLG_VALUE_TEXT:
      length = strlen (value->text);
      append_byte (bytes, MLG_CHANGESET_TEXT);
      append_varint (bytes, (guint32) length);
      g_byte_array_append (bytes, (const guint8 *) value->text, (guint) length);
      break;
    case MLG_VALUE_NULL:
    default:
      append_byte (bytes, MLG_CHANGESET_NULL);
    }
}

static GByteArray *
begin_table (const MlgKind *kind)
{
  GByteArray *bytes = g_byte_array_new ();

  append_byte (bytes, 'T');
  append_varint (bytes, kind->n_fields + 1);
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

  append_byte (bytes, SQLITE_INSERT);
  append_byte (bytes, 0);
  append_number (bytes, MLG_CHANGESET_INTEGER, (guint64) mlg_record_get_id (record));
  for (guint column = 1; column <= kind->n_fields; column++)
    append_value (bytes, &values[fields[column]]);
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
