/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/mlg-backup.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-store.h"
#include "thing.h"

/* The threads of a store: what is asked is done in order, seen whole, told in the main thread, and
 * leaves nothing when it is given up. */
typedef struct
{
  char *folder;
  char *path;
  MlgStore *store;
  GThread *main;
  guint n_pending; /* calls that have not come back */
  guint n_changed; /* emissions of "changed" */
  guint n_done, n_failed;
  GError *error; /* (nullable) the last one */
} Fixture;

static void
on_changed (MlgStore *store, MlgChanges *changes, Fixture *f)
{
  g_assert_true (g_thread_self () == f->main);
  g_assert_nonnull (changes);
  f->n_changed++;
}

static void
count_result (Fixture *f, gboolean done, GError *error)
{
  g_assert_true (g_thread_self () == f->main);
  g_assert_true (done == (error == NULL));
  f->n_pending--;
  f->n_done += done;
  f->n_failed += !done;
  g_clear_error (&f->error);
  f->error = error;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_open_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_close_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

static void
on_acted (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_act_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_write_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

static void
settle (Fixture *f)
{
  while (f->n_pending > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *f, const char *path, MlgOpenFlags flags)
{
  f->n_pending++;
  mlg_store_open_async (f->store, path, flags, NULL, on_opened, f);
  settle (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->path = g_build_filename (f->folder, "test.maillage", NULL);
  f->main = g_thread_self ();
  mlg_connection_close (mlg_thing_create (f->folder, "test.maillage"));
  f->store = mlg_store_new (mlg_thing_kinds);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
  open_file (f, f->path, MLG_OPEN_DEFAULT);
  g_assert_no_error (f->error);
  f->n_changed = f->n_done = 0;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  settle (f);
  g_clear_object (&f->store);
  g_clear_error (&f->error);
  g_free (f->path);
  mlg_thing_remove_folder (f->folder);
}

/* What a piece of work does, told to the test and by the test. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  guint n_written;  /* rows so far */
  gboolean may_end; /* until then, goes on */
} Work;

static void
say_written (Work *work)
{
  g_mutex_lock (&work->mutex);
  work->n_written++;
  g_cond_broadcast (&work->cond);
  g_mutex_unlock (&work->mutex);
}

static gboolean
may_end (Work *work)
{
  gboolean end;

  g_mutex_lock (&work->mutex);
  end = work->may_end;
  g_mutex_unlock (&work->mutex);
  return end;
}

static void
let_end (Work *work)
{
  g_mutex_lock (&work->mutex);
  work->may_end = TRUE;
  g_mutex_unlock (&work->mutex);
}

static void
wait_written (Work *work, guint n)
{
  g_mutex_lock (&work->mutex);
  while (work->n_written < n)
    g_cond_wait (&work->cond, &work->mutex);
  g_mutex_unlock (&work->mutex);
}

static gboolean
add_one (MlgConnection *db, const char *name, GError **error)
{
  g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);

  mlg_record_set_text (thing, MLG_THING_NAME, name);
  return mlg_record_insert (db, thing, error);
}

/* Adds pairs of rows until it is told to end. */
static gboolean
add_many (MlgConnection *db, gpointer data, GError **error)
{
  Work *work = data;

  while (!may_end (work))
    {
      if (!add_one (db, "a", error) || !add_one (db, "b", error)
          || !mlg_connection_report (db, -1, "Adding", error))
        return FALSE;
      say_written (work);
      g_usleep (100);
    }
  return TRUE;
}

static gboolean
add_named (MlgConnection *db, gpointer data, GError **error)
{
  return add_one (db, data, error);
}

static void
add (Fixture *f, const char *name)
{
  f->n_pending++;
  mlg_store_act_async (f->store, name, add_named, g_strdup (name), g_free, NULL, NULL, on_acted, f);
}

static gpointer
count_rows (MlgConnection *db, gpointer data, GError **error)
{
  gint64 a = -1, b = -1;

  if (!mlg_connection_get_integer (db, &a, error, "SELECT count(*) FROM thing WHERE name='a'", "")
      || !mlg_connection_get_integer (db, &b, error, "SELECT count(*) FROM thing WHERE name<>'a'",
                                      ""))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT, a, b);
}

typedef struct
{
  Fixture *fixture;
  GPtrArray *answers; /* (owned) of what was read, in order */
} Reads;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reads *reads = data;
  GError *error = NULL;
  char *answer = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (answer != NULL)
    g_ptr_array_add (reads->answers, answer);
  count_result (reads->fixture, answer != NULL, error);
}

static void
read_once (Fixture *f, Reads *reads)
{
  f->n_pending++;
  mlg_store_read_async (f->store, count_rows, NULL, NULL, g_free, NULL, on_read, reads);
}

