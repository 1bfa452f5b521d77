/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-changeset-reader.h"

#include <string.h>

/* Reads a changeset where it stands. SQLite's own iterator makes a value of each column of each row,
 * which costs a large import more than writing its rows. The format is simple and stable
 * (sqlite.org/src, ext/session/sqlite3session.c, "Changeset format"): a table header ('T', number of
 * columns as a varint, one byte for each column, the name and a NUL), then its changes: an operation
 * byte, a byte that says whether it was indirect, and one record, or two for an update: for each column
 * a type byte and the value. */

/**
 * mlg_changeset_reader_init:
 * @changeset: must stay until the reader is cleared
 */
void
mlg_changeset_reader_init (MlgChangesetReader *self, MlgChangeset *changeset)
{
  *self = (MlgChangesetReader){ 0 };
  self->data = mlg_changeset_peek (changeset, &self->size);
}

/**
 * mlg_changeset_reader_clear:
 *
 * Frees the rows of the change that was read last; the changeset is not touched.
 */
void
mlg_changeset_reader_clear (MlgChangesetReader *self)
{
  g_clear_pointer (&self->old_row, g_free);
  g_clear_pointer (&self->new_row, g_free);
}

static const guint8 *
take_bytes (MlgChangesetReader *self, gsize n)
{
  const guint8 *bytes = self->data + self->at;

  if (n > self->size - self->at)
    {
      self->damaged = TRUE;
      self->at = self->size;
      return NULL;
    }
  self->at += n;
  return bytes;
}

static guint8
take_byte (MlgChangesetReader *self)
{
  const guint8 *byte = take_bytes (self, 1);

  return byte != NULL ? *byte : 0;
}

/* SQLite's varint: seven bits a byte, most significant first; lengths here need five at most. */
static gsize
take_varint (MlgChangesetReader *self)
{
  gsize value = 0;

  for (int i = 0; i < 9; i++)
    {
      guint8 byte = take_byte (self);

      value = value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        break;
    }
  return value;
}

static void
take_value (MlgChangesetReader *self, MlgChangesetValue *value)
{
  value->type = take_byte (self);
  value->size = 0;
  if (value->type == MLG_CHANGESET_INTEGER || value->type == MLG_CHANGESET_REAL)
    value->size = 8;
  else if (value->type == MLG_CHANGESET_TEXT || value->type == MLG_CHANGESET_BLOB)
    value->size = take_varint (self);
  else if (value->type > MLG_CHANGESET_NULL)
    self->damaged = TRUE;
  value->bytes = (const char *) take_bytes (self, value->size);
  if (value->bytes == NULL)
    value->type = MLG_CHANGESET_UNDEFINED;
}

/* Most columns of most rows are empty.
 *
 * Returns: how many columns from @first on are */
static guint
take_nulls (MlgChangesetReader *self, MlgChangesetValue *row, guint first)
{
  const guint8 *bytes = self->data + self->at;
  guint most = (guint) MIN (self->size - self->at, self->n_columns - first), n = 0;

  for (; n < most && bytes[n] == MLG_CHANGESET_NULL; n++)
    row[first + n].type = MLG_CHANGESET_NULL;
  self->at += n;
  return n;
}

static void
take_row (MlgChangesetReader *self, MlgChangesetValue *row)
{
  guint i = 0;

  while (i < self->n_columns && !self->damaged)
    {
      i += take_nulls (self, row, i);
      if (i < self->n_columns)
        take_value (self, &row[i++]);
    }
}

static void
take_no_row (MlgChangesetReader *self, MlgChangesetValue *row)
{
  for (guint i = 0; i < self->n_columns; i++)
    row[i].type = MLG_CHANGESET_UNDEFINED;
}

/* The row that an insertion or a removal does not tell of stays empty from one to the next. */
static void
take_rows (MlgChangesetReader *self)
{
  if (self->operation != SQLITE_INSERT)
    take_row (self, self->old_row);
  else if (self->last_operation != SQLITE_INSERT)
    take_no_row (self, self->old_row);
  if (self->operation != SQLITE_DELETE)
    take_row (self, self->new_row);
  else if (self->last_operation != SQLITE_DELETE)
    take_no_row (self, self->new_row);
  self->last_operation = self->operation;
}

static void
take_header (MlgChangesetReader *self)
{
  const guint8 *end;
  gsize n;

  self->header_at = self->at;
  take_byte (self);
  n = take_varint (self);
  if (take_bytes (self, n) == NULL)
    return;
  self->n_columns = (guint) n;
  self->table = (const char *) self->data + self->at;
  end = memchr (self->table, '\0', self->size - self->at);
  self->damaged |= end == NULL;
  self->at = end != NULL ? (gsize) (end - self->data) + 1 : self->size;
  self->header_size = self->at - self->header_at;
  self->last_operation = 0;
  if (self->n_columns <= self->n_allocated)
    return;
  self->n_allocated = self->n_columns;
  self->old_row = g_renew (MlgChangesetValue, self->old_row, self->n_allocated);
  self->new_row = g_renew (MlgChangesetValue, self->new_row, self->n_allocated);
}

/**
 * mlg_changeset_reader_next:
 *
 * Goes to the next change.
 *
 * Returns: %FALSE at the end, or where the changeset cannot be read
 */
gboolean
mlg_changeset_reader_next (MlgChangesetReader *self)
{
  while (!self->damaged && self->at < self->size && self->data[self->at] == 'T')
    take_header (self);
  if (self->damaged || self->at >= self->size || self->n_columns == 0)
    {
      self->damaged |= self->at < self->size;
      return FALSE;
    }
  self->change_at = self->at;
  self->operation = take_byte (self);
  take_byte (self);
  take_rows (self);
  if (self->damaged)
    return FALSE;
  /* The key is the first column of every table of records. */
  self->id = mlg_changeset_value_get_integer (self->operation == SQLITE_INSERT ? self->new_row
                                                                               : self->old_row);
  return TRUE;
}

static guint64
read_number (const MlgChangesetValue *value)
{
  guint64 big_endian;

  memcpy (&big_endian, value->bytes, sizeof big_endian);
  return GUINT64_FROM_BE (big_endian);
}

/**
 * mlg_changeset_value_get_integer:
 *
 * Returns: the integer; 0 for what is none
 */
gint64
mlg_changeset_value_get_integer (const MlgChangesetValue *value)
{
  return value->type == MLG_CHANGESET_INTEGER ? (gint64) read_number (value) : 0;
}

/**
 * mlg_changeset_value_append:
 *
 * Appends the value as SQLite writes it as text; nothing for NULL.
 */
void
mlg_changeset_value_append (const MlgChangesetValue *value, GString *text)
{
  char buffer[64];
  guint64 bits;
  double real;

  switch (value->type)
    {
    case MLG_CHANGESET_TEXT:
    case MLG_CHANGESET_BLOB:
      g_string_append_len (text, value->bytes, (gssize) value->size);
      break;
    case MLG_CHANGESET_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, mlg_changeset_value_get_integer (value));
      break;
    case MLG_CHANGESET_REAL:
      bits = read_number (value);
      memcpy (&real, &bits, sizeof real);
      g_string_append (text, sqlite3_snprintf (sizeof buffer, buffer, "%!.15g", real));
      break;
    case MLG_CHANGESET_UNDEFINED:
    case MLG_CHANGESET_NULL:
    default:
      break;
    }
}
