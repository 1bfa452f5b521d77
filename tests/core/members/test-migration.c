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

/* A file of the schema before objectives, with what a theme serves in words, and a history that tells of it. */
static void
make_file_in_words (const char *path)
{
  static const char *const steps[] = { "001-store.sql",      "002-members.sql",
                                       "003-audiences.sql",  "004-distinctions.sql",
                                       "005-meetings.sql",   "006-library.sql",
                                       "007-themes.sql",     "008-meeting-examples.sql",
                                       "009-meeting-day.sql" };
  g_autofree char *identity =
      g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=9", MLG_FILE_APPLICATION_ID);
  sqlite3 *old = NULL;
  sqlite3_session *session = NULL;

  g_assert_cmpint (sqlite3_open (path, &old), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    run_step (old, steps[i]);
  run_sql (old, "INSERT INTO body(id, name) VALUES(1, 'Lille');"
                "INSERT INTO theme(id, title, objective, proposer, notes) VALUES"
                "(10, 'Papier', 'Partager', 1, 'recyclé'), (11, 'Bois', ' Partager ', NULL, NULL),"
                "(12, 'Textile', 'Structurer', NULL, NULL), (13, 'Roads', ' ', NULL, NULL),"
                "(14, 'Mobilier', NULL, NULL, NULL);"
                "INSERT INTO theme_step(id, theme, title) VALUES(20, 10, 'Audition');"
                "INSERT INTO theme_interest(id, theme, body) VALUES(21, 11, 1)");
  g_assert_cmpint (sqlite3session_create (old, "main", &session), ==, SQLITE_OK);
  sqlite3session_attach (session, "theme");
  run_sql (old, "UPDATE theme SET state='chosen' WHERE id=14");
  store_action (old, session);
  sqlite3session_delete (session);
  run_sql (old, identity);
  sqlite3_close (old);
}

static void
open_old_file (NetworkFile *f, const char *path)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_close (f->db);
  f->db = mlg_connection_open (path, MLG_OPEN_DEFAULT, mlg_kinds, &error);
  g_assert_no_error (error);
}

/* Each text becomes one objective that its themes refer to; nothing else of them is lost. */
static void
test_objectives (NetworkFile *f, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 n;
  } told[] = {
    { "SELECT count(*) FROM objective WHERE type='common'", 2 },
    { "SELECT position FROM objective WHERE title='Partager'", 1 },
    { "SELECT position FROM objective WHERE title='Structurer'", 2 },
    { "SELECT count(*) FROM theme AS t JOIN objective AS o ON o.id=t.objective"
      " WHERE o.title='Partager' AND t.id IN (10, 11)",
      2 },
    { "SELECT count(*) FROM theme AS t JOIN objective AS o ON o.id=t.objective"
      " WHERE o.title='Structurer' AND t.id=12",
      1 },
    { "SELECT count(*) FROM theme WHERE objective IS NULL AND id IN (13, 14)", 2 },
    { "SELECT count(*) FROM theme WHERE id=10 AND proposer=1 AND notes='recyclé'", 1 },
    { "SELECT count(*) FROM theme_step WHERE theme=10", 1 },
    { "SELECT count(*) FROM theme_interest WHERE theme=11", 1 },
    { "SELECT count(*) FROM pragma_foreign_key_check", 0 },
    { "SELECT count(*) FROM sqlite_schema WHERE name='theme_in_words'", 0 },
    { "SELECT count(*) FROM search WHERE search MATCH 'partager'", 1 },
  };
  g_autofree char *path = g_build_filename (f->folder, "old.maillage", NULL);
  g_autoptr (GError) error = NULL;

  make_file_in_words (path);
  open_old_file (f, path);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_test_message ("%s", told[i].sql);
      g_assert_cmpint (network_file_count (f, told[i].sql), ==, told[i].n);
    }
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM theme WHERE state IS NULL"), ==, 5);
  mlg_history_redo (f->db, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM theme WHERE id=14 AND state='chosen'"), ==, 1);
}

/* What was told in words then cannot be put back into what refers to a record: it is said, and nothing is
 * half done. */
static void
test_objective_in_words (NetworkFile *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "old.maillage", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *old = NULL;
  sqlite3_session *session = NULL;

  make_file_in_words (path);
  g_assert_cmpint (sqlite3_open (path, &old), ==, SQLITE_OK);
  run_sql (old, "DELETE FROM action");
  g_assert_cmpint (sqlite3session_create (old, "main", &session), ==, SQLITE_OK);
  sqlite3session_attach (session, "theme");
  run_sql (old, "UPDATE theme SET objective='Essaimer' WHERE id=14");
  store_action (old, session);
  sqlite3session_delete (session);
  sqlite3_close (old);

  open_old_file (f, path);
  g_assert_false (mlg_history_undo (f->db, NULL, NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM theme AS t JOIN objective AS o"
                                          " ON o.id=t.objective WHERE o.title='Essaimer'"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/migration/from-the-first", test_from_the_first);
  ADD_TEST ("/members/migration/objectives", test_objectives);
  ADD_TEST ("/members/migration/objective-in-words", test_objective_in_words);
  return g_test_run ();
}
