/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "thing.h"

typedef struct
{
  char *folder;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->db = mlg_thing_create (f->folder, "test.maillage");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  mlg_thing_remove_folder (f->folder);
}

static gint64
count (MlgConnection *db)
{
  gint64 n = -1;

  mlg_connection_get_integer (db, &n, NULL, "SELECT count(*) FROM thing", "");
  return n;
}

static guint
find (MlgConnection *db, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mlg_search_find (db, words, NULL, 10, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_undo_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgChanges) changes = NULL;
  g_autofree char *name = NULL;
  gint64 id = mlg_thing_add (f->db, "Lille", "une grande ville");

  g_assert_cmpint (count (f->db), ==, 1);
  g_assert_cmpuint (find (f->db, "ville"), ==, 1);
  g_assert_true (mlg_history_undo (f->db, &name, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Add Lille");
  g_assert_true (mlg_changes_touch (changes, &mlg_thing_kind, id));
  g_assert_cmpint (count (f->db), ==, 0);
  g_assert_cmpuint (find (f->db, "ville"), ==, 0);
  g_assert_true (mlg_history_redo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (f->db), ==, 1);
  g_assert_cmpuint (find (f->db, "ville"), ==, 1);
  g_assert_true (mlg_search_check (f->db, &error));
}

static void
test_undo_after_reopening (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  mlg_thing_add (f->db, "Lille", NULL);
  mlg_thing_add (f->db, "Arras", NULL);
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_thing_open (f->folder, "test.maillage");
  g_assert_true (mlg_history_undo (f->db, &name, NULL, &error));
  g_assert_cmpstr (name, ==, "Add Arras");
  g_assert_cmpint (count (f->db), ==, 1);
}

static void
test_search_words (Fixture *f, gconstpointer data)
{
  mlg_thing_add (f->db, "École", "prestations de nettoyages des collectivités");
  g_assert_cmpuint (find (f->db, "ecole"), ==, 1);
  g_assert_cmpuint (find (f->db, "nettoyage"), ==, 1);
  g_assert_cmpuint (find (f->db, "NETTOYAGES"), ==, 1);
  g_assert_cmpuint (find (f->db, "collectivit"), ==, 1);
  g_assert_cmpuint (find (f->db, "collectivité prestation"), ==, 1);
  g_assert_cmpuint (find (f->db, "mairie"), ==, 0);
  g_assert_cmpuint (find (f->db, "\"'*()"), ==, 0);
}

/* Changing only the size must leave the index as it is; changing the notes must not leave old words. */
static void
test_update_keeps_the_index (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mlg_thing_add (f->db, "Lille", "papier");
  g_autoptr (MlgRecord) thing = mlg_record_load (f->db, &mlg_thing_kind, id, &error);

  mlg_record_set_text (thing, MLG_THING_NOTES, "mobilier");
  mlg_record_set_integer (thing, MLG_THING_SIZE, 12);
  g_assert_true (mlg_connection_begin (f->db, "Change", &error));
  g_assert_true (mlg_record_update (f->db, thing, &error));
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_cmpuint (find (f->db, "papier"), ==, 0);
  g_assert_cmpuint (find (f->db, "mobilier"), ==, 1);
  g_assert_true (mlg_search_check (f->db, &error));
  g_assert_no_error (error);
}

static void
test_parts_go_with_their_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 whole = mlg_thing_add (f->db, "Table", NULL);
  gint64 part = mlg_thing_add (f->db, "Leg", NULL);
  gint64 alike = mlg_thing_add (f->db, "Desk", NULL);

  g_assert_true (mlg_connection_begin (f->db, "Tie", &error));
  mlg_connection_execute (f->db, &error, "UPDATE thing SET whole=?1 WHERE id=?2", "ii", whole,
                          part);
  mlg_connection_execute (f->db, &error, "UPDATE thing SET alike=?1 WHERE id=?2", "ii", whole,
                          alike);
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_true (mlg_connection_begin (f->db, "Remove", &error));
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, whole, &error));
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_cmpint (count (f->db), ==, 1);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (f->db), ==, 3);
}

static gboolean
put_under (MlgConnection *db, gint64 id, gint64 whole, GError **error)
{
  g_autoptr (MlgRecord) thing = mlg_record_load (db, &mlg_thing_kind, id, error);
  gboolean done;

  g_assert_nonnull (thing);
  mlg_record_set_integer (thing, MLG_THING_WHOLE, whole);
  g_assert_true (mlg_connection_begin (db, "Put under", error));
  done = mlg_record_update (db, thing, error);
  if (done)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return FALSE;
}

/* Nothing stands under itself, at once or by way of others. */
static void
test_rings_are_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 a = mlg_thing_add (f->db, "A", NULL);
  gint64 b = mlg_thing_add (f->db, "B", NULL);
  gint64 c = mlg_thing_add (f->db, "C", NULL);
  const gint64 closing[] = { a, b, c };

  g_assert_true (put_under (f->db, b, a, &error));
  g_assert_true (put_under (f->db, c, b, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_false (put_under (f->db, a, closing[i], &refused));
      g_assert_error (refused, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (refused->message, "Part of"));
    }
  g_assert_true (put_under (f->db, c, a, &error));
}

/* A file from elsewhere may hold a ring all the same: removing one takes all of it, and ends. */
static void
test_a_ring_can_be_removed (Fixture *f, gconstpointer data)
{
  enum
  {
    LONG = 3000
  };
  g_autoptr (GError) error = NULL;
  gint64 first = mlg_thing_add (f->db, "First", NULL);

  g_assert_true (mlg_connection_begin (f->db, "Ring", &error));
  g_assert_true (mlg_connection_execute (
      f->db, &error,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<?1)"
      " INSERT INTO thing(id, name, whole) SELECT i, 'part', CASE i WHEN 1 THEN ?2 ELSE i-1 END"
      " FROM n",
      "ii", (gint64) LONG, first));
  g_assert_true (mlg_connection_execute (f->db, &error, "UPDATE thing SET whole=?1 WHERE id=?2",
                                         "ii", (gint64) LONG, first));
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_true (mlg_connection_begin (f->db, "Remove", &error));
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, first, &error));
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (f->db), ==, 0);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (f->db), ==, LONG + 1);
}

static void
test_conflict_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 id = mlg_thing_add (f->db, "Lille", NULL);

  entries = mlg_history_list (f->db, 10, 0, &error);
  g_assert_true (mlg_connection_begin (f->db, "Change", &error));
  mlg_connection_execute (f->db, &error, "UPDATE thing SET size=3 WHERE id=?1", "i", id);
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  g_assert_false (
      mlg_history_revert (f->db, mlg_history_entry_get_id (entries->pdata[0]), NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT);
  g_assert_cmpint (count (f->db), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/action/undo-redo", test_undo_redo);
  ADD ("/store/action/undo-after-reopening", test_undo_after_reopening);
  ADD ("/store/action/search-words", test_search_words);
  ADD ("/store/action/update-keeps-the-index", test_update_keeps_the_index);
  ADD ("/store/action/parts-go-with-their-whole", test_parts_go_with_their_whole);
  ADD ("/store/action/rings-are-refused", test_rings_are_refused);
  ADD ("/store/action/a-ring-can-be-removed", test_a_ring_can_be_removed);
  ADD ("/store/action/conflict-changes-nothing", test_conflict_changes_nothing);
  return g_test_run ();
}
