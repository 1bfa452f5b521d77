/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/mlg-backup.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-store.h"
#include "thing.h"
#include "use.h"

/* The threads of a store: what is asked is done in order, seen whole, told in the main thread, and
 * leaves nothing when it is given up. */

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

/* Adds pairs of rows until it is told to end. */
static gboolean
add_many (MlgConnection *db, gpointer data, GError **error)
{
  Work *work = data;

  while (!may_end (work))
    {
      if (!mlg_use_insert (db, "a", error) || !mlg_use_insert (db, "b", error)
          || !mlg_connection_report (db, -1, "Adding", error))
        return FALSE;
      say_written (work);
      g_usleep (100);
    }
  return TRUE;
}

/* MlgUseReads while a long action writes see what was before it, all the time; those after see all of it. */
static void
test_reads_during_a_write (MlgUse *use, gconstpointer data)
{
  enum
  {
    READS = 50
  };
  Work work = { 0 };
  MlgUseReads reads = { use, g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *expected = NULL;

  mlg_use_add (use, "x");
  mlg_use_settle (use);
  use->n_pending++;
  mlg_store_act_async (use->store, "Many", add_many, &work, NULL, NULL, NULL, mlg_use_on_acted,
                       use);
  for (guint i = 0; i < READS; i++)
    {
      wait_written (&work, 2 * i + 1);
      mlg_use_read (use, &reads);
      while (use->n_pending > 1)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (reads.answers->pdata[i], ==, "0+1");
    }
  let_end (&work);
  mlg_use_settle (use);
  mlg_use_read (use, &reads);
  mlg_use_settle (use);
  expected = g_strdup_printf ("%u+%u", work.n_written, work.n_written + 1);
  g_assert_cmpstr (reads.answers->pdata[READS], ==, expected);
  g_assert_cmpuint (use->n_changed, ==, 2);
  g_ptr_array_unref (reads.answers);
}

static void
test_cancel_leaves_nothing (MlgUse *use, gconstpointer data)
{
  g_autoptr (MlgJob) job = mlg_job_new ("Add many");
  GListModel *jobs = mlg_store_get_jobs (use->store);
  Work work = { 0 };

  use->n_pending++;
  mlg_store_act_async (use->store, "Many", add_many, &work, NULL, job, NULL, mlg_use_on_acted, use);
  g_assert_cmpuint (g_list_model_get_n_items (jobs), ==, 1);
  wait_written (&work, 20);
  mlg_job_cancel (job);
  mlg_use_settle (use);
  g_assert_error (use->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (mlg_job_is_finished (job));
  g_assert_cmpuint (g_list_model_get_n_items (jobs), ==, 0);
  g_assert_cmpuint (use->n_changed, ==, 0);
  g_assert_null (mlg_store_get_undo_name (use->store));
  mlg_use_assert_rows (use, "0+0");
  mlg_use_add (use, "x");
  mlg_use_settle (use);
  g_assert_no_error (use->error);
  g_assert_cmpstr (mlg_store_get_undo_name (use->store), ==, "x");
}

/* One that is cancelled before it began never begins, and does not stop those behind it. */
static void
test_cancel_in_the_queue (MlgUse *use, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work first = { 0 }, second = { 0 };

  use->n_pending += 2;
  mlg_store_act_async (use->store, "First", add_many, &first, NULL, NULL, NULL, mlg_use_on_acted,
                       use);
  mlg_store_act_async (use->store, "Second", add_many, &second, NULL, NULL, cancellable,
                       mlg_use_on_acted, use);
  mlg_use_add (use, "x");
  wait_written (&first, 3);
  g_cancellable_cancel (cancellable);
  let_end (&first);
  mlg_use_settle (use);
  g_assert_cmpuint (second.n_written, ==, 0);
  g_assert_cmpuint (use->n_done, ==, 2);
  g_assert_cmpuint (use->n_failed, ==, 1);
  g_assert_cmpstr (mlg_store_get_undo_name (use->store), ==, "x");
}

/* Closing lets what was asked before be done, and refuses what is asked after. */
static void
test_close_with_work_queued (MlgUse *use, gconstpointer data)
{
  enum
  {
    ACTIONS = 20
  };
  MlgUseReads reads = { use, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (MlgConnection) db = NULL;
  gint64 n = 0;

  for (guint i = 0; i < ACTIONS; i++)
    {
      mlg_use_add (use, "x");
      mlg_use_read (use, &reads);
    }
  use->n_pending++;
  mlg_store_close_async (use->store, mlg_use_on_closed, use);
  mlg_use_settle (use);
  g_assert_cmpuint (use->n_done, ==, 2 * ACTIONS + 1);
  g_assert_cmpuint (reads.answers->len, ==, ACTIONS);
  g_assert_null (mlg_store_get_path (use->store));
  g_assert_false (mlg_store_is_writable (use->store));
  mlg_use_add (use, "late");
  mlg_use_settle (use);
  g_assert_nonnull (use->error);
  g_assert_nonnull (strstr (use->error->message, "No network file is open"));
  db = mlg_thing_open (use->folder, "test.maillage");
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
test_let_go_without_closing (MlgUse *use, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      gboolean gone = FALSE;

      g_object_weak_ref (G_OBJECT (use->store), on_gone, &gone);
      mlg_use_add (use, "x");
      mlg_use_add (use, "y");
      g_object_unref (g_steal_pointer (&use->store));
      mlg_use_settle (use);
      while (!gone)
        g_main_context_iteration (NULL, FALSE);
      use->store = mlg_store_new (mlg_thing_kinds);
      mlg_use_open (use, use->path, MLG_OPEN_DEFAULT);
      g_assert_no_error (use->error);
    }
  mlg_use_assert_rows (use, "0+20");
}

static void
test_open_again (MlgUse *use, gconstpointer data)
{
  g_autofree char *other = g_build_filename (use->folder, "other.maillage", NULL);
  g_autofree char *nothing = g_build_filename (use->folder, "nothing.maillage", NULL);
  g_autoptr (MlgConnection) db = NULL;

  mlg_use_add (use, "x");
  mlg_use_settle (use);
  mlg_use_open (use, nothing, MLG_OPEN_DEFAULT);
  g_assert_error (use->error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  g_assert_cmpstr (mlg_store_get_path (use->store), ==, use->path);
  mlg_use_open (use, use->path, MLG_OPEN_DEFAULT);
  g_assert_no_error (use->error);
  g_assert_cmpstr (mlg_store_get_undo_name (use->store), ==, "x");
  mlg_use_assert_rows (use, "0+1");
  mlg_connection_close (mlg_thing_create (use->folder, "other.maillage"));
  mlg_use_open (use, other, MLG_OPEN_READ_ONLY);
  g_assert_no_error (use->error);
  g_assert_false (mlg_store_is_writable (use->store));
  g_assert_null (mlg_store_get_undo_name (use->store));
  mlg_use_assert_rows (use, "0+0");
  mlg_use_add (use, "y");
  mlg_use_settle (use);
  g_assert_nonnull (use->error);
  /* The first file was let go. */
  db = mlg_thing_open (use->folder, "test.maillage");
}

/* Actions, undo and reads from many callers, in any mix: each is told once, in order. */
static void
test_load (MlgUse *use, gconstpointer data)
{
  enum
  {
    ROUNDS = 200
  };
  MlgUseReads reads = { use, g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < ROUNDS; i++)
    {
      mlg_use_add (use, i % 2 == 0 ? "a" : "b");
      mlg_use_read (use, &reads);
      if (i % 5 == 4)
        {
          mlg_use_undo (use);
        }
    }
  mlg_use_settle (use);
  g_assert_cmpuint (use->n_failed, ==, 0);
  g_assert_cmpuint (use->n_done, ==, 2 * ROUNDS + ROUNDS / 5);
  g_assert_cmpuint (use->n_changed, ==, ROUNDS + ROUNDS / 5);
  mlg_use_assert_rows (use, "80+80");
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
make_some (MlgUse *use)
{
  use->n_pending++;
  mlg_store_write_async (use->store, make_backups, NULL, NULL, NULL, NULL, mlg_use_on_written, use);
  mlg_use_settle (use);
  g_assert_no_error (use->error);
}

/* What the settings say counts for the file that is open, and for those opened after. */
static void
test_limits (MlgUse *use, gconstpointer data)
{
  MlgLimits limits = { .backups = 2, .history = 1 };
  g_autoptr (GPtrArray) two = NULL, three = NULL;

  mlg_use_add (use, "x");
  mlg_store_set_limits (use->store, &limits);
  mlg_use_add (use, "y");
  make_some (use);
  two = mlg_backup_list (use->path);
  g_assert_cmpuint (two->len, ==, 2);
  /* Only the last action is kept: the one before cannot be offered once it is undone. */
  g_assert_cmpstr (mlg_store_get_undo_name (use->store), ==, "y");
  mlg_use_undo (use);
  mlg_use_settle (use);
  g_assert_null (mlg_store_get_undo_name (use->store));
  limits.backups = 3;
  g_clear_object (&use->store);
  use->store = mlg_store_new (mlg_thing_kinds);
  mlg_store_set_limits (use->store, &limits);
  mlg_use_open (use, use->path, MLG_OPEN_DEFAULT);
  make_some (use);
  three = mlg_backup_list (use->path);
  g_assert_cmpuint (three->len, ==, 3);
}

#define ADD(path, func) g_test_add (path, MlgUse, NULL, mlg_use_set_up, func, mlg_use_tear_down)

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