/* Reads while a long action writes see what was before it, all the time; those after see all of it. */
static void
test_reads_during_a_write (Fixture *f, gconstpointer data)
{
  enum
  {
    READS = 50
  };
  Work work = { 0 };
  Reads reads = { f, g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *expected = NULL;

  add (f, "x");
  settle (f);
  f->n_pending++;
  mlg_store_act_async (f->store, "Many", add_many, &work, NULL, NULL, NULL, on_acted, f);
  for (guint i = 0; i < READS; i++)
    {
      wait_written (&work, 2 * i + 1);
      read_once (f, &reads);
      while (f->n_pending > 1)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (reads.answers->pdata[i], ==, "0+1");
    }
  let_end (&work);
  settle (f);
  read_once (f, &reads);
  settle (f);
  expected = g_strdup_printf ("%u+%u", work.n_written, work.n_written + 1);
  g_assert_cmpstr (reads.answers->pdata[READS], ==, expected);
  g_assert_cmpuint (f->n_changed, ==, 2);
  g_ptr_array_unref (reads.answers);
}

static void
assert_rows (Fixture *f, const char *expected)
{
  Reads reads = { f, g_ptr_array_new_with_free_func (g_free) };

  read_once (f, &reads);
  settle (f);
  g_assert_cmpuint (reads.answers->len, ==, 1);
  g_assert_cmpstr (reads.answers->pdata[0], ==, expected);
  g_ptr_array_unref (reads.answers);
}

static void
test_cancel_leaves_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgJob) job = mlg_job_new ("Add many");
  GListModel *jobs = mlg_store_get_jobs (f->store);
  Work work = { 0 };

  f->n_pending++;
  mlg_store_act_async (f->store, "Many", add_many, &work, NULL, job, NULL, on_acted, f);
  g_assert_cmpuint (g_list_model_get_n_items (jobs), ==, 1);
  wait_written (&work, 20);
  mlg_job_cancel (job);
  settle (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (mlg_job_is_finished (job));
  g_assert_cmpuint (g_list_model_get_n_items (jobs), ==, 0);
  g_assert_cmpuint (f->n_changed, ==, 0);
  g_assert_null (mlg_store_get_undo_name (f->store));
  assert_rows (f, "0+0");
  add (f, "x");
  settle (f);
  g_assert_no_error (f->error);
  g_assert_cmpstr (mlg_store_get_undo_name (f->store), ==, "x");
}

/* One that is cancelled before it began never begins, and does not stop those behind it. */
static void
test_cancel_in_the_queue (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work first = { 0 }, second = { 0 };

  f->n_pending += 2;
  mlg_store_act_async (f->store, "First", add_many, &first, NULL, NULL, NULL, on_acted, f);
  mlg_store_act_async (f->store, "Second", add_many, &second, NULL, NULL, cancellable, on_acted, f);
  add (f, "x");
  wait_written (&first, 3);
  g_cancellable_cancel (cancellable);
  let_end (&first);
  settle (f);
  g_assert_cmpuint (second.n_written, ==, 0);
  g_assert_cmpuint (f->n_done, ==, 2);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpstr (mlg_store_get_undo_name (f->store), ==, "x");
}

/* Closing lets what was asked before be done, and refuses what is asked after. */
static void
test_close_with_work_queued (Fixture *f, gconstpointer data)
{
  enum
  {
    ACTIONS = 20
  };
  Reads reads = { f, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (MlgConnection) db = NULL;
  gint64 n = 0;

  for (guint i = 0; i < ACTIONS; i++)
    {
      add (f, "x");
      read_once (f, &reads);
    }
  f->n_pending++;
  mlg_store_close_async (f->store, on_closed, f);
  settle (f);
  g_assert_cmpuint (f->n_done, ==, 2 * ACTIONS + 1);
  g_assert_cmpuint (reads.answers->len, ==, ACTIONS);
  g_assert_null (mlg_store_get_path (f->store));
  g_assert_false (mlg_store_is_writable (f->store));
  add (f, "late");
  settle (f);
  g_assert_nonnull (f->error);
  g_assert_nonnull (strstr (f->error->message, "No network file is open"));
  db = mlg_thing_open (f->folder, "test.maillage");
  mlg_connection_get_integer (db, &n, NULL, "SELECT count(*) FROM thing", "");
  g_assert_cmpint (n, ==, ACTIONS);
  g_ptr_array_unref (reads.answers);
}

static void
on_gone (gpointer data, GObject *where)
{
  *(gboolean *) data = TRUE;
}

/* Whoever lets go of a store without closing it loses nothing: what is queued keeps it until it is
 * done. Then the file is free, and nothing of the store is left. */
static void
test_let_go_without_closing (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      gboolean gone = FALSE;

      g_object_weak_ref (G_OBJECT (f->store), on_gone, &gone);
      add (f, "x");
      add (f, "y");
      g_object_unref (g_steal_pointer (&f->store));
      settle (f);
      while (!gone)
        g_main_context_iteration (NULL, FALSE);
      f->store = mlg_store_new (mlg_thing_kinds);
      open_file (f, f->path, MLG_OPEN_DEFAULT);
      g_assert_no_error (f->error);
    }
  assert_rows (f, "0+20");
}

