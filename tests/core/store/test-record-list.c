/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mlg-record-list.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-store.h"
#include "thing.h"

typedef struct
{
  char *folder;
  MlgStore *store;
  GMainLoop *loop;
  GString *events; /* "position-removed+added " for each items-changed */
} Fixture;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;

  mlg_store_open_finish (f->store, result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (f->loop);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  f->folder = mlg_thing_make_folder ();
  mlg_connection_close (mlg_thing_create (f->folder, "list.maillage"));
  path = g_build_filename (f->folder, "list.maillage", NULL);
  f->loop = g_main_loop_new (NULL, FALSE);
  f->events = g_string_new (NULL);
  f->store = mlg_store_new (mlg_thing_kinds);
  mlg_store_open_async (f->store, path, MLG_OPEN_DEFAULT, NULL, on_opened, f);
  g_main_loop_run (f->loop);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  g_string_free (f->events, TRUE);
  g_main_loop_unref (f->loop);
  mlg_thing_remove_folder (f->folder);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_string_append_printf (f->events, "%u-%u+%u ", position, removed, added);
}

static void
on_acted (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;

  mlg_store_act_finish (f->store, result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (f->loop);
}

static gboolean
add_things (MlgConnection *db, gpointer data, GError **error)
{
  g_auto (GStrv) names = g_strsplit (data, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);

      mlg_record_set_text (thing, MLG_THING_NAME, names[i]);
      if (!mlg_record_insert (db, thing, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
rename_first (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_connection_execute (db, error, "UPDATE thing SET notes='x' WHERE name='b'", "");
}

static void
act (Fixture *f, MlgActionFunc func, const char *data)
{
  mlg_store_act_async (f->store, "Test", func, g_strdup (data), g_free, NULL, NULL, on_acted, f);
  g_main_loop_run (f->loop);
}

static void
settle (MlgRecordList *list)
{
  while (mlg_record_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_undo_finish (f->store, result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Test");
  g_main_loop_quit (f->loop);
}

/* Only the stretch that differs is told, and the same row stays the same object. */
static void
test_changes_are_trimmed (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_thing_kind);
  g_autoptr (MlgRecordList) list = mlg_record_list_new (f->store, query);
  g_autoptr (MlgRecord) first = NULL, again = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), f);
  act (f, add_things, "a b c f");
  settle (list);
  g_assert_cmpstr (f->events->str, ==, "0-0+4 ");
  first = g_list_model_get_item (G_LIST_MODEL (list), 1);
  while (!mlg_record_is_loaded (first))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (mlg_record_get_text (first, MLG_THING_NAME), ==, "b");
  act (f, add_things, "d e");
  settle (list);
  g_assert_cmpstr (f->events->str, ==, "0-0+4 3-0+2 ");
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (first == again);
  act (f, rename_first, NULL);
  settle (list);
  while (mlg_record_is_null (first, MLG_THING_NOTES))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (f->events->str, ==, "0-0+4 3-0+2 ");
  mlg_store_undo_async (f->store, NULL, on_undone, f);
  g_main_loop_run (f->loop);
  mlg_store_undo_async (f->store, NULL, on_undone, f);
  g_main_loop_run (f->loop);
  settle (list);
  g_assert_cmpstr (f->events->str, ==, "0-0+4 3-0+2 3-2+0 ");
  g_assert_cmpstr (mlg_store_get_redo_name (f->store), ==, "Test");
}

static void
test_words_narrow_the_list (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_thing_kind);
  g_autoptr (MlgQuery) some = mlg_query_with_words (all, "arr");
  g_autoptr (MlgRecordList) list = NULL;

  act (f, add_things, "Lille Arras École Dunkerque");
  list = mlg_record_list_new (f->store, all);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  mlg_record_list_set_query (list, some);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/record-list/changes-are-trimmed", test_changes_are_trimmed);
  ADD ("/store/record-list/words-narrow-the-list", test_words_narrow_the_list);
  return g_test_run ();
}
