/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-connection-private.h"
#include "store/mlg-history.h"
#include "thing.h"

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
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  g_free (f->path);
  mlg_thing_remove_folder (f->folder);
}

/* Enough pages for a copy to take several steps. */
static void
fill (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_begin (db, "Fill", &error));
  g_assert_true (mlg_connection_execute (
      db, &error,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<1500)"
      " INSERT INTO thing(id, name, notes) SELECT i, 'thing', hex(zeroblob(2000)) FROM n",
      ""));
  g_assert_true (mlg_connection_commit (db, NULL, &error));
  g_assert_no_error (error);
}

static char *
make (MlgConnection *db, MlgBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  g_assert_true (mlg_backup_make (db, reason, &path, &error));
  g_assert_no_error (error);
  return path;
}

static guint
count_backups (const char *path, int reason)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (path);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += reason < 0 || (int) ((MlgBackup *) backups->pdata[i])->reason == reason;
  return n;
}

/* Many imports on one day leave the backups of the other days alone. */
static void
test_kept_by_reason (Fixture *f, gconstpointer data)
{
  const MlgLimits limits = { .backups = 4, .history = G_MAXINT32 };
  g_autofree char *folder = mlg_backup_get_folder (f->path);
  g_autoptr (GPtrArray) backups = NULL;

  g_free (make (f->db, MLG_BACKUP_ASKED));
  for (guint day = 1; day <= 4; day++)
    {
      g_autofree char *old = g_strdup_printf ("%s/2026010%uT080000Z-daily.maillage", folder, day);

      g_assert_true (g_file_set_contents (old, "", 0, NULL));
    }
  mlg_connection_set_limits (f->db, &limits);
  for (guint i = 0; i < 12; i++)
    g_free (make (f->db, MLG_BACKUP_IMPORT));
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_DAILY), ==, 4);
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_ASKED), ==, 1);
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_IMPORT), ==, 2);
  g_free (make (f->db, MLG_BACKUP_DAILY));
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_DAILY), ==, 4);
  backups = mlg_backup_list (f->path);
  g_assert_nonnull (
      strstr (((MlgBackup *) backups->pdata[backups->len - 1])->path, "20260102T080000Z-daily"));
}

/* Of those of one second the last one made is the first of the list, past the ninth too. */
static void
test_newest_first (Fixture *f, gconstpointer data)
{
  static const char *const names[] = {
    "20260101T080000Z-asked.maillage",    "20260101T080000Z-asked-2.maillage",
    "20260101T080000Z-asked-10.maillage", "20260101T080001Z-import.maillage",
    "20260101T080001Z-imported.maillage", "notes.txt",
  };
  g_autofree char *folder = mlg_backup_get_folder (f->path);
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  backups = mlg_backup_list (f->path);
  g_assert_cmpuint (backups->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (g_str_has_suffix (((MlgBackup *) backups->pdata[i])->path, names[3 - i]));
}

static void
test_daily_once (Fixture *f, gconstpointer data)
{
  f->db->backed_up = 0;
  mlg_thing_add (f->db, "Arras", NULL);
  mlg_thing_add (f->db, "Douai", NULL);
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_DAILY), ==, 1);
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_thing_open (f->folder, "test.maillage");
  mlg_thing_add (f->db, "Lens", NULL);
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_DAILY), ==, 1);
}

/* What was only just made is not worth a copy; the next record makes it worth one. */
static void
test_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_backup_make_before (f->db, MLG_BACKUP_IMPORT, &error));
  g_assert_cmpuint (count_backups (f->path, -1), ==, 0);
  mlg_thing_add (f->db, "Arras", NULL);
  g_assert_true (mlg_backup_make_before (f->db, MLG_BACKUP_IMPORT, &error));
  g_assert_cmpuint (count_backups (f->path, MLG_BACKUP_IMPORT), ==, 1);
  g_assert_no_error (error);
}

typedef struct
{
  GCancellable *cancellable; /* (nullable) cancelled at the second report */
  sqlite3 *writer;           /* (nullable) writes at each report */
  guint n;
  double last;
} Watching;

static void
on_progress (double fraction, const char *text, gpointer data)
{
  Watching *w = data;

  g_assert_nonnull (text);
  w->last = fraction;
  w->n++;
  if (w->cancellable != NULL && w->n == 2)
    g_cancellable_cancel (w->cancellable);
  if (w->writer != NULL)
    g_assert_cmpint (
        sqlite3_exec (w->writer, "UPDATE thing SET size=coalesce(size,0)+1", NULL, NULL, NULL), ==,
        SQLITE_OK);
}

