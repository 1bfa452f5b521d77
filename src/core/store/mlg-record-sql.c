/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-action-private.h"
#include "mlg-connection-private.h"
#include "mlg-id.h"
#include "mlg-record-parts.h"
#include "mlg-record-private.h"
#include "mlg-statement-private.h"

/* The SQL of a kind, written once per connection from its description. */
typedef struct
{
  char *select;         /* "SELECT id, name, … FROM body " */
  MlgStatement *insert; /* (owned) (nullable) once used */
  MlgStatement *update; /* (owned) (nullable) once used */
  int *columns;         /* (owned) where each field's column stands in the table */
  int *fields;          /* (owned) the field of each column but the first, the id */
} RecordSql;

static void
record_sql_free (gpointer data)
{
  RecordSql *sql = data;

  g_free (sql->select);
  g_clear_pointer (&sql->insert, mlg_statement_destroy);
  g_clear_pointer (&sql->update, mlg_statement_destroy);
  g_free (sql->columns);
  g_free (sql->fields);
  g_free (sql);
}

static char *
write_select_sql (const MlgKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ",%s", kind->fields[i].name);
  g_string_append_printf (sql, " FROM %s ", kind->table);
  return g_string_free (sql, FALSE);
}

static char *
write_insert_sql (const MlgKind *kind)
{
  g_autoptr (GString) marks = g_string_new ("?1");
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s(id", kind->table);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (sql, ",%s", kind->fields[i].name);
      g_string_append_printf (marks, ",?%u", i + 2);
    }
  g_string_append_printf (sql, ") VALUES(%s)", marks->str);
  return g_string_free (sql, FALSE);
}

static char *
write_update_sql (const MlgKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET ", kind->table);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, "%s%s=?%u", i > 0 ? "," : "", kind->fields[i].name, i + 2);
  g_string_append (sql, " WHERE id=?1");
  return g_string_free (sql, FALSE);
}

/* Columns added by a later migration stand last in the table, wherever people read them; -1 for a column
 * that is not there. */
static gboolean
find_columns (MlgConnection *db, const MlgKind *kind, int *columns, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "SELECT name, cid FROM pragma_table_info(?1)", error);
  MlgStep step;

  for (guint i = 0; i < kind->n_fields; i++)
    columns[i] = -1;
  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_text (statement, 1, kind->table);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      const char *name = mlg_statement_get_text (statement, 0);
      int field;

      if (name == NULL) /* every column has one: there is no memory for it */
        {
          g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED, g_strerror (ENOMEM));
          return FALSE;
        }
      field = mlg_kind_find_field (kind, name);
      if (field >= 0)
        columns[field] = (int) mlg_statement_get_integer (statement, 1);
    }
  return step == MLG_STEP_DONE;
}

/* A column that no field has cannot be: every migration keeps to the descriptions. */
static int *
find_fields (const MlgKind *kind, const int *columns)
{
  int *fields = g_new0 (int, kind->n_fields + 1);

  for (guint i = 0; i < kind->n_fields; i++)
    if (columns[i] > 0 && columns[i] <= (int) kind->n_fields)
      fields[columns[i]] = (int) i;
  return fields;
}

static RecordSql *
get_sql (MlgConnection *db, const MlgKind *kind)
{
  RecordSql *sql = g_hash_table_lookup (db->record_sql, kind);

  if (sql == NULL)
    {
      sql = g_new0 (RecordSql, 1);
      sql->select = write_select_sql (kind);
      sql->columns = g_new (int, kind->n_fields);
      find_columns (db, kind, sql->columns, NULL);
      sql->fields = find_fields (kind, sql->columns);
      g_hash_table_insert (db->record_sql, (gpointer) kind, sql);
    }
  return sql;
}

/* Looks at the columns of all tables, once the file is in its schema: whatever needs them afterwards
 * cannot fail. */
gboolean
mlg_record_learn_columns (MlgConnection *db, GError **error)
{
  g_hash_table_remove_all (db->record_sql);
  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    {
      RecordSql *sql = get_sql (db, *kind);

      if (!find_columns (db, *kind, sql->columns, error))
        return FALSE;
      g_free (sql->fields);
      sql->fields = find_fields (*kind, sql->columns);
    }
  return TRUE;
}

/* Returns: the index of a field's column in its table, which is that of the changesets. */
int
mlg_record_get_column (MlgConnection *db, const MlgKind *kind, guint field)
{
  return get_sql (db, kind)->columns[field];
}

/* Returns: the index of the field of each column, from column 1. */
const int *
mlg_record_get_fields (MlgConnection *db, const MlgKind *kind)
{
  return get_sql (db, kind)->fields;
}

/* Returns: (transfer full): the SQL that reads records of a kind: the id, then the fields. */
char *
mlg_record_write_select (MlgConnection *db, const MlgKind *kind, const char *tail)
{
  return g_strconcat (get_sql (db, kind)->select, tail, NULL);
}

/* What the table of a connection frees its entries with. */
GHashTable *
mlg_record_sql_table_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, record_sql_free);
}

/**
 * mlg_record_load:
 *
 * Returns: (transfer full): the record, or %NULL with %MLG_STORE_ERROR_MISSING
 */
MlgRecord *
mlg_record_load (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = mlg_record_load_where (db, kind, error, "WHERE id=?1", "i", id);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_object_ref (found->pdata[0]);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
               /* Translators: a kind of record ("Body") and a number. */
               _ ("%s %" PRId64 ": there is no such record"), _ (kind->title), id);
  return NULL;
}