static void
test_open_again (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.maillage", NULL);
  g_autofree char *nothing = g_build_filename (f->folder, "nothing.maillage", NULL);
  g_autoptr (MlgConnection) db = NULL;

  add (f, "x");
  settle (f);
  open_file (f, nothing, MLG_OPEN_DEFAULT);
  g_assert_error (f->error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  g_assert_cmpstr (mlg_store_get_path (f->store), ==, f->path);
  open_file (f, f->path, MLG_OPEN_DEFAULT);
  g_assert_no_error (f->error);
  g_assert_cmpstr (mlg_store_get_undo_name (f->store), ==, "x");
  assert_rows (f, "0+1");
  mlg_connection_close (mlg_thing_create (f->folder, "other.maillage"));
  open_file (f, other, MLG_OPEN_READ_ONLY);
  g_assert_no_error (f->error);
  g_assert_false (mlg_store_is_writable (f->store));
  g_assert_null (mlg_store_get_undo_name (f->store));
  assert_rows (f, "0+0");
  add (f, "y");
  settle (f);
  g_assert_nonnull (f->error);
  /* The first file was let go. */
  db = mlg_thing_open (f->folder, "test.maillage");
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autofree char *name = mlg_store_undo_finish (MLG_STORE (source), result, &error);

  count_result (data, name != NULL, error);
}

/* Actions, undo and reads from many callers, in any mix: each is told once, in order. */
static void
test_load (Fixture *f, gconstpointer data)
{
  enum
  {
    ROUNDS = 200
  };
  Reads reads = { f, g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < ROUNDS; i++)
    {
      add (f, i % 2 == 0 ? "a" : "b");
      read_once (f, &reads);
      if (i % 5 == 4)
        {
          f->n_pending++;
          mlg_store_undo_async (f->store, NULL, on_undone, f);
        }
    }
  settle (f);
  g_assert_cmpuint (f->n_failed, ==, 0);
  g_assert_cmpuint (f->n_done, ==, 2 * ROUNDS + ROUNDS / 5);
  g_assert_cmpuint (f->n_changed, ==, ROUNDS + ROUNDS / 5);
  assert_rows (f, "80+80");
  g_ptr_array_unref (reads.answers);
}

static gboolean
make_backups (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  for (guint i = 0; i < 5; i++)
    if (!mlg_backup_make (db, MLG_BACKUP_ASKED, NULL, error))
      return FALSE;
  return TRUE;
}

static void
make_some (Fixture *f)
{
  f->n_pending++;
  mlg_store_write_async (f->store, make_backups, NULL, NULL, NULL, NULL, on_written, f);
  settle (f);
  g_assert_no_error (f->error);
}

/* What the settings say counts for the file that is open, and for those opened after. */
static void
test_limits (Fixture *f, gconstpointer data)
{
  MlgLimits limits = { .backups = 2, .history = 1 };
  g_autoptr (GPtrArray) two = NULL, three = NULL;

  add (f, "x");
  mlg_store_set_limits (f->store, &limits);
  add (f, "y");
  make_some (f);
  two = mlg_backup_list (f->path);
  g_assert_cmpuint (two->len, ==, 2);
  /* Only the last action is kept: the one before cannot be offered once it is undone. */
  g_assert_cmpstr (mlg_store_get_undo_name (f->store), ==, "y");
  f->n_pending++;
  mlg_store_undo_async (f->store, NULL, on_undone, f);
  settle (f);
  g_assert_null (mlg_store_get_undo_name (f->store));
  limits.backups = 3;
  g_clear_object (&f->store);
  f->store = mlg_store_new (mlg_thing_kinds);
  mlg_store_set_limits (f->store, &limits);
  open_file (f, f->path, MLG_OPEN_DEFAULT);
  make_some (f);
  three = mlg_backup_list (f->path);
  g_assert_cmpuint (three->len, ==, 3);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/store/reads-during-a-write", test_reads_during_a_write);
  ADD ("/store/store/cancel-leaves-nothing", test_cancel_leaves_nothing);
  ADD ("/store/store/cancel-in-the-queue", test_cancel_in_the_queue);
  ADD ("/store/store/close-with-work-queued", test_close_with_work_queued);
  ADD ("/store/store/let-go-without-closing", test_let_go_without_closing);
  ADD ("/store/store/open-again", test_open_again);
  ADD ("/store/store/load", test_load);
  ADD ("/store/store/limits", test_limits);
  return g_test_run ();
}
