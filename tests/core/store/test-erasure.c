/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-connection-private.h"
#include "store/mlg-erasure.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "store/mlg-verify.h"
#include "thing.h"

/* A name that stands nowhere else; the index keeps stems, so that its beginning is what is looked
 * for. */
#define NAME "Zwxqvanter"
#define STEM "zwxqv"

typedef struct
{
  char *folder;
  MlgConnection *db;
  gint64 id; /* of who will be erased */
} Fixture;

static void
change (MlgConnection *db, const char *name, const char *sql, gint64 id, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_begin (db, name, &error));
  g_assert_true (mlg_connection_execute (db, &error, sql, "it", id, text));
  g_assert_true (mlg_connection_commit (db, NULL, &error));
  g_assert_no_error (error);
}

static void
remove_thing (MlgConnection *db, const char *name, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_begin (db, name, &error));
  g_assert_true (mlg_record_remove (db, &mlg_thing_kind, id, &error));
  g_assert_true (mlg_connection_commit (db, NULL, &error));
  g_assert_no_error (error);
}

static void
make_backup (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_backup_make (db, MLG_BACKUP_ASKED, NULL, &error));
  g_assert_no_error (error);
}

/* A life as people lead it: added, renamed, with parts of which one was removed, undone changes, long
 * notes that the history compresses, and backups in between. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *notes = g_strnfill (4000, 'x');
  g_autofree char *long_notes = g_strconcat (NAME, " ", notes, NULL);
  g_autoptr (GError) error = NULL;
  gint64 part, old_part;

  f->folder = mlg_thing_make_folder ();
  f->db = mlg_thing_create (f->folder, "test.maillage");
  mlg_thing_add (f->db, "Lille", "ville");
  f->id = mlg_thing_add (f->db, NAME, NAME " lives here");
  part = mlg_thing_add (f->db, "Hand of " NAME, NULL);
  old_part = mlg_thing_add (f->db, "Hat of " NAME, NULL);
  change (f->db, "Tie", "UPDATE thing SET whole=?1, notes=?2 WHERE name LIKE 'H% of %'", f->id,
          "mine");
  make_backup (f->db);
  remove_thing (f->db, "Remove the hat of zwxqvanter", old_part);
  change (f->db, "Write about " NAME, "UPDATE thing SET notes=?2 WHERE id=?1", f->id, long_notes);
  change (f->db, "Rename " NAME, "UPDATE thing SET name=?2 WHERE id=?1", f->id, NAME "son");
  change (f->db, "Name the hand", "UPDATE thing SET notes=?2 WHERE id=?1", part, NAME);
  make_backup (f->db);
  change (f->db, "Undone", "UPDATE thing SET notes=?2 WHERE id=?1", f->id, "about " NAME);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  change (f->db, "Free pages", "UPDATE thing SET notes=?2 WHERE id=?1", f->id, long_notes);
  change (f->db, "Free pages", "UPDATE thing SET notes=?2 WHERE id=?1", f->id, NULL);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  mlg_thing_remove_folder (f->folder);
}

static void
erase (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (MlgChanges) changes = NULL;

  g_assert_true (mlg_erase (f->db, &mlg_thing_kind, f->id, "request", left, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (left), ==, 0);
  g_assert_true (mlg_changes_touch (changes, &mlg_thing_kind, f->id));
}

static void
assert_gone (Fixture *f)
{
  g_autofree char *where = mlg_thing_find_bytes (f->folder, STEM);

  g_assert_cmpstr (where, ==, NULL);
}

static void
test_nothing_is_left (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL, hits = NULL;
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (f->db));
  g_autofree char *before = mlg_thing_find_bytes (f->folder, STEM);
  gint64 n = 0;

  g_assert_nonnull (before);
  g_assert_cmpuint (backups->len, ==, 2);
  erase (f);
  assert_gone (f);
  changes = mlg_history_of_record (f->db, &mlg_thing_kind, f->id, &error);
  g_assert_cmpuint (changes->len, ==, 0);
  hits = mlg_search_find (f->db, NAME, NULL, 10, &error);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_true (mlg_connection_get_integer (f->db, &n, &error, "SELECT count(*) FROM thing", ""));
  g_assert_cmpint (n, ==, 1);
  mlg_thing_verify (f->db);
  g_clear_pointer (&f->db, mlg_connection_close);
  assert_gone (f);
}

/* The actions stay, and what else they changed can still be undone and done again. */
static void
test_history_still_works (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 n = 0;

  erase (f);
  for (;;)
    {
      g_autofree char *name = NULL;

      g_assert_true (mlg_history_undo (f->db, &name, NULL, &error));
      g_assert_no_error (error);
      if (name == NULL)
        break;
      g_assert_null (strstr (name, NAME));
      g_free (first);
      first = g_steal_pointer (&name);
    }
  g_assert_cmpstr (first, ==, "Add Lille");
  g_assert_true (mlg_history_redo (f->db, NULL, NULL, &error));
  g_assert_true (mlg_history_redo (f->db, &second, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, "Add …");
  g_assert_true (mlg_connection_get_integer (f->db, &n, &error, "SELECT count(*) FROM thing", ""));
  g_assert_cmpint (n, ==, 1);
  mlg_thing_verify (f->db);
}

static char *
copy_aside (Fixture *f, guint i)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (f->db));
  g_autofree char *contents = NULL;
  char *aside = g_build_filename (f->folder, "aside.maillage", NULL);
  gsize size;

  g_assert_true (
      g_file_get_contents (((MlgBackup *) backups->pdata[i])->path, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (aside, contents, (gssize) size, NULL));
  return aside;
}