/* Adds a record for each row: the id, then the fields in the order of the description. */
gboolean
mlg_record_read_rows (MlgStatement *statement,
                      const MlgKind *kind,
                      GPtrArray *records,
                      GError **error)
{
  MlgStep step;

  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgRecord *record = mlg_record_new (kind);

      mlg_record_set_id (record, mlg_statement_get_integer (statement, 0));
      mlg_record_read_row (record, statement, 1);
      g_ptr_array_add (records, record);
    }
  return step == MLG_STEP_DONE;
}

/**
 * mlg_record_load_where:
 * @tail: fixed SQL after FROM: "WHERE body=?1 ORDER BY since"
 * @types: a letter for each argument, as for mlg_connection_execute()
 *
 * Returns: (transfer full) (element-type MlgRecord): the records, or %NULL with @error set
 */
GPtrArray *
mlg_record_load_where (MlgConnection *db,
                       const MlgKind *kind,
                       GError **error,
                       const char *tail,
                       const char *types,
                       ...)
{
  g_autofree char *sql = g_strconcat (get_sql (db, kind)->select, tail, NULL);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  va_list arguments;

  if (statement == NULL)
    return NULL;
  va_start (arguments, types);
  mlg_statement_bind_arguments (statement, types, arguments);
  va_end (arguments);
  if (!mlg_record_read_rows (statement, kind, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

/* Whoever used the statement before forgot what was bound: what is left out is NULL. The text must stay
 * until the statement forgets it. */
void
mlg_record_bind_value (MlgStatement *statement, int index, const MlgValue *value)
{
  if (value->type == MLG_VALUE_INTEGER)
    mlg_statement_bind_integer (statement, index, value->integer);
  else if (value->type == MLG_VALUE_REAL)
    mlg_statement_bind_real (statement, index, value->real);
  else if (value->type == MLG_VALUE_TEXT)
    mlg_statement_bind_static_text (statement, index, value->text);
}

static void
bind_record (MlgStatement *statement, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const MlgValue *values = mlg_record_get_values (record);

  mlg_statement_bind_integer (statement, 1, mlg_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    mlg_record_bind_value (statement, (int) i + 2, &values[i]);
}

/* Kept with the kind: looking a long statement up by its text for each row of an import takes longer than
 * many another thing. */
static MlgStatement *
get_statement (MlgConnection *db,
               MlgStatement **kept,
               char *(*write_sql) (const MlgKind *),
               const MlgKind *kind,
               GError **error)
{
  if (*kept == NULL)
    {
      g_autofree char *sql = write_sql (kind);

      *kept = mlg_connection_prepare (db, sql, error);
    }
  return *kept;
}

static gboolean
store (MlgStatement *statement, MlgRecord *record, GError **error)
{
  gboolean done;

  bind_record (statement, record);
  done = mlg_statement_run (statement, error);
  mlg_statement_forget (statement);
  return done;
}

/* A record with a new id cannot have been another one before, nor one that comes before any change: what is
 * stored is all there is to tell. Of one that was there, was removed and comes again, the session knows. */
static gboolean
store_new (
    MlgConnection *db, MlgStatement *statement, MlgRecord *record, gboolean fresh, GError **error)
{
  sqlite3_session *session = db->action->session;
  gboolean done;

  if (!mlg_changeset_writer_can_add (record) || (!fresh && !sqlite3session_isempty (session)))
    return store (statement, record, error);
  sqlite3session_enable (session, 0);
  done = store (statement, record, error);
  sqlite3session_enable (session, 1);
  if (done)
    mlg_changeset_writer_add (db->action->inserted, db, record);
  return done;
}

/**
 * mlg_record_insert:
 * @record: a record; one without an id gets a new one
 *
 * Stores a new record. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a value that the description refuses.
 */
gboolean
mlg_record_insert (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gboolean fresh = mlg_record_get_id (record) == 0;
  MlgStatement *statement;
  gboolean done;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  if (!mlg_record_validate (record, NULL, error))
    return FALSE;
  statement = get_statement (db, &get_sql (db, kind)->insert, write_insert_sql, kind, error);
  if (statement == NULL)
    return FALSE;
  if (fresh)
    mlg_record_set_id (record, mlg_id_new ());
  done =
      store_new (db, statement, record, fresh, error) && mlg_record_check_tree (db, record, error);
  if (!done && fresh)
    mlg_record_set_id (record, 0);
  return done;
}

/**
 * mlg_record_update:
 *
 * Stores all the values of a record that is in the file. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a value that the description refuses,
 * %MLG_STORE_ERROR_MISSING when the record is gone.
 */
gboolean
mlg_record_update (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  MlgStatement *statement;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  if (!mlg_record_validate (record, NULL, error))
    return FALSE;
  statement = get_statement (db, &get_sql (db, kind)->update, write_update_sql, kind, error);
  if (statement == NULL || !store (statement, record, error)
      || !mlg_record_check_tree (db, record, error))
    return FALSE;
  if (mlg_connection_get_n_changed (db) == 1)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
               _ ("%s: the record is not there any more"), _ (kind->title));
  return FALSE;
}

/**
 * mlg_record_load_name:
 *
 * Returns: (transfer full) (nullable): the displayed name; %NULL without @error when it is gone
 */
char *
mlg_record_load_name (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autofree char *name_sql = mlg_kind_get_name_sql (kind, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id=?1", name_sql, kind->table);
  char *name = NULL;

  mlg_connection_get_text (db, &name, error, sql, "i", id);
  return name;
}
