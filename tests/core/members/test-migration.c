/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>

#include "mlg-kinds.h"
#include "network-file.h"
#include "store/mlg-changeset.h"
#include "store/mlg-history.h"
#include "store/mlg-schema.h"

/* A file of the first released schema is brought up to date, with what it can undo. */

static void
run_sql (sqlite3 *old, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (old, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
run_step (sqlite3 *old, const char *name)
{
  g_autofree char *path = g_strconcat ("/org/maillage/schema/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  run_sql (old, g_bytes_get_data (sql, NULL));
}

/* Notes a changeset as the program of that schema did. */
static void
store_action (sqlite3 *old, sqlite3_session *session)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgChangeset) changeset = NULL;
  sqlite3_stmt *insert = NULL;
  void *data = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);
  changeset = mlg_changeset_new_take (data, size);
  bytes = mlg_changeset_store (changeset);
  sqlite3_prepare_v2 (old, "INSERT INTO action VALUES(9, 'Twelve agents', NULL, 1, 0, ?1, ?2)", -1,
                      &insert, NULL);
  sqlite3_bind_int64 (insert, 1, (gint64) g_bytes_get_size (bytes));
  sqlite3_bind_blob64 (insert, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_finalize (insert);
}

static void
make_old_file (const char *path)
{
  g_autofree char *identity =
      g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=2", MLG_FILE_APPLICATION_ID);
  sqlite3 *old = NULL;
  sqlite3_session *session = NULL;

  g_assert_cmpint (sqlite3_open (path, &old), ==, SQLITE_OK);
  run_step (old, "001-store.sql");
  run_step (old, "002-members.sql");
  run_sql (old, "INSERT INTO body(id, name) VALUES(1, 'Lille');"
                "INSERT INTO custom_field(id, name, kind, type) VALUES(2, 'Agents', 'body', "
                "'integer')");
  g_assert_cmpint (sqlite3session_create (old, "main", &session), ==, SQLITE_OK);
  sqlite3session_attach (session, "custom_value");
  run_sql (old, "INSERT INTO custom_value(id, field, body, value) VALUES(3, 2, 1, '12')");
  store_action (old, session);
  sqlite3session_delete (session);
  run_sql (old, identity);
  sqlite3_close (old);
}

static void
test_from_the_first (NetworkFile *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "old.maillage", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  make_old_file (path);
  mlg_connection_close (f->db);
  f->db = mlg_connection_open (path, MLG_OPEN_DEFAULT, mlg_kinds, &error);
  g_assert_no_error (error);
  g_assert_cmpint (network_file_count (f, "PRAGMA user_version"), ==, mlg_schema_get_newest ());
  value = network_file_get (f, "custom-value", 3, "value");
  g_assert_cmpstr (value, ==, "12");

  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM custom_value"), ==, 0);
  mlg_history_redo (f->db, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM custom_value WHERE until IS NULL"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/migration/from-the-first", test_from_the_first);
  return g_test_run ();
}
