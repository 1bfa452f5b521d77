/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-schema.h"
#include "store/mlg-verify.h"
#include "thing.h"

/* What stands in the way of opening a file: each has its own code and its own words. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* A new file has no table of things. */
static const MlgKind *const no_kinds[] = { NULL };

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->path = g_build_filename (f->folder, "test.maillage", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  mlg_thing_remove_folder (f->folder);
}

static void
assert_refused (const char *path, MlgOpenFlags flags, MlgStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (path, flags, mlg_thing_kinds, &error);

  g_assert_null (db);
  g_assert_error (error, MLG_STORE_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, path));
}

static void
write_file (const char *path, const char *contents)
{
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
write_database (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_no_network_file (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);

  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_MISSING, "no such file");
  assert_refused (f->folder, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_NOT_DATABASE, "folder");
  write_file (f->path, "");
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_NOT_DATABASE, "empty");
  assert_refused (f->path, MLG_OPEN_READ_ONLY, MLG_STORE_ERROR_NOT_DATABASE, "empty");
  write_file (f->path, "name;city\nLille;Lille\n");
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_NOT_DATABASE, "not a network file");
  assert_refused (f->path, MLG_OPEN_READ_ONLY, MLG_STORE_ERROR_NOT_DATABASE, "not a network file");
  assert_refused (f->path, MLG_OPEN_CREATE, MLG_STORE_ERROR_EXISTS, "already");
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_foreign_and_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=9999",
                                          MLG_FILE_APPLICATION_ID);

  write_database (f->path, "CREATE TABLE t(a)");
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_FOREIGN, "another program");
  write_database (f->path, sql);
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_NEWER, "9999");
  assert_refused (f->path, MLG_OPEN_READ_ONLY, MLG_STORE_ERROR_NEWER, "newer Maillage");
}

static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  mlg_connection_close (mlg_thing_create (f->folder, "test.maillage"));
  g_assert_true (g_file_get_contents (f->path, &contents, &size, NULL));
  memset (contents + 100, 0xff, 600);
  g_assert_true (g_file_set_contents (f->path, contents, (gssize) size, NULL));
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_CORRUPT, "restore a backup");
}

/* The administrator may write anywhere: the rest is done as somebody else, in a process of its own. */
static void
test_read_only_for_somebody (Fixture *f, gconstpointer data)
{
  enum
  {
    NOBODY = 65534
  };
  pid_t child;
  int status = 0;

  mlg_connection_close (mlg_thing_create (f->folder, "test.maillage"));
  g_assert_cmpint (g_chmod (f->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (geteuid () == 0)
        g_assert_cmpint (setuid (NOBODY), ==, 0);
      assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_READ_ONLY, "file is read-only");
      mlg_connection_close (
          mlg_connection_open (f->path, MLG_OPEN_READ_ONLY, mlg_thing_kinds, NULL));
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_cmpint (g_chmod (f->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autofree char *other = g_build_filename (f->folder, "new.maillage", NULL);

      if (geteuid () == 0)
        g_assert_cmpint (setuid (NOBODY), ==, 0);
      assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_READ_ONLY, "folder cannot");
      assert_refused (other, MLG_OPEN_CREATE, MLG_STORE_ERROR_READ_ONLY, "folder cannot");
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
}

static void
test_locked (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgConnection) db = mlg_thing_create (f->folder, "test.maillage");
  g_autofree char *process =
      g_strdup_printf ("process %d on %s", (int) getpid (), g_get_host_name ());
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);
  g_autoptr (GError) error = NULL;
  MlgConnection *reader;

  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_LOCKED, process);
  reader = mlg_connection_open (f->path, MLG_OPEN_READ_ONLY, mlg_thing_kinds, &error);
  g_assert_no_error (error);
  mlg_connection_close (reader);
  /* The holder has the lock, but has not written who it is yet. */
  g_assert_cmpint (truncate (lock, 0), ==, 0);
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_LOCKED, "another Maillage");
  g_clear_pointer (&db, mlg_connection_close);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* A program that has the lock for a moment, or, as @text says, for longer; it goes when @keep_ms are
 * over. */
static pid_t
hold_elsewhere (const char *lock_path, const char *text, guint keep_ms)
{
  int pipes[2];
  char c;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      int fd = open (lock_path, O_RDWR | O_CREAT, 0600);

      if (fd < 0 || flock (fd, LOCK_EX) != 0 || write (fd, text, strlen (text)) < 0
          || write (pipes[1], "x", 1) != 1)
        _exit (1);
      g_usleep (keep_ms * 1000);
      _exit (0);
    }
  g_assert_cmpint (read (pipes[0], &c, 1), ==, 1);
  close (pipes[0]);
  close (pipes[1]);
  return child;
}

