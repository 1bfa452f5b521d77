/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-schema.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mlg-action-private.h"
#include "mlg-backup.h"
#include "mlg-connection-private.h"
#include "mlg-erasure.h"
#include "mlg-history-private.h"
#include "mlg-record-private.h"
#include "mlg-search-private.h"
#include "mlg-statement.h"
#include "mlg-store-resources.h"

#define RESOURCE_FOLDER "/org/maillage/schema/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The migrations, in order: "001-….sql" brings an empty file to version 1, and so on. */
static GStrv
list_migrations (void)
{
  g_auto (GStrv) names = NULL;

  /* Naming the resource keeps the linker from dropping it. */
  g_assert (mlg_store_get_resource () != NULL);
  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * mlg_schema_get_newest:
 *
 * Returns: the schema version that this program writes
 */
int
mlg_schema_get_newest (void)
{
  g_auto (GStrv) names = list_migrations ();

  return (int) g_strv_length (names);
}

/* Each table with its columns in their order; those that a row cannot be without are marked with a "!". */
static GHashTable *
list_columns (MlgConnection *db, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT name, (SELECT group_concat(iif(c.\"notnull\" OR c.dflt_value IS NOT NULL,'!','')"
      " || c.name, ',') FROM pragma_table_info(t.name) AS c) || ','"
      " FROM sqlite_schema AS t WHERE type='table' AND name NOT LIKE 'sqlite%'"
      " AND name NOT LIKE 'search%'",
      error);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_hash_table_insert (tables, g_strdup (mlg_statement_get_text (statement, 0)),
                         g_strdup (mlg_statement_get_text (statement, 1)));
  return step == MLG_STEP_DONE ? g_steal_pointer (&tables) : NULL;
}

/* SQLite applies a changeset to a table that has got more columns at its end, and leaves them NULL; to
 * no other. */
static gboolean
fits_history (GHashTable *before, GHashTable *after)
{
  GHashTableIter iterator;
  gpointer table, columns;

  g_hash_table_iter_init (&iterator, before);
  while (g_hash_table_iter_next (&iterator, &table, &columns))
    {
      const char *now = g_hash_table_lookup (after, table);

      if (now == NULL || !g_str_has_prefix (now, columns)
          || strchr (now + strlen (columns), '!') != NULL)
        return FALSE;
    }
  return TRUE;
}

/* The actions stay as a record of what was done; undoing them is refused with its own message. */
static gboolean
cut_history (MlgConnection *db, GError **error)
{
  return mlg_connection_exec (
             db,
             "DELETE FROM action WHERE undone=1;"
             "UPDATE action SET changeset=NULL, size=0 WHERE changeset IS NOT NULL",
             error)
         && mlg_history_recount (db, error);
}

static gboolean
apply_step (MlgConnection *db, const char *sql, int version, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version=%d", version);
  g_autoptr (GHashTable) before = NULL, after = NULL;

  /* A view of columns that go would stop the step; it is made anew afterwards, and the index too. */
  if (!mlg_connection_exec (db, "DROP VIEW IF EXISTS searchable", error)
      || (before = list_columns (db, error)) == NULL || !mlg_connection_exec (db, sql, error)
      || (after = list_columns (db, error)) == NULL
      || (!fits_history (before, after) && !cut_history (db, error)))
    return FALSE;
  return mlg_connection_exec (db, set_version, error);
}

/**
 * mlg_schema_step:
 * @sql: a migration
 * @version: the version of the schema that it leads to
 *
 * Brings the file one step on: the SQL and the new version number together, or nothing. After columns
 * without a default, which may be NULL, were added at the end of tables the history can still be
 * undone. After any other change of a table it cannot, and is cut: the actions stay, without what
 * they changed.
 */
gboolean
mlg_schema_step (MlgConnection *db, const char *sql, int version, GError **error)
{
  if (!mlg_connection_begin_transaction (db, error))
    return FALSE;
  if (apply_step (db, sql, version, error) && mlg_connection_commit_transaction (db, error))
    return TRUE;
  mlg_connection_rollback_transaction (db);
  return FALSE;
}

static gboolean
migrate_to (MlgConnection *db, const char *name, int version, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && mlg_schema_step (db, g_bytes_get_data (sql, NULL), version, error);
}

static gboolean
migrate_from (MlgConnection *db, int version, GError **error)
{
  g_auto (GStrv) names = list_migrations ();
  int newest = (int) g_strv_length (names);

  if (version > 0 && version < newest && !db->is_copy
      && !mlg_backup_make (db, MLG_BACKUP_MIGRATION, NULL, error))
    return FALSE;
  for (; version < newest; version++)
    if (!migrate_to (db, names[version], version + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
initialise (MlgConnection *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA journal_mode=WAL",
                                          MLG_FILE_APPLICATION_ID);

  return mlg_connection_exec (db, sql, error) && migrate_from (db, 0, error);
}

static gboolean
read_identity (MlgConnection *db, gint64 *version, GError **error)
{
  gint64 id = 0;

  if (!mlg_connection_get_integer (db, &id, error, "PRAGMA application_id", "")
      || !mlg_connection_get_integer (db, version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (id != MLG_FILE_APPLICATION_ID)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FOREIGN,
                   _ ("%s: this is a database of another program, not a network file"), db->path);
      return FALSE;
    }
  if (*version <= mlg_schema_get_newest ())
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_NEWER,
               _ ("%s: written by a newer Maillage (format %d, this one reads up to %d): update "
                  "Maillage to open it"),
               db->path, (int) *version, mlg_schema_get_newest ());
  return FALSE;
}

/**
 * mlg_schema_check_identity:
 *
 * Returns: whether it is a network file that this program can read; else %MLG_STORE_ERROR_FOREIGN or
 *   %MLG_STORE_ERROR_NEWER
 */
gboolean
mlg_schema_check_identity (MlgConnection *db, GError **error)
{
  gint64 version = 0;

  return read_identity (db, &version, error);
}

/* What cannot be cleaned now is tried again the next time; a check of the file tells of it. */
static void
finish_erasure (MlgConnection *db)
{
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  if (!db->is_copy && !mlg_erasure_finish (db, left, &error))
    g_debug ("An erasure is not finished: %s", error->message);
}

/**
 * mlg_schema_prepare:
 * @create: whether the file is new
 *
 * Makes sure that the file is a network file in the present schema. An older one is migrated, each
 * step in a transaction of its own, after a copy into the folder of backups; read-only, it is
 * refused with the advice to open it for writing once.
 */
gboolean
mlg_schema_prepare (MlgConnection *db, gboolean create, GError **error)
{
  gint64 version = 0;

  if (create)
    return initialise (db, error) && mlg_search_prepare (db, error);
  if (!read_identity (db, &version, error))
    return FALSE;
  if (!db->read_only)
    {
      if (!mlg_connection_exec (db, "PRAGMA journal_mode=WAL", error)
          || !migrate_from (db, (int) version, error) || !mlg_search_prepare (db, error)
          || !mlg_record_learn_columns (db, error))
        return FALSE;
      finish_erasure (db);
      return TRUE;
    }
  if (version == mlg_schema_get_newest ())
    return mlg_record_learn_columns (db, error);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
               _ ("%s: an older network file: open it for writing once, to bring it up to date"),
               db->path);
  return FALSE;
}
