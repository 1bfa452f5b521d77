/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-history.h"
#include "store/mlg-id.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "store/mlg-store-error.h"
#include "thing.h"

/* New records that are stored together. */

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

static MlgRecord *
make (const char *name)
{
  MlgRecord *thing = mlg_record_new (&mlg_thing_kind);

  mlg_record_set_id (thing, mlg_id_new ());
  mlg_record_set_text (thing, MLG_THING_NAME, name);
  return thing;
}

/* Each fills other fields than the one before, and has words of its own. */
static GPtrArray *
make_many (guint n)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("Chose %u %c%cages", i, 'a' + i % 26, 'a' + i / 26 % 26);
      g_autofree char *notes = g_strdup_printf ("nettoyages vérifiées x%uements y%uités", i, i);
      MlgRecord *thing = make (name);

      if (i % 2 == 0)
        mlg_record_set_text (thing, MLG_THING_NOTES, notes);
      if (i / 128 % 2 == 0)
        mlg_record_set_integer (thing, MLG_THING_SIZE, i);
      if (i % 3 == 0)
        mlg_record_set_real (thing, MLG_THING_WEIGHT, i / 7.0);
      g_ptr_array_add (things, thing);
    }
  for (guint i = 0; i + 1 < n; i += 5)
    mlg_record_set_integer (things->pdata[i], MLG_THING_WHOLE,
                            mlg_record_get_id (things->pdata[i + 1]));
  return things;
}

static void
insert_all (Fixture *f, GPtrArray *things)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_begin (f->db, "Add things", &error);
  g_assert_no_error (error);
  mlg_record_insert_all (f->db, (MlgRecord *const *) things->pdata, things->len, &error);
  g_assert_no_error (error);
  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_found (Fixture *f, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mlg_search_find (f->db, words, NULL, 1000, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
assert_stored (Fixture *f, MlgRecord *thing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) there =
      mlg_record_load (f->db, &mlg_thing_kind, mlg_record_get_id (thing), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < MLG_THING_N_FIELDS; i++)
    {
      g_autofree char *expected = mlg_record_dup_plain (thing, i);
      g_autofree char *found = mlg_record_dup_plain (there, i);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* More than are stored at once, and words enough for their stems to be made ahead: what is there is what
 * was given, all of it is found, and it goes away and comes back as a whole. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) things = make_many (2100);
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  insert_all (f, things);
  for (guint i = 0; i < things->len; i++)
    assert_stored (f, things->pdata[i]);
  mlg_thing_verify (f->db);
  g_assert_cmpuint (count_found (f, "nettoyage"), ==, 1000);
  g_assert_cmpuint (count_found (f, "x1234ement"), ==, 1);
  g_assert_cmpuint (count_found (f, "y1234ité"), ==, 1);
  before = mlg_thing_dump (f->db);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (f, "nettoyage"), ==, 0);
  mlg_thing_verify (f->db);
  g_assert_true (mlg_history_redo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  mlg_thing_verify (f->db);
  again = mlg_thing_dump (f->db);
  g_assert_cmpstr (again, ==, before);
}

/* One that was removed in the same action and comes again is a change of it. */
static void
test_after_a_removal (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) things = make_many (100);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = mlg_thing_add (f->db, "Old", "worn");

  before = mlg_thing_dump (f->db);
  mlg_record_set_id (things->pdata[7], id);
  mlg_record_set_null (things->pdata[5], MLG_THING_WHOLE);
  mlg_connection_begin (f->db, "Replace", &error);
  mlg_record_remove (f->db, &mlg_thing_kind, id, &error);
  mlg_record_insert_all (f->db, (MlgRecord *const *) things->pdata, things->len, &error);
  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
  mlg_thing_verify (f->db);
  assert_stored (f, things->pdata[7]);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  g_assert_no_error (error);
  mlg_thing_verify (f->db);
  after = mlg_thing_dump (f->db);
  g_assert_nonnull (strstr (after, "Old|worn"));
  g_assert_null (strstr (after, "Chose"));
  back = g_strndup (before, strcspn (before, "\n"));
  g_assert_true (g_str_has_prefix (after, back));
}

static void
test_without_an_id (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) things = make_many (3);

  mlg_record_set_id (things->pdata[1], 0);
  mlg_record_set_null (things->pdata[0], MLG_THING_WHOLE);
  insert_all (f, things);
  g_assert_cmpint (mlg_record_get_id (things->pdata[1]), >, 0);
  for (guint i = 0; i < things->len; i++)
    assert_stored (f, things->pdata[i]);
}

static void
assert_refused (Fixture *f, GPtrArray *things, int code)
{
  g_autofree char *before = mlg_thing_dump (f->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  mlg_connection_begin (f->db, "Add things", NULL);
  g_assert_false (
      mlg_record_insert_all (f->db, (MlgRecord *const *) things->pdata, things->len, &error));
  g_assert_error (error, MLG_STORE_ERROR, code);
  mlg_connection_rollback (f->db);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
  mlg_thing_verify (f->db);
}

/* One that is not right, one that is there already, and two that stand under each other. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) nameless = make_many (200);
  g_autoptr (GPtrArray) known = make_many (200);
  g_autoptr (GPtrArray) ring = make_many (200);

  mlg_record_set_null (nameless->pdata[150], MLG_THING_NAME);
  assert_refused (f, nameless, MLG_STORE_ERROR_INVALID);
  mlg_record_set_id (known->pdata[150], mlg_thing_add (f->db, "Old", NULL));
  assert_refused (f, known, MLG_STORE_ERROR_CONSTRAINT);
  mlg_record_set_integer (ring->pdata[151], MLG_THING_WHOLE, mlg_record_get_id (ring->pdata[150]));
  assert_refused (f, ring, MLG_STORE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/store/insert/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("many", test_many);
  ADD ("after-a-removal", test_after_a_removal);
  ADD ("without-an-id", test_without_an_id);
  ADD ("refused", test_refused);
#undef ADD
  return g_test_run ();
}
