/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-statement-private.h"

#include "mlg-connection-private.h"

/* Prepared statements rest in the connection's table between two uses. One that is in use has been
 * taken out of it, so that the same SQL can be prepared again by a nested call. */
#define MAX_AT_REST 200

void
mlg_statement_destroy (gpointer data)
{
  MlgStatement *statement = data;

  sqlite3_finalize (statement->handle);
  g_free (statement);
}

/**
 * mlg_connection_prepare:
 * @sql: one statement, with ?1, ?2… for its parameters
 *
 * Returns: (transfer full): a statement with nothing bound, prepared once per connection; give it
 *   back with mlg_statement_release(), or by g_autoptr
 */
MlgStatement *
mlg_connection_prepare (MlgConnection *db, const char *sql, GError **error)
{
  gpointer statement = NULL;
  sqlite3_stmt *handle = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_assert (db->thread == g_thread_self ());

  if (g_hash_table_steal_extended (db->statements, sql, NULL, &statement))
    return statement;
  if (!mlg_connection_check (
          db, sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL),
          error))
    return NULL;
  statement = g_new0 (MlgStatement, 1);
  ((MlgStatement *) statement)->handle = handle;
  ((MlgStatement *) statement)->db = db;
  return statement;
}

/* Makes ready for another use, nothing bound. */
void
mlg_statement_forget (MlgStatement *statement)
{
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->problem = SQLITE_OK;
}

/* Returns: whether all that was bound and read is what it should be; else sets @error. The next step
 * tells it too. */
gboolean
mlg_statement_check (MlgStatement *statement, GError **error)
{
  return mlg_connection_check (statement->db, statement->problem, error);
}

static void
note (MlgStatement *statement, int code)
{
  if (code != SQLITE_OK)
    statement->problem = code;
}

/**
 * mlg_statement_release:
 * @statement: (transfer full): a statement
 *
 * Forgets what is bound, and keeps the statement for the next one who asks for the same SQL.
 */
void
mlg_statement_release (MlgStatement *statement)
{
  GHashTable *at_rest = statement->db->statements;
  const char *sql = sqlite3_sql (statement->handle);

  mlg_statement_forget (statement);
  if (sql == NULL || g_hash_table_size (at_rest) >= MAX_AT_REST
      || g_hash_table_contains (at_rest, sql))
    mlg_statement_destroy (statement);
  else
    g_hash_table_insert (at_rest, (gpointer) sql, statement);
}

/**
 * mlg_statement_bind_integer:
 * @index: from 1
 */
void
mlg_statement_bind_integer (MlgStatement *statement, int index, gint64 value)
{
  note (statement, sqlite3_bind_int64 (statement->handle, index, value));
}

/**
 * mlg_statement_bind_real:
 * @index: from 1
 */
void
mlg_statement_bind_real (MlgStatement *statement, int index, double value)
{
  note (statement, sqlite3_bind_double (statement->handle, index, value));
}

/**
 * mlg_statement_bind_text:
 * @index: from 1
 * @text: (nullable): copied; %NULL binds NULL
 */