static void
let_go (pid_t child)
{
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

/* Who writes for a moment is waited for; who keeps the file open is not. */
static void
test_waiting (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  pid_t child;

  mlg_connection_close (mlg_thing_create (f->folder, "test.maillage"));
  child = hold_elsewhere (lock, "maillage-cli\nelsewhere\n12\n\n", 300);
  db = mlg_connection_open (f->path, MLG_OPEN_DEFAULT, mlg_thing_kinds, &error);
  g_assert_no_error (error);
  g_assert_nonnull (db);
  let_go (child);
  g_clear_pointer (&db, mlg_connection_close);

  child = hold_elsewhere (lock, "maillage\nelsewhere\n12\nlasting\n", G_MAXUINT / 1000);
  assert_refused (f->path, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_LOCKED, "close it there first");
  let_go (child);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_waiting_is_cancelled (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;
  pid_t child;

  mlg_connection_close (mlg_thing_create (f->folder, "test.maillage"));
  child = hold_elsewhere (lock, "maillage-cli\nelsewhere\n12\n\n", G_MAXUINT / 1000);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_cancellable_push_current (cancellable);
  g_assert_null (mlg_connection_open (f->path, MLG_OPEN_DEFAULT, mlg_thing_kinds, &error));
  g_cancellable_pop_current (cancellable);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  let_go (child);
}

/* Two ways to one file are one lock, one log and one folder of backups. */
static void
test_symbolic_links (Fixture *f, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (f->folder, "link.maillage", NULL);
  g_autofree char *folder_link = g_build_filename (f->folder, "folder", NULL);
  g_autofree char *through_folder = g_build_filename (folder_link, "test.maillage", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "nowhere", NULL);
  g_autofree char *dangling = g_build_filename (f->folder, "dangling.maillage", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_thing_create (f->folder, "test.maillage");

  g_assert_cmpint (symlink ("test.maillage", link_path), ==, 0);
  g_assert_cmpint (symlink (".", folder_link), ==, 0);
  g_assert_cmpint (symlink (nowhere, dangling), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) locked = NULL;

      g_assert_null (mlg_connection_open (i == 0 ? link_path : through_folder, MLG_OPEN_DEFAULT,
                                          mlg_thing_kinds, &locked));
      g_assert_error (locked, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED);
    }
  assert_refused (dangling, MLG_OPEN_DEFAULT, MLG_STORE_ERROR_MISSING, "no such file");
  assert_refused (dangling, MLG_OPEN_CREATE, MLG_STORE_ERROR_EXISTS, "already");
  g_clear_pointer (&db, mlg_connection_close);
  db = mlg_connection_open (link_path, MLG_OPEN_DEFAULT, mlg_thing_kinds, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mlg_connection_get_path (db), ==, f->path);
}

/* Of many who make, open or read the same new file at once, one makes it, and nobody sees half of it
 * nor takes it away from the one who made it. */
static _Noreturn void
try_to_create (const char *path, int go)
{
  g_autoptr (GError) error = NULL;
  MlgConnection *db;
  char c;

  g_assert_cmpint (read (go, &c, 1), ==, 0);
  db = mlg_connection_open (path, MLG_OPEN_CREATE, no_kinds, &error);
  if (db == NULL)
    {
      if (!g_error_matches (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS)
          && !g_error_matches (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED))
        _exit (2);
      g_clear_error (&error);
      db = mlg_connection_open (path, MLG_OPEN_READ_ONLY, no_kinds, &error);
      if (db == NULL && !g_error_matches (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
        _exit (3);
      _exit (1);
    }
  mlg_connection_close (db);
  _exit (0);
}

static void
test_creating_at_once (Fixture *f, gconstpointer data)
{
  enum
  {
    ROUNDS = 12,
    PROCESSES = 6
  };
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("race-%u.maillage", round);
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_autoptr (MlgConnection) db = NULL;
      g_autoptr (GError) error = NULL;
      pid_t children[PROCESSES];
      guint n_made = 0;
      int go[2];

      g_assert_cmpint (pipe (go), ==, 0);
      for (guint i = 0; i < PROCESSES; i++)
        {
          children[i] = fork ();
          if (children[i] == 0)
            {
              close (go[1]);
              try_to_create (path, go[0]);
            }
        }
      close (go[0]);
      close (go[1]);
      for (guint i = 0; i < PROCESSES; i++)
        {
          int status = 0;

          g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
          g_assert_true (WIFEXITED (status));
          g_assert_cmpint (WEXITSTATUS (status), <=, 1);
          n_made += WEXITSTATUS (status) == 0;
        }
      g_assert_cmpuint (n_made, ==, 1);
      db = mlg_connection_open (path, MLG_OPEN_DEFAULT, no_kinds, &error);
      g_assert_no_error (error);
    }
}

static void
assert_full (MlgConnection *db, guint nth)
{
  g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);
  g_autoptr (GError) error = NULL;
  gboolean done;

  mlg_record_set_text (thing, MLG_THING_NAME, "Lille");
  mlg_fault_arm (nth, SQLITE_FULL, TRUE);
  done = mlg_connection_begin (db, "Add", &error);
  if (done && (done = mlg_record_insert (db, thing, &error)))
    done = mlg_connection_commit (db, NULL, &error);
  else if (mlg_connection_in_action (db))
    mlg_connection_rollback (db);
  g_assert_true (mlg_fault_disarm ());
  g_assert_false (done);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.maillage", NULL);
  g_autoptr (MlgConnection) db = mlg_thing_create (f->folder, "test.maillage");
  g_autoptr (GError) error = NULL;

  assert_full (db, 1);
  assert_full (db, 2);
  mlg_thing_add (db, "Arras", NULL);
  mlg_fault_arm (1, SQLITE_FULL, TRUE);
  g_assert_null (mlg_connection_open (other, MLG_OPEN_CREATE, no_kinds, &error));
  g_assert_true (mlg_fault_disarm ());
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mlg_fault_install ();
  ADD ("/store/open/no-network-file", test_no_network_file);
  ADD ("/store/open/foreign-and-newer", test_foreign_and_newer);
  ADD ("/store/open/damaged", test_damaged);
  ADD ("/store/open/read-only-for-somebody", test_read_only_for_somebody);
  ADD ("/store/open/locked", test_locked);
  ADD ("/store/open/waiting", test_waiting);
  ADD ("/store/open/waiting-is-cancelled", test_waiting_is_cancelled);
  ADD ("/store/open/symbolic-links", test_symbolic_links);
  ADD ("/store/open/creating-at-once", test_creating_at_once);
  ADD ("/store/open/full-disk", test_full_disk);
  return g_test_run ();
}
