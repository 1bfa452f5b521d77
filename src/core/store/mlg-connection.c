/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-connection-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "mlg-action-private.h"
#include "mlg-lock.h"
#include "mlg-statement.h"

/* What SQLite says, told as what the person can do about it. This is the only place that knows. */
static MlgStoreError
code_for (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return MLG_STORE_ERROR_NOT_DATABASE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MLG_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return MLG_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MLG_STORE_ERROR_LOCKED;
    case SQLITE_CORRUPT:
      return MLG_STORE_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
      return MLG_STORE_ERROR_CONSTRAINT;
    default:
      return MLG_STORE_ERROR_FAILED;
    }
}

static const char *
advice_for (MlgStoreError code)
{
  switch ((int) code)
    {
    case MLG_STORE_ERROR_NOT_DATABASE:
      return _ ("this is not a network file");
    case MLG_STORE_ERROR_READ_ONLY:
      return _ ("it cannot be written: copy it to a folder of yours and open the copy");
    case MLG_STORE_ERROR_FULL:
      return _ ("the disk is full: free some space; nothing was changed");
    case MLG_STORE_ERROR_LOCKED:
      return _ ("another program is writing in it: try again in a moment");
    case MLG_STORE_ERROR_CORRUPT:
      return _ ("the file is damaged: restore a backup");
    default:
      return NULL;
    }
}

/* Sets @error for the SQLite result @code. */
void
mlg_connection_fail (MlgConnection *db, int code, GError **error)
{
  MlgStoreError store_code = code_for (code);
  const char *advice = advice_for (store_code);
  const char *path = db->path;

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONSTRAINT,
                 _ ("%s: it would refer to a record that does not exist; nothing was changed"),
                 path);
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (db->handle) == ENOSPC)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FULL, _ ("%s: %s"), path,
                 advice_for (MLG_STORE_ERROR_FULL));
  else if (advice != NULL)
    g_set_error (error, MLG_STORE_ERROR, store_code, _ ("%s: %s"), path, advice);
  else
    g_set_error (error, MLG_STORE_ERROR, store_code, _ ("%s: %s"), path,
                 sqlite3_errmsg (db->handle));
}

/* Returns: whether @code is a success; else sets @error. */
gboolean
mlg_connection_check (MlgConnection *db, int code, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  mlg_connection_fail (db, code, error);
  return FALSE;
}

/* Runs fixed SQL without parameters, several statements at once if need be. */
gboolean
mlg_connection_exec (MlgConnection *db, const char *sql, GError **error)
{
  return mlg_connection_check (db, sqlite3_exec (db->handle, sql, NULL, NULL, NULL), error);
}

/**
 * mlg_connection_close:
 * @db: (transfer full): a connection
 *
 * Closes the file. An action that is still open is abandoned.
 */
void
mlg_connection_close (MlgConnection *db)
{
  g_clear_pointer (&db->action, mlg_action_free);
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->record_sql, g_hash_table_unref);
  if (db->handle != NULL && !db->read_only && !db->is_copy)
    {
      sqlite3_progress_handler (db->handle, 0, NULL, NULL);
      /* What SQLite notes for itself may be lost in a crash; it is not waited for. */
      sqlite3_exec (db->handle,
                    "PRAGMA synchronous=NORMAL; PRAGMA analysis_limit=1000; PRAGMA optimize", NULL,
                    NULL, NULL);
    }
  sqlite3_close_v2 (db->handle);
  g_clear_pointer (&db->lock, mlg_lock_release);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

/**
 * mlg_connection_get_path:
 *
 * Returns: the absolute path of the network file
 */
const char *
mlg_connection_get_path (MlgConnection *db)
{
  return db->path;
}

/**
 * mlg_connection_set_limits:
 * @limits: how much is kept from now on
 */
void
mlg_connection_set_limits (MlgConnection *db, const MlgLimits *limits)
{
  db->limits.backups = MAX (limits->backups, 1);
  db->limits.history = MAX (limits->history, 0);
}

/**
 * mlg_connection_rest:
 *
 * Lets go of the pages that are kept in memory, when nothing is asked of the file for a while.
 */
void
mlg_connection_rest (MlgConnection *db)
{
  sqlite3_db_release_memory (db->handle);
}

/**
 * mlg_connection_get_kinds:
 *
 * Returns: the descriptions that the connection was opened with, ended by %NULL
 */
const MlgKind *const *
mlg_connection_get_kinds (MlgConnection *db)
{
  return db->kinds;
}

/**
 * mlg_connection_is_read_only:
 *
 * Returns: whether nothing can be written
 */
gboolean
mlg_connection_is_read_only (MlgConnection *db)
{
  return db->read_only;
}

/**
 * mlg_connection_attach:
 * @path: another SQLite file, which nothing will change meanwhile
 * @schema: a fixed name, by which SQL reaches its tables
 *
 * Makes a file of reference data readable through this connection. Attaching twice is no error.
 */
gboolean
mlg_connection_attach (MlgConnection *db, const char *path, const char *schema, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
  g_autoptr (MlgStatement) statement = NULL;

  if (sqlite3_db_filename (db->handle, schema) != NULL)
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("%s: no such file"), path);
      return FALSE;
    }
  statement = mlg_connection_prepare (db, "ATTACH DATABASE ?1 AS ?2", error);
  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_text (statement, 1, uri);
  mlg_statement_bind_text (statement, 2, schema);
  return mlg_statement_run (statement, error);
}

/**
 * mlg_connection_get_n_changed:
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE touched
 */
gint64
mlg_connection_get_n_changed (MlgConnection *db)
{
  return sqlite3_changes64 (db->handle);
}

/**
 * mlg_connection_set_cancellable:
 * @cancellable: (nullable): cancelling it interrupts whatever the connection is doing
 */
void
mlg_connection_set_cancellable (MlgConnection *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

/**
 * mlg_connection_set_progress:
 * @func: (nullable): called by mlg_connection_report(), in the connection's thread
 * @data: for @func
 */
void
mlg_connection_set_progress (MlgConnection *db, MlgProgressFunc func, gpointer data)
{
  db->progress = func;
  db->progress_data = data;
}

/**
 * mlg_connection_report:
 * @fraction: 0 to 1, or negative when unknown
 * @text: (nullable): what is being done, translated
 *
 * Called now and then by long work: tells how far it is, and whether to go on.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when the person gave up
 */
gboolean
mlg_connection_report (MlgConnection *db, double fraction, const char *text, GError **error)
{
  if (db->progress != NULL)
    db->progress (fraction, text, db->progress_data);
  return db->cancellable == NULL || !g_cancellable_set_error_if_cancelled (db->cancellable, error);
}

/**
 * mlg_connection_get_data_version:
 *
 * Returns: a number that differs when another connection has written since
 */
gint64
mlg_connection_get_data_version (MlgConnection *db)
{
  gint64 version = 0;

  mlg_connection_get_integer (db, &version, NULL, "PRAGMA data_version", "");
  return version;
}
