/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "use.h"

#include "store/mlg-record-sql.h"
#include "thing.h"

static void
on_changed (MlgStore *store, MlgChanges *changes, MlgUse *use)
{
  g_assert_true (g_thread_self () == use->main);
  g_assert_nonnull (changes);
  use->n_changed++;
}

static void
count_result (MlgUse *use, gboolean done, GError *error)
{
  g_assert_true (g_thread_self () == use->main);
  g_assert_true (done == (error == NULL));
  use->n_pending--;
  use->n_done += done;
  use->n_failed += !done;
  g_clear_error (&use->error);
  use->error = error;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_open_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

void
mlg_use_on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_close_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

void
mlg_use_on_acted (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_act_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

void
mlg_use_on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  gboolean done = mlg_store_write_finish (MLG_STORE (source), result, &error);

  count_result (data, done, error);
}

void
mlg_use_settle (MlgUse *use)
{
  while (use->n_pending > 0)
    g_main_context_iteration (NULL, TRUE);
}

void
mlg_use_open (MlgUse *use, const char *path, MlgOpenFlags flags)
{
  use->n_pending++;
  mlg_store_open_async (use->store, path, flags, NULL, on_opened, use);
  mlg_use_settle (use);
}

void
mlg_use_set_up (MlgUse *use, gconstpointer data)
{
  use->folder = mlg_thing_make_folder ();
  use->path = g_build_filename (use->folder, "test.maillage", NULL);
  use->main = g_thread_self ();
  mlg_connection_close (mlg_thing_create (use->folder, "test.maillage"));
  use->store = mlg_store_new (mlg_thing_kinds);
  g_signal_connect (use->store, "changed", G_CALLBACK (on_changed), use);
  mlg_use_open (use, use->path, MLG_OPEN_DEFAULT);
  g_assert_no_error (use->error);
  use->n_changed = use->n_done = 0;
}

void
mlg_use_tear_down (MlgUse *use, gconstpointer data)
{
  mlg_use_settle (use);
  g_clear_object (&use->store);
  g_clear_error (&use->error);
  g_free (use->path);
  mlg_thing_remove_folder (use->folder);
}

gboolean
mlg_use_insert (MlgConnection *db, const char *name, GError **error)
{
  g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);

  mlg_record_set_text (thing, MLG_THING_NAME, name);
  return mlg_record_insert (db, thing, error);
}

static gboolean
add_named (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_use_insert (db, data, error);
}

void
mlg_use_add (MlgUse *use, const char *name)
{
  use->n_pending++;
  mlg_store_act_async (use->store, name, add_named, g_strdup (name), g_free, NULL, NULL,
                       mlg_use_on_acted, use);
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

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  MlgUseReads *reads = data;
  GError *error = NULL;
  char *answer = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (answer != NULL)
    g_ptr_array_add (reads->answers, answer);
  count_result (reads->use, answer != NULL, error);
}

void
mlg_use_read (MlgUse *use, MlgUseReads *reads)
{
  use->n_pending++;
  mlg_store_read_async (use->store, count_rows, NULL, NULL, g_free, NULL, on_read, reads);
}

void
mlg_use_assert_rows (MlgUse *use, const char *expected)
{
  MlgUseReads reads = { use, g_ptr_array_new_with_free_func (g_free) };

  mlg_use_read (use, &reads);
  mlg_use_settle (use);
  g_assert_cmpuint (reads.answers->len, ==, 1);
  g_assert_cmpstr (reads.answers->pdata[0], ==, expected);
  g_ptr_array_unref (reads.answers);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autofree char *name = mlg_store_undo_finish (MLG_STORE (source), result, &error);

  count_result (data, name != NULL, error);
}

void
mlg_use_undo (MlgUse *use)
{
  use->n_pending++;
  mlg_store_undo_async (use->store, NULL, on_undone, use);
}
