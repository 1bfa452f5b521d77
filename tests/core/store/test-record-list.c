/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mlg-connection-private.h"
#include "store/mlg-record-list.h"
#include "store/mlg-record-sql.h"
#include "thing.h"
#include "use.h"

/* A list on screen: what it tells of each change, and which objects it gives. */
typedef struct
{
  MlgUse use;
  GString *events; /* "position-removed+added " for each items-changed */
  MlgRecordList *list;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_assert_cmpuint (position + added, <=, g_list_model_get_n_items (model));
  g_string_append_printf (f->events, "%u-%u+%u ", position, removed, added);
}

static void
settle (Fixture *f)
{
  mlg_use_settle (&f->use);
  while (mlg_record_list_is_loading (f->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_events (Fixture *f, const char *expected)
{
  settle (f);
  g_assert_cmpstr (f->events->str, ==, expected);
  g_string_truncate (f->events, 0);
}

/* By name, so that a change of name is a move. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_thing_kind);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (all, MLG_THING_NAME, FALSE);

  mlg_use_set_up (&f->use, data);
  f->events = g_string_new (NULL);
  f->list = mlg_record_list_new (f->use.store, sorted);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->list);
  mlg_use_tear_down (&f->use, data);
  g_string_free (f->events, TRUE);
}

static gboolean
add_things (MlgConnection *db, gpointer data, GError **error)
{
  g_auto (GStrv) names = g_strsplit (data, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (!mlg_use_insert (db, names[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
run_sql (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_connection_execute (db, error, data, "");
}

static void
act (Fixture *f, MlgActionFunc func, const char *data)
{
  f->use.n_pending++;
  mlg_store_act_async (f->use.store, "Test", func, g_strdup (data), g_free, NULL, NULL,
                       mlg_use_on_acted, &f->use);
  settle (f);
  g_assert_no_error (f->use.error);
}

static MlgRecord *
get_loaded (Fixture *f, guint position)
{
  MlgRecord *record = g_list_model_get_item (G_LIST_MODEL (f->list), position);

  g_assert_nonnull (record);
  while (!mlg_record_is_loaded (record))
    g_main_context_iteration (NULL, TRUE);
  return record;
}

static void
assert_names (Fixture *f, const char *expected)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->list));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgRecord) record = get_loaded (f, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              mlg_record_get_text (record, MLG_THING_NAME));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

/* Only the stretch that differs is told, whatever happens. */
static void
test_changes_are_trimmed (Fixture *f, gconstpointer data)
{
  act (f, add_things, "b d f h");
  assert_events (f, "0-0+4 ");
  act (f, add_things, "a");
  assert_events (f, "0-0+1 ");
  act (f, add_things, "i");
  assert_events (f, "5-0+1 ");
  act (f, add_things, "c e");
  assert_events (f, "2-1+3 ");
  assert_names (f, "a b c d e f h i");
  act (f, run_sql, "DELETE FROM thing WHERE name IN ('a')");
  assert_events (f, "0-1+0 ");
  act (f, run_sql, "DELETE FROM thing WHERE name IN ('c', 'e')");
  assert_events (f, "1-3+1 ");
  act (f, run_sql, "UPDATE thing SET notes='x' WHERE name='d'");
  assert_events (f, "");
  act (f, run_sql, "UPDATE thing SET name='g' WHERE name='b'");
  assert_events (f, "0-3+3 ");
  assert_names (f, "d f g h i");
  act (f, run_sql, "DELETE FROM thing");
  assert_events (f, "0-5+0 ");
  mlg_use_undo (&f->use);
  assert_events (f, "0-0+5 ");
  assert_names (f, "d f g h i");
}

static void
test_words_narrow_the_list (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) some = mlg_query_with_words (mlg_record_list_get_query (f->list), "arr");

  act (f, add_things, "Lille Arras École Dunkerque");
  assert_events (f, "0-0+4 ");
  mlg_record_list_set_query (f->list, some);
  assert_events (f, "1-3+0 ");
  assert_names (f, "Arras");
}

/* The same row is the same object, through changes, moves and other queries, as long as anybody holds
 * it; and it shows what is in the file. */
static void
test_same_row_same_object (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) descending =
      mlg_query_with_sort (mlg_record_list_get_query (f->list), MLG_THING_NAME, TRUE);
  g_autoptr (MlgRecord) held = NULL;
  guint position = G_MAXUINT;

  act (f, add_things, "a b c d");
  held = get_loaded (f, 1);
  act (f, run_sql, "UPDATE thing SET name='z', notes='moved' WHERE name='b'");
  g_assert_true (mlg_record_list_find (f->list, mlg_record_get_id (held), &position));
  g_assert_cmpuint (position, ==, 3);
  g_object_unref (get_loaded (f, 3));
  while (mlg_record_is_null (held, MLG_THING_NOTES))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (mlg_record_get_text (held, MLG_THING_NAME), ==, "z");
  mlg_record_list_set_query (f->list, descending);
  settle (f);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MlgRecord) record = g_list_model_get_item (G_LIST_MODEL (f->list), i);

      g_assert_true ((record == held) == (i == 0));
      g_assert_true (mlg_record_list_find (f->list, mlg_record_get_id (record), &position));
      g_assert_cmpuint (position, ==, i);
    }
  act (f, run_sql, "DELETE FROM thing WHERE name='z'");
  g_assert_false (mlg_record_list_find (f->list, mlg_record_get_id (held), NULL));
}

