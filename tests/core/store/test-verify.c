/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-connection-private.h"
#include "store/mlg-erasure.h"
#include "store/mlg-history.h"
#include "store/mlg-verify.h"
#include "thing.h"

/* What is wrong with a file: told each in its words, mended where nothing is lost by it, and said to be
 * beyond that where something is. */
typedef struct
{
  char *folder;
  char *path;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->path = g_build_filename (f->folder, "test.maillage", NULL);
  f->db = mlg_thing_create (f->folder, "test.maillage");
  mlg_thing_add (f->db, "Lille", "ville");
  mlg_thing_add (f->db, "Arras", "ville aussi");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  g_free (f->path);
  mlg_thing_remove_folder (f->folder);
}

/* What no action would do. */
static void
spoil (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sqlite3_db_config (f->db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  g_assert_true (mlg_connection_exec (f->db, sql, &error));
  g_assert_no_error (error);
}

static void
assert_found (Fixture *f, MlgSeverity severity, const char *words)
{
  g_autoptr (MlgIssueList) problems = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  g_assert_true (mlg_verify (f->db, problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < mlg_issue_list_get_n (problems); i++)
    told |= strstr (mlg_issue_list_get (problems, i)->message, words) != NULL
            && mlg_issue_list_get (problems, i)->severity == severity;
  g_assert_true (told);
}

/* Mends, and expects one note that says so. */
static void
repair (Fixture *f, const char *words)
{
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  g_assert_true (mlg_verify_repair (f->db, mended, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < mlg_issue_list_get_n (mended); i++)
    told |= strstr (mlg_issue_list_get (mended, i)->message, words) != NULL;
  g_assert_true (told);
}

static void
test_sound (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mlg_thing_dump (f->db);
  g_autofree char *after = NULL;

  mlg_thing_verify (f->db);
  g_assert_true (mlg_verify_repair (f->db, mended, &error));
  g_assert_no_error (error);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
  mlg_thing_verify (f->db);
}

static void
test_search_index (Fixture *f, gconstpointer data)
{
  spoil (f, "INSERT INTO search(rowid, title, text) VALUES(12, 'nobody', 'nothing')");
  assert_found (f, MLG_SEVERITY_WARNING, "search index");
  repair (f, "search index");
  mlg_thing_verify (f->db);
}

static void
test_history_size (Fixture *f, gconstpointer data)
{
  spoil (f, "UPDATE property SET value='7' WHERE name='history-size'");
  assert_found (f, MLG_SEVERITY_WARNING, "size of the history");
  repair (f, "counted anew");
  mlg_thing_verify (f->db);
}

/* An action that cannot be read any more cannot be undone: afterwards that is what is said. */
static void
test_unreadable_history (Fixture *f, gconstpointer data)
{
  static const char *const spoilt[] = { "X'5401'", "X'00112233'",
                                        "substr(changeset,1,length(changeset)-3)" };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE action SET changeset=%s WHERE id=(SELECT max(id) FROM action)", spoilt[i]);
      g_autoptr (GError) error = NULL;

      mlg_thing_add (f->db, "Douai", NULL);
      spoil (f, sql);
      assert_found (f, MLG_SEVERITY_WARNING, "Add Douai");
      repair (f, "no longer be undone");
      mlg_thing_verify (f->db);
      g_assert_false (mlg_history_undo (f->db, NULL, NULL, &error));
      g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
    }
}

static void
test_erased_again (Fixture *f, gconstpointer data)
{
  gint64 n = -1;

  spoil (f, "INSERT INTO tombstone SELECT id, 'thing', '2026-01-01', NULL FROM thing"
            " WHERE name='Lille'");
  assert_found (f, MLG_SEVERITY_WARNING, "erased for privacy");
  repair (f, "erased again");
  mlg_thing_verify (f->db);
  mlg_connection_get_integer (f->db, &n, NULL, "SELECT count(*) FROM thing WHERE name='Lille'", "");
  g_assert_cmpint (n, ==, 0);
}

static void
test_unused_pages (Fixture *f, gconstpointer data)
{
  spoil (f, "CREATE TABLE large AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
            " WHERE i<400) SELECT hex(zeroblob(1000)) FROM n; DROP TABLE large");
  repair (f, "Unused pages");
  mlg_thing_verify (f->db);
}

/* An index that lost an entry is made anew from its table. */
static void
test_other_index (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();

  spoil (f, "PRAGMA writable_schema=ON;"
            "UPDATE sqlite_schema SET sql='CREATE INDEX thing_whole ON thing(whole) WHERE size>3'"
            " WHERE name='thing_whole'; PRAGMA writable_schema=OFF");
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_thing_open (f->folder, "test.maillage");
  assert_found (f, MLG_SEVERITY_WARNING, "thing_whole");
  g_assert_true (mlg_verify_repair (f->db, mended, NULL));
  mlg_thing_verify (f->db);
}

/* What only a backup has: no repair pretends. */
static void
test_beyond_repair (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  spoil (f, "PRAGMA foreign_keys=OFF; UPDATE thing SET whole=4321 WHERE name='Lille'");
  assert_found (f, MLG_SEVERITY_ERROR, "not there");
  g_assert_true (mlg_verify_repair (f->db, mended, &error));
  g_assert_no_error (error);
  assert_found (f, MLG_SEVERITY_ERROR, "not there");
}

static void
test_wrong_value (Fixture *f, gconstpointer data)
{
  spoil (f, "UPDATE thing SET notes=CAST(X'ff' AS TEXT) WHERE name='Arras'");
  assert_found (f, MLG_SEVERITY_ERROR, "Arras");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/verify/sound", test_sound);
  ADD ("/store/verify/search-index", test_search_index);
  ADD ("/store/verify/history-size", test_history_size);
  ADD ("/store/verify/unreadable-history", test_unreadable_history);
  ADD ("/store/verify/erased-again", test_erased_again);
  ADD ("/store/verify/unused-pages", test_unused_pages);
  ADD ("/store/verify/other-index", test_other_index);
  ADD ("/store/verify/beyond-repair", test_beyond_repair);
  ADD ("/store/verify/wrong-value", test_wrong_value);
  return g_test_run ();
}