/* A copy on a stick, from before, is cleaned when it is restored. */
static void
test_old_backup_is_cleaned (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = copy_aside (f, 1);
  gint64 n = -1;

  erase (f);
  g_assert_true (mlg_backup_restore (f->db, aside, &error));
  g_assert_no_error (error);
  g_unlink (aside);
  g_assert_true (mlg_connection_get_integer (f->db, &n, &error, "SELECT count(*) FROM thing", ""));
  g_assert_cmpint (n, ==, 1);
  mlg_thing_verify (f->db);
  assert_gone (f);
  g_clear_pointer (&f->db, mlg_connection_close);
  assert_gone (f);
}

/* Cut short after it was reported, an erasure is finished when the file is opened next. */
static void
test_finished_later (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (f->db));
  const char *damaged = ((MlgBackup *) backups->pdata[0])->path;
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) problems = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  g_assert_true (g_file_set_contents (damaged, "not a database: " NAME, -1, NULL));
  g_assert_true (mlg_erase (f->db, &mlg_thing_kind, f->id, NULL, left, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (left), ==, 1);
  g_assert_cmpstr (mlg_issue_list_get (left, 0)->file, ==, damaged);
  where = mlg_thing_find_bytes (f->folder, STEM);
  g_assert_cmpstr (where, ==, damaged);
  g_assert_true (mlg_verify (f->db, problems, &error));
  g_assert_cmpuint (mlg_issue_list_get_n (problems), ==, 1);
  g_unlink (damaged);
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_thing_open (f->folder, "test.maillage");
  assert_gone (f);
  mlg_thing_verify (f->db);
}

/* Somebody removed long ago, of whom only the history knows; and nobody. */
static void
test_only_in_the_history (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  remove_thing (f->db, "Remove " NAME, f->id);
  erase (f);
  assert_gone (f);
  g_assert_false (mlg_erase (f->db, &mlg_thing_kind, 12345, NULL, left, NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
}

/* Others keep their names: whole words only, and only where the erased one was touched or fully
 * named. */
static void
test_others_keep_their_names (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 marc = mlg_thing_add (f->db, "Marc", NULL);

  mlg_thing_add (f->db, "Marcel", NULL);
  f->id = marc;
  erase (f);
  entries = mlg_history_list (f->db, 2, 0, &error);
  g_assert_cmpstr (mlg_history_entry_get_name (entries->pdata[0]), ==, "Add Marcel");
  g_assert_cmpstr (mlg_history_entry_get_name (entries->pdata[1]), ==, "Add …");
}

/* A person who was removed as a duplicate is the same person. */
static void
test_removed_namesake_goes_too (Fixture *f, gconstpointer data)
{
  gint64 namesake = mlg_thing_add (f->db, "zwxqvänterson", "the same");

  remove_thing (f->db, "Merge", namesake);
  erase (f);
  assert_gone (f);
}

static void
test_cancelled_leaves_all (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mlg_thing_dump (f->db);
  g_autofree char *after = NULL;

  g_cancellable_cancel (cancellable);
  mlg_connection_set_cancellable (f->db, cancellable);
  g_assert_false (mlg_erase (f->db, &mlg_thing_kind, f->id, NULL, left, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mlg_connection_set_cancellable (f->db, NULL);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/erasure/nothing-is-left", test_nothing_is_left);
  ADD ("/store/erasure/history-still-works", test_history_still_works);
  ADD ("/store/erasure/old-backup-is-cleaned", test_old_backup_is_cleaned);
  ADD ("/store/erasure/finished-later", test_finished_later);
  ADD ("/store/erasure/only-in-the-history", test_only_in_the_history);
  ADD ("/store/erasure/others-keep-their-names", test_others_keep_their_names);
  ADD ("/store/erasure/removed-namesake-goes-too", test_removed_namesake_goes_too);
  ADD ("/store/erasure/cancelled-leaves-all", test_cancelled_leaves_all);
  return g_test_run ();
}