void
mlg_statement_bind_text (MlgStatement *statement, int index, const char *text)
{
  note (statement, sqlite3_bind_text (statement->handle, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * mlg_statement_bind_static_text:
 * @index: from 1
 * @text: (nullable): not copied: must stay until the statement is reset or released
 */
void
mlg_statement_bind_static_text (MlgStatement *statement, int index, const char *text)
{
  note (statement, sqlite3_bind_text (statement->handle, index, text, -1, SQLITE_STATIC));
}

/**
 * mlg_statement_bind_bytes:
 * @index: from 1
 * @bytes: (nullable): copied
 */
void
mlg_statement_bind_bytes (MlgStatement *statement, int index, GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    note (statement, sqlite3_bind_null (statement->handle, index));
  else if (size == 0)
    note (statement, sqlite3_bind_zeroblob (statement->handle, index, 0));
  else
    note (statement, sqlite3_bind_blob64 (statement->handle, index, data, size, SQLITE_TRANSIENT));
}

/**
 * mlg_statement_bind_null:
 * @index: from 1
 */
void
mlg_statement_bind_null (MlgStatement *statement, int index)
{
  note (statement, sqlite3_bind_null (statement->handle, index));
}

/**
 * mlg_statement_step:
 *
 * Goes to the next row.
 *
 * Returns: whether a row is there, or none is left, or an error was set
 */
MlgStep
mlg_statement_step (MlgStatement *statement, GError **error)
{
  int code;

  if (!mlg_connection_check_action (statement->db, error)
      || !mlg_statement_check (statement, error))
    return MLG_STEP_FAILED;
  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return MLG_STEP_ROW;
  if (code == SQLITE_DONE)
    return MLG_STEP_DONE;
  mlg_connection_fail (statement->db, code, error);
  return MLG_STEP_FAILED;
}

/**
 * mlg_statement_run:
 *
 * Runs a statement whose rows do not matter, and makes it ready to be bound and run again.
 */
gboolean
mlg_statement_run (MlgStatement *statement, GError **error)
{
  MlgStep step;

  do
    step = mlg_statement_step (statement, error);
  while (step == MLG_STEP_ROW);
  sqlite3_reset (statement->handle);
  return step == MLG_STEP_DONE;
}

/**
 * mlg_statement_reset:
 *
 * Makes the statement ready to be run again with other values.
 */
void
mlg_statement_reset (MlgStatement *statement)
{
  sqlite3_reset (statement->handle);
}

/**
 * mlg_statement_get_n_columns:
 *
 * Returns: how many columns each row of the result has
 */
int
mlg_statement_get_n_columns (MlgStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

/**
 * mlg_statement_get_column_name:
 * @column: from 0
 */
const char *
mlg_statement_get_column_name (MlgStatement *statement, int column)
{
  return sqlite3_column_name (statement->handle, column);
}

/**
 * mlg_statement_is_null:
 * @column: from 0
 */
gboolean
mlg_statement_is_null (MlgStatement *statement, int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

/**
 * mlg_statement_get_integer:
 * @column: from 0
 */
gint64
mlg_statement_get_integer (MlgStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

/**
 * mlg_statement_get_real:
 * @column: from 0
 */
double
mlg_statement_get_real (MlgStatement *statement, int column)
{
  return sqlite3_column_double (statement->handle, column);
}

/**
 * mlg_statement_get_text:
 * @column: from 0
 *
 * Returns: (nullable): valid until the next step
 */
const char *
mlg_statement_get_text (MlgStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement->handle, column);

  if (text == NULL && sqlite3_errcode (statement->db->handle) == SQLITE_NOMEM)
    statement->problem = SQLITE_NOMEM;
  return text;
}

/**
 * mlg_statement_get_bytes:
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): a copy
 */
GBytes *
mlg_statement_get_bytes (MlgStatement *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement->handle, column);

  if (mlg_statement_is_null (statement, column))
    return NULL;
  if (data == NULL && sqlite3_errcode (statement->db->handle) == SQLITE_NOMEM)
    statement->problem = SQLITE_NOMEM;
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement->handle, column));
}

/* The types that the short forms below take: i gint64, d double, t text or NULL. */
void
mlg_statement_bind_arguments (MlgStatement *statement, const char *types, va_list arguments)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 'i':
        mlg_statement_bind_integer (statement, i + 1, va_arg (arguments, gint64));
        break;
      case 'd':
        mlg_statement_bind_real (statement, i + 1, va_arg (arguments, double));
        break;
      case 't':
        mlg_statement_bind_text (statement, i + 1, va_arg (arguments, const char *));
        break;
      default:
        g_assert_not_reached ();
      }
}

/**
 * mlg_connection_execute:
 * @sql: one statement
 * @types: a letter for each argument: 'i' gint64, 'd' double, 't' const char * or %NULL
 *
 * Runs a statement whose rows do not matter. Whatever writes to records must run in an action.
 */
gboolean
mlg_connection_execute (MlgConnection *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  va_list arguments;

  if (statement == NULL)
    return FALSE;
  va_start (arguments, types);
  mlg_statement_bind_arguments (statement, types, arguments);
  va_end (arguments);
  return mlg_statement_run (statement, error);
}

/**
 * mlg_connection_get_integer:
 * @value: (out): the first column of the first row; untouched if there is none or it is NULL
 * @types: as for mlg_connection_execute()
 *
 * Returns: %FALSE only for an error: no row is none
 */
gboolean
mlg_connection_get_integer (
    MlgConnection *db, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  va_list arguments;
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  va_start (arguments, types);
  mlg_statement_bind_arguments (statement, types, arguments);
  va_end (arguments);
  step = mlg_statement_step (statement, error);
  if (step == MLG_STEP_ROW && !mlg_statement_is_null (statement, 0))
    *value = mlg_statement_get_integer (statement, 0);
  return step != MLG_STEP_FAILED;
}

/**
 * mlg_connection_get_text:
 * @value: (out) (transfer full) (nullable): the first column of the first row, or %NULL
 * @types: as for mlg_connection_execute()
 *
 * Returns: %FALSE only for an error: no row is none
 */
gboolean
mlg_connection_get_text (
    MlgConnection *db, char **value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  va_list arguments;
  MlgStep step;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  va_start (arguments, types);
  mlg_statement_bind_arguments (statement, types, arguments);
  va_end (arguments);
  step = mlg_statement_step (statement, error);
  if (step == MLG_STEP_ROW)
    *value = g_strdup (mlg_statement_get_text (statement, 0));
  return step != MLG_STEP_FAILED && mlg_statement_check (statement, error);
}