/* Another program, or a restore, may have changed anything: all is looked at again, and only what
 * differs is told. */
static gboolean
write_behind (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  *changes = mlg_changes_new ();
  mlg_changes_add_everything (*changes);
  return mlg_connection_exec (db, data, error);
}

static void
test_everything_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgRecord) held = NULL;

  act (f, add_things, "a b c");
  assert_events (f, "0-0+3 ");
  held = get_loaded (f, 2);
  f->use.n_pending++;
  mlg_store_write_async (f->use.store, write_behind,
                         (gpointer) "DELETE FROM thing WHERE name='b';"
                                    "UPDATE thing SET notes='new' WHERE name='c'",
                         NULL, NULL, NULL, mlg_use_on_written, &f->use);
  assert_events (f, "1-1+0 ");
  while (mlg_record_is_null (held, MLG_THING_NOTES))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (mlg_record_get_text (held, MLG_THING_NOTES), ==, "new");
}

/* What cannot be read is told, and the rows stay until they can be. */
static void
test_error_keeps_the_rows (Fixture *f, gconstpointer data)
{
  act (f, add_things, "a b");
  assert_events (f, "0-0+2 ");
  f->use.n_pending++;
  mlg_store_write_async (f->use.store, write_behind,
                         (gpointer) "ALTER TABLE thing RENAME TO hidden", NULL, NULL, NULL,
                         mlg_use_on_written, &f->use);
  assert_events (f, "");
  g_assert_nonnull (mlg_record_list_get_error (f->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 2);
  f->use.n_pending++;
  mlg_store_write_async (f->use.store, write_behind,
                         (gpointer) "ALTER TABLE hidden RENAME TO thing", NULL, NULL, NULL,
                         mlg_use_on_written, &f->use);
  assert_events (f, "");
  g_assert_null (mlg_record_list_get_error (f->list));
}

/* Of many queries in a row only the last one is shown. */
static void
test_latest_query_wins (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "a", "ar", "arr", "arra", "lil", "lille" };

  act (f, add_things, "Lille Arras");
  assert_events (f, "0-0+2 ");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (MlgQuery) query =
          mlg_query_with_words (mlg_record_list_get_query (f->list), words[i]);

      mlg_record_list_set_query (f->list, query);
    }
  assert_events (f, "0-1+0 ");
  assert_names (f, "Lille");
}

static void
on_gone (gpointer data, GObject *where)
{
  ++*(guint *) data;
}

/* Lists come and go with each page: neither they nor their rows stay behind, even while they load. */
static void
test_nothing_is_left (Fixture *f, gconstpointer data)
{
  enum
  {
    ROUNDS = 50
  };
  guint n_lists = 0, n_records = 0;

  act (f, add_things, "a b c d e");
  for (guint i = 0; i < ROUNDS; i++)
    {
      MlgRecordList *list = mlg_record_list_new (f->use.store, mlg_record_list_get_query (f->list));

      g_object_weak_ref (G_OBJECT (list), on_gone, &n_lists);
      if (i % 2 == 0)
        while (mlg_record_list_is_loading (list))
          g_main_context_iteration (NULL, TRUE);
      if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
        {
          MlgRecord *record = g_list_model_get_item (G_LIST_MODEL (list), 0);

          g_object_weak_ref (G_OBJECT (record), on_gone, &n_records);
          g_object_unref (record);
        }
      g_object_unref (list);
    }
  /* What runs holds its list until it comes back. */
  mlg_use_assert_rows (&f->use, "1+4");
  while (n_lists < ROUNDS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_records, ==, ROUNDS / 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/record-list/changes-are-trimmed", test_changes_are_trimmed);
  ADD ("/store/record-list/words-narrow-the-list", test_words_narrow_the_list);
  ADD ("/store/record-list/same-row-same-object", test_same_row_same_object);
  ADD ("/store/record-list/everything-changed", test_everything_changed);
  ADD ("/store/record-list/error-keeps-the-rows", test_error_keeps_the_rows);
  ADD ("/store/record-list/latest-query-wins", test_latest_query_wins);
  ADD ("/store/record-list/nothing-is-left", test_nothing_is_left);
  return g_test_run ();
}