static void
watch (MlgConnection *db, Watching *w)
{
  mlg_connection_set_progress (db, w != NULL ? on_progress : NULL, w);
  mlg_connection_set_cancellable (db, w != NULL ? w->cancellable : NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_progress_and_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = mlg_backup_get_folder (f->path);
  g_autofree char *made = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Watching w = { 0 };

  fill (f->db);
  watch (f->db, &w);
  made = make (f->db, MLG_BACKUP_ASKED);
  g_assert_cmpuint (w.n, >, 2);
  g_assert_true (G_APPROX_VALUE (w.last, 1, 1e-9));
  watch (f->db, &(Watching){ .cancellable = cancellable });
  g_assert_false (mlg_backup_make (f->db, MLG_BACKUP_ASKED, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder), ==, 1);
  watch (f->db, NULL);
  mlg_thing_add (f->db, "After", NULL);
  before = mlg_thing_dump (f->db);
  g_cancellable_reset (cancellable);
  watch (f->db, &(Watching){ .cancellable = cancellable });
  g_assert_false (mlg_backup_restore (f->db, made, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  watch (f->db, NULL);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
}

/* Somebody who writes all the time neither keeps a backup from ending nor gets into it. */
static void
test_copy_of_one_instant (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = g_build_filename (f->folder, "aside.maillage", NULL);
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) copy = NULL;
  Watching w = { 0 };

  fill (f->db);
  before = mlg_thing_dump (f->db);
  g_assert_cmpint (sqlite3_open (f->path, &w.writer), ==, SQLITE_OK);
  watch (f->db, &w);
  g_assert_true (mlg_backup_write (f->db, aside, &error));
  g_assert_no_error (error);
  watch (f->db, NULL);
  sqlite3_close (w.writer);
  copy = mlg_thing_open (f->folder, "aside.maillage");
  copied = mlg_thing_dump (copy);
  g_assert_cmpstr (copied, ==, before);
}

/* A file that somebody else writes in ends a restore with a word, not an endless wait. */
static void
test_busy_ends (Fixture *f, gconstpointer data)
{
  g_autofree char *made = make (f->db, MLG_BACKUP_ASKED);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  mlg_thing_add (f->db, "After", NULL);
  before = mlg_thing_dump (f->db);
  g_assert_cmpint (sqlite3_open (f->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (f->db->handle, 1);
  g_assert_false (mlg_backup_restore (f->db, made, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "try again"));
  sqlite3_close (other);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_restore_and_back (Fixture *f, gconstpointer data)
{
  g_autofree char *made = make (f->db, MLG_BACKUP_ASKED);
  g_autofree char *first = mlg_thing_dump (f->db);
  g_autofree char *second = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  mlg_thing_add (f->db, "After", NULL);
  second = mlg_thing_dump (f->db);
  g_assert_true (mlg_backup_restore (f->db, made, &error));
  g_assert_no_error (error);
  restored = mlg_thing_dump (f->db);
  g_assert_cmpstr (restored, ==, first);
  backups = mlg_backup_list (f->path);
  for (guint i = 0; i < backups->len; i++)
    if (((MlgBackup *) backups->pdata[i])->reason == MLG_BACKUP_RESTORE)
      g_assert_true (mlg_backup_restore (f->db, ((MlgBackup *) backups->pdata[i])->path, &error));
  g_assert_no_error (error);
  back = mlg_thing_dump (f->db);
  g_assert_cmpstr (back, ==, second);
  mlg_thing_verify (f->db);
  g_assert_cmpuint (count_files (f->folder), ==, 5); /* file, log, index, lock, backups */
}

static void
assert_not_restored (Fixture *f, const char *path, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mlg_backup_restore (f->db, path, &error));
  g_assert_error (error, MLG_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_what_is_no_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *made = make (f->db, MLG_BACKUP_ASKED);
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);
  g_autofree char *before = mlg_thing_dump (f->db);
  g_autofree char *after = NULL;
  g_autofree char *contents = NULL;
  gsize size;
  sqlite3 *handle = NULL;

  assert_not_restored (f, other, MLG_STORE_ERROR_MISSING, "no such file");
  assert_not_restored (f, f->folder, MLG_STORE_ERROR_NOT_DATABASE, "folder");
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  assert_not_restored (f, other, MLG_STORE_ERROR_NOT_DATABASE, "empty");
  g_unlink (other);
  g_assert_cmpint (sqlite3_open (other, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE t(a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_not_restored (f, other, MLG_STORE_ERROR_FOREIGN, "another program");
  g_assert_true (g_file_get_contents (made, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (other, contents, (gssize) size / 2, NULL));
  assert_not_restored (f, other, MLG_STORE_ERROR_CORRUPT, "backup");
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
}

/* What a backup that was cut short left goes after a day, and not before: it may still be written. */
static void
test_partial_ones_go (Fixture *f, gconstpointer data)
{
  g_autofree char *made = make (f->db, MLG_BACKUP_ASKED);
  g_autofree char *old = g_strconcat (made, ".abcdef.part", NULL);
  g_autofree char *fresh = g_strconcat (made, ".ghijkl.part", NULL);
  const struct utimbuf long_ago = { .actime = 1000, .modtime = 1000 };

  g_assert_true (g_file_set_contents (old, "x", 1, NULL));
  g_assert_true (g_file_set_contents (fresh, "x", 1, NULL));
  g_assert_cmpint (g_utime (old, (struct utimbuf *) &long_ago), ==, 0);
  g_free (make (f->db, MLG_BACKUP_ASKED));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/backup/kept-by-reason", test_kept_by_reason);
  ADD ("/store/backup/newest-first", test_newest_first);
  ADD ("/store/backup/daily-once", test_daily_once);
  ADD ("/store/backup/before", test_before);
  ADD ("/store/backup/progress-and-cancel", test_progress_and_cancel);
  ADD ("/store/backup/copy-of-one-instant", test_copy_of_one_instant);
  ADD ("/store/backup/busy-ends", test_busy_ends);
  ADD ("/store/backup/restore-and-back", test_restore_and_back);
  ADD ("/store/backup/what-is-no-backup", test_what_is_no_backup);
  ADD ("/store/backup/partial-ones-go", test_partial_ones_go);
  return g_test_run ();
}
