/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-changeset.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-changeset-reader.h"
#include "mlg-connection-private.h"
#include "mlg-store-error.h"

/* What an action changed, as SQLite's session extension writes it. Kept in the file compressed: a
 * changeset starts with 'T', so that one that is not compressed can be told apart. */
struct _MlgChangeset
{
  guint8 *data;      /* (owned) (nullable) sqlite3_malloc, unless it is that of @array */
  GByteArray *array; /* (owned) (nullable) */
  int size;
  gint n;               /* how many rows it touches; negative until somebody read it to its end */
  GThread *compressing; /* (owned) (nullable) what makes the bytes to keep */
};

/**
 * mlg_changeset_new_take:
 * @data: (transfer full) (nullable): memory of SQLite
 */
MlgChangeset *
mlg_changeset_new_take (void *data, int size)
{
  MlgChangeset *self = g_new0 (MlgChangeset, 1);

  self->data = data;
  self->size = data != NULL ? size : 0;
  self->n = -1;
  return self;
}

/**
 * mlg_changeset_new_take_array:
 * @array: (transfer full): not empty
 */
MlgChangeset *
mlg_changeset_new_take_array (GByteArray *array)
{
  MlgChangeset *self = mlg_changeset_new_take (array->data, (int) array->len);

  self->array = array;
  return self;
}

/**
 * mlg_changeset_free:
 * @self: (transfer full): a changeset
 *
 * Frees a changeset with its bytes.
 */
void
mlg_changeset_free (MlgChangeset *self)
{
  GBytes *stored = self->compressing != NULL ? g_thread_join (self->compressing) : NULL;

  g_clear_pointer (&stored, g_bytes_unref);
  if (self->array != NULL)
    g_byte_array_unref (self->array);
  else
    sqlite3_free (self->data);
  g_free (self);
}

static void
fail (int code, GError **error)
{
  if (code == SQLITE_NOMEM)
    g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED, _ ("Out of memory"));
  else
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT,
                 _ ("The history cannot be read: %s"), sqlite3_errstr (code));
}

static GBytes *
convert (GConverter *converter, gconstpointer data, gsize size, GError **error)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) through = g_converter_input_stream_new (input, converter);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, through, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error)
      < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* SQLite 3.40 reads on for ever in a changeset that ends too early. */
static gboolean
is_whole (MlgChangeset *self)
{
  g_auto (MlgChangesetReader) reader;

  mlg_changeset_reader_init (&reader, self);
  while (mlg_changeset_reader_next (&reader))
    ;
  return !reader.damaged;
}

/**
 * mlg_changeset_new_from_bytes:
 * @stored: what mlg_changeset_store() gave
 *
 * Errors: %MLG_STORE_ERROR_CORRUPT when it cannot be read to its end.
 *
 * Returns: (transfer full): the changeset, or %NULL with @error set
 */
MlgChangeset *
mlg_changeset_new_from_bytes (GBytes *stored, GError **error)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (MlgChangeset) self = NULL;
  g_autoptr (GBytes) plain = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (stored, &size);
  g_autoptr (GError) problem = NULL;
  void *copy;

  if (size == 0 || *(const char *) data == 'T')
    plain = g_bytes_ref (stored);
  else
    plain = convert (G_CONVERTER (zlib), data, size, &problem);
  if (plain == NULL)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT,
                   _ ("The history cannot be read: %s"), problem->message);
      return NULL;
    }
  data = g_bytes_get_data (plain, &size);
  copy = sqlite3_malloc64 (MAX (size, 1));
  if (copy == NULL || size > G_MAXINT)
    {
      sqlite3_free (copy);
      fail (SQLITE_NOMEM, error);
      return NULL;
    }
  if (size > 0)
    memcpy (copy, data, size);
  self = mlg_changeset_new_take (copy, (int) size);
  if (is_whole (self))
    return g_steal_pointer (&self);
  fail (SQLITE_CORRUPT, error);
  return NULL;
}

/**
 * mlg_changeset_peek:
 * @size: (out): bytes
 *
 * Returns: (transfer none): as SQLite wrote it
 */
const guint8 *
mlg_changeset_peek (MlgChangeset *self, gsize *size)
{
  *size = (gsize) self->size;
  return self->data;
}

/**
 * mlg_changeset_get_bytes:
 *
 * Returns: (transfer full): a copy, as SQLite wrote it
 */
GBytes *
mlg_changeset_get_bytes (MlgChangeset *self)
{
  return g_bytes_new (self->data, (gsize) self->size);
}

static gpointer
compress (gpointer data)
{
  enum
  {
    WORTH_COMPRESSING = 512,
    FASTEST = 1
  };
  MlgChangeset *self = data;
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, FASTEST);
  GBytes *compressed = NULL;

  if (self->size >= WORTH_COMPRESSING)
    compressed = convert (G_CONVERTER (zlib), self->data, (gsize) self->size, NULL);
  return compressed != NULL ? compressed : g_bytes_new (self->data, (gsize) self->size);
}

/**
 * mlg_changeset_prepare:
 *
 * Begins to make what mlg_changeset_store() returns, beside what the caller does until then, when there
 * is much of it.
 */
void
mlg_changeset_prepare (MlgChangeset *self)
{
  enum
  {
    WORTH_A_THREAD = 256 * 1024
  };

  if (self->size >= WORTH_A_THREAD && self->compressing == NULL)
    self->compressing = g_thread_try_new ("changeset", compress, self, NULL);
}

/**
 * mlg_changeset_store:
 *
 * Returns: (transfer full): the bytes to keep, compressed when that is worth it
 */
GBytes *
mlg_changeset_store (MlgChangeset *self)
{
  return self->compressing != NULL ? g_thread_join (g_steal_pointer (&self->compressing))
                                   : compress (self);
}

/**
 * mlg_changeset_is_empty:
 *
 * Returns: whether nothing was changed: there is nothing to store or to undo then
 */
gboolean
mlg_changeset_is_empty (MlgChangeset *self)
{
  return self->size == 0;
}

/**
 * mlg_changeset_invert:
 *
 * Returns: (transfer full): what would undo it
 */
MlgChangeset *
mlg_changeset_invert (MlgChangeset *self, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3changeset_invert (self->size, self->data, &size, &data);

  if (code == SQLITE_OK)
    return mlg_changeset_new_take (data, size);
  fail (code, error);
  return NULL;
}

static gint64
get_row (sqlite3_changeset_iter *iterator, int operation)
{
  sqlite3_value *value = NULL;

  /* The key is the first column of every table of records. */
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, 0, &value);
  else
    sqlite3changeset_old (iterator, 0, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/**
 * mlg_changeset_visit:
 * @visitor: (scope call) (nullable): called for each change, in no particular order; %NULL only sees
 *   whether all can be read
 *
 * For a few changes of which all is wanted; #MlgChangesetReader is faster.
 */
gboolean
mlg_changeset_visit (MlgChangeset *self, MlgChangesetVisitor visitor, gpointer data, GError **error)
{
  sqlite3_changeset_iter *iterator = NULL;
  gboolean go_on = TRUE;
  int code;

  if (self->size == 0)
    return TRUE;
  code = sqlite3changeset_start (&iterator, self->size, self->data);
  while (code == SQLITE_OK && go_on && sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns = 0, operation = 0;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
      go_on = visitor == NULL
              || visitor (iterator, table, operation, get_row (iterator, operation), data, error);
    }
  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iterator);
  if (!go_on || code == SQLITE_OK)
    return go_on;
  fail (code, error);
  return FALSE;
}

/**
 * mlg_changeset_get_n:
 *
 * Returns: how many rows it touches
 */
guint
mlg_changeset_get_n (MlgChangeset *self)
{
  g_auto (MlgChangesetReader) reader = { 0 };
  guint n = 0;

  if (self->n >= 0)
    return (guint) self->n;
  mlg_changeset_reader_init (&reader, self);
  while (mlg_changeset_reader_next (&reader))
    n++;
  self->n = (gint) n;
  return n;
}

/* Whoever has read it to its end need not have it read again. */
void
mlg_changeset_note_n (MlgChangeset *self, guint n)
{
  self->n = (gint) n;
}

/**
 * mlg_changeset_get_changes:
 *
 * Returns: (transfer full): which records it touches
 */
MlgChanges *
mlg_changeset_get_changes (MlgChangeset *self, const MlgKind *const *kinds)
{
  g_auto (MlgChangesetReader) reader;
  MlgChanges *changes = mlg_changes_new ();
  const char *table = NULL;
  const MlgKind *kind = NULL;

  mlg_changeset_reader_init (&reader, self);
  while (mlg_changeset_reader_next (&reader))
    {
      if (reader.table != table)
        kind = mlg_kind_find_by_table (kinds, reader.table);
      table = reader.table;
      if (kind != NULL)
        mlg_changes_add (changes, kind, reader.id);
    }
  return changes;
}

static gboolean
count_columns (MlgConnection *db, const char *table, gint64 *n, GError **error)
{
  return mlg_connection_get_integer (db, n, error, "SELECT count(*) FROM pragma_table_info(?1)",
                                     "t", table);
}

/**
 * mlg_changeset_is_present:
 * @present: (out): whether it tells of all columns that its tables have now; one from before a
 *   migration does not tell of those that came since
 */
gboolean
mlg_changeset_is_present (MlgChangeset *self, MlgConnection *db, gboolean *present, GError **error)
{
  g_auto (MlgChangesetReader) reader;
  const char *table = NULL;

  *present = TRUE;
  mlg_changeset_reader_init (&reader, self);
  while (*present && mlg_changeset_reader_next (&reader))
    {
      gint64 n = 0;

      if (reader.table == table)
        continue;
      table = reader.table;
      if (!count_columns (db, table, &n, error))
        return FALSE;
      *present = n == reader.n_columns;
    }
  return TRUE;
}

typedef struct
{
  MlgConnection *db;
  char *conflict; /* (owned) (nullable) the first conflict, told to people */
} Applying;

static char *
describe_conflict (MlgConnection *db, int reason, sqlite3_changeset_iter *iterator)
{
  const char *table = NULL;
  int n_columns = 0, operation = 0;
  const MlgKind *kind;
  const char *title;

  if (reason == SQLITE_CHANGESET_FOREIGN_KEY)
    return g_strdup (_ ("another record still refers to what would go away"));
  sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
  kind = mlg_kind_find_by_table (db->kinds, table);
  title = kind != NULL ? _ (kind->title) : table;
  if (reason == SQLITE_CHANGESET_NOTFOUND)
    /* Translators: a kind of record ("Body") and its number. */
    return g_strdup_printf (_ ("%s %" PRId64 " has been removed since"), title,
                            get_row (iterator, operation));
  if (reason == SQLITE_CHANGESET_CONFLICT)
    return g_strdup_printf (_ ("%s %" PRId64 " is there again"), title,
                            get_row (iterator, operation));
  if (reason == SQLITE_CHANGESET_CONSTRAINT)
    return g_strdup_printf (_ ("%s %" PRId64 " would break a rule of the file"), title,
                            get_row (iterator, operation));
  return g_strdup_printf (_ ("%s %" PRId64 " has been changed since"), title,
                          get_row (iterator, operation));
}

static int
on_conflict (void *data, int reason, sqlite3_changeset_iter *iterator)
{
  Applying *applying = data;

  if (applying->conflict == NULL)
    applying->conflict = describe_conflict (applying->db, reason, iterator);
  return SQLITE_CHANGESET_ABORT;
}

/**
 * mlg_changeset_apply:
 *
 * Writes the changes, in the transaction that is open. A row that is not as the changeset expects it
 * stops everything.
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT, which says which record has changed since.
 */
gboolean
mlg_changeset_apply (MlgChangeset *self, MlgConnection *db, GError **error)
{
  Applying applying = { .db = db };
  g_autofree char *conflict = NULL;
  int code =
      sqlite3changeset_apply (db->handle, self->size, self->data, NULL, on_conflict, &applying);

  conflict = g_steal_pointer (&applying.conflict);
  if (code == SQLITE_OK)
    return TRUE;
  if (conflict != NULL)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT,
                 _ ("This cannot be undone or done again now: %s"), conflict);
  else
    mlg_connection_fail (db, code, error);
  return FALSE;
}
