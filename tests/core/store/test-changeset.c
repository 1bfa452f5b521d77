/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mlg-action.h"
#include "store/mlg-changeset-reader.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "store/mlg-statement.h"
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

/* All that is in the table, a line for each row. */
static char *
dump (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  mlg_connection_get_text (
      db, &text, &error,
      "SELECT group_concat(quote(id)||quote(name)||quote(notes)||quote(size)"
      "||quote(weight)||quote(made_on)||quote(fragile)||quote(whole), char(10))"
      " FROM (SELECT * FROM thing ORDER BY id)",
      "");
  g_assert_no_error (error);
  return text != NULL ? text : g_strdup ("");
}

static MlgRecord *
make (const char *name)
{
  MlgRecord *thing = mlg_record_new (&mlg_thing_kind);

  mlg_record_set_text (thing, MLG_THING_NAME, name);
  return thing;
}

static void
insert (Fixture *f, MlgRecord *thing)
{
  g_autoptr (GError) error = NULL;

  mlg_record_insert (f->db, thing, &error);
  g_assert_no_error (error);
}

static void
begin (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_begin (f->db, "Test", &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mlg_search_check (f->db, &error));
}

/* Undoing gives what was before, doing again gives what came after, to the last value. */
static void
assert_goes_and_comes (Fixture *f, const char *before)
{
  g_autofree char *after = dump (f->db);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
      undone = dump (f->db);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (mlg_search_check (f->db, &error));
      g_assert_true (mlg_history_redo (f->db, NULL, NULL, &error));
      redone = dump (f->db);
      g_assert_cmpstr (redone, ==, after);
      g_assert_true (mlg_search_check (f->db, &error));
    }
}

static void
test_every_type (Fixture *f, gconstpointer data)
{
  g_autofree char *notes = g_strnfill (20000, 'x');
  g_autoptr (MlgRecord) whole = make ("Arras");
  g_autoptr (MlgRecord) part = make ("Œuvre d’été");

  begin (f);
  insert (f, whole);
  mlg_record_set_text (part, MLG_THING_NOTES, notes);
  mlg_record_set_integer (part, MLG_THING_SIZE, -5000000000);
  mlg_record_set_real (part, MLG_THING_WEIGHT, -0.1);
  mlg_record_set_text (part, MLG_THING_MADE_ON, "2026-11-25");
  mlg_record_set_boolean (part, MLG_THING_FRAGILE, TRUE);
  mlg_record_set_integer (part, MLG_THING_WHOLE, mlg_record_get_id (whole));
  insert (f, part);
  commit (f);
  assert_goes_and_comes (f, "");
}

/* What the file makes another value of is told as it is in the file. */
static void
test_other_type (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgRecord) thing = make ("Arras");

  begin (f);
  mlg_record_set_integer (thing, MLG_THING_WEIGHT, 3);
  insert (f, thing);
  commit (f);
  assert_goes_and_comes (f, "");
}

/* New records that the same action changes and removes again, beside old ones. */
static void
test_inserted_and_changed (Fixture *f, gconstpointer data)
{
  gint64 removed = mlg_thing_add (f->db, "Calais", "ancien");
  gint64 changed = mlg_thing_add (f->db, "Douai", "ancien");
  g_autofree char *before = dump (f->db);
  g_autoptr (MlgRecord) kept = make ("Arras");
  g_autoptr (MlgRecord) gone = make ("Béthune");
  g_autoptr (MlgRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  begin (f);
  insert (f, kept);
  insert (f, gone);
  mlg_record_set_text (kept, MLG_THING_NOTES, "nouveau");
  g_assert_true (mlg_record_update (f->db, kept, &error));
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, mlg_record_get_id (gone), &error));
  again = mlg_record_load (f->db, &mlg_thing_kind, removed, &error);
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, removed, &error));
  mlg_record_set_text (again, MLG_THING_NOTES, "revenu");
  insert (f, again);
  g_assert_true (
      mlg_connection_execute (f->db, &error, "UPDATE thing SET size=4 WHERE id=?1", "i", changed));
  commit (f);
  assert_goes_and_comes (f, before);
}

/* Records that come with an id, before and after other changes; one of them removed and put back. */
static void
test_inserted_with_an_id (Fixture *f, gconstpointer data)
{
  gint64 old = mlg_thing_add (f->db, "Calais", "ancien");
  g_autofree char *before = dump (f->db);
  g_autoptr (MlgRecord) first = make ("Arras");
  g_autoptr (MlgRecord) second = make ("Béthune");
  g_autoptr (GError) error = NULL;

  mlg_record_set_id (first, 1000);
  mlg_record_set_id (second, 1001);
  begin (f);
  insert (f, first);
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, 1000, &error));
  mlg_record_set_text (first, MLG_THING_NOTES, "revenu");
  insert (f, first);
  insert (f, second);
  g_assert_true (
      mlg_connection_execute (f->db, &error, "UPDATE thing SET size=4 WHERE id=?1", "i", old));
  commit (f);
  assert_goes_and_comes (f, before);
}

/* A row that the file refuses leaves no trace; an action of nothing else leaves no entry. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgRecord) whole = make ("Arras");
  g_autoptr (MlgRecord) part = make ("Béthune");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  begin (f);
  mlg_record_set_null (part, MLG_THING_NAME);
  g_assert_false (mlg_record_insert (f->db, part, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_assert_cmpint (mlg_record_get_id (part), ==, 0);
  g_clear_error (&error);
  insert (f, whole);
  g_assert_true (mlg_record_remove (f->db, &mlg_thing_kind, mlg_record_get_id (whole), &error));
  commit (f);
  g_assert_true (mlg_history_undo (f->db, &name, NULL, &error));
  g_assert_null (name);
}

static MlgChangeset *
load_changeset (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      f->db, "SELECT changeset FROM action ORDER BY id DESC LIMIT 1", &error);
  g_autoptr (GBytes) bytes = NULL;
  MlgChangeset *changeset;

  g_assert_cmpint (mlg_statement_step (statement, &error), ==, MLG_STEP_ROW);
  bytes = mlg_statement_get_bytes (statement, 0);
  changeset = mlg_changeset_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return changeset;
}

static void
test_reader (Fixture *f, gconstpointer data)
{
  gint64 id = mlg_thing_add (f->db, "Arras", "papier");
  g_autoptr (MlgChangeset) changeset = load_changeset (f);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (MlgChangesetReader) reader;

  mlg_changeset_reader_init (&reader, changeset);
  g_assert_true (mlg_changeset_reader_next (&reader));
  g_assert_cmpstr (reader.table, ==, "thing");
  g_assert_cmpint (reader.operation, ==, SQLITE_INSERT);
  g_assert_cmpint (reader.id, ==, id);
  mlg_changeset_value_append (&reader.new_row[1], text);
  g_assert_cmpstr (text->str, ==, "Arras");
  g_assert_cmpint (reader.old_row[1].type, ==, MLG_CHANGESET_UNDEFINED);
  g_assert_false (mlg_changeset_reader_next (&reader));
  g_assert_false (reader.damaged);
}

/* Wherever it is cut, the reader stops and says so. */
static void
test_reader_of_a_damaged_one (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgChangeset) whole = NULL;
  gsize size, header;
  const guint8 *bytes;

  mlg_thing_add (f->db, "Arras", "papier");
  whole = load_changeset (f);
  bytes = mlg_changeset_peek (whole, &size);
  /* A header alone is whole: 'T', the number of columns, their keys, the name. */
  header = 1 + 1 + (MLG_THING_N_FIELDS + 1) + sizeof "thing";
  for (gsize cut = 1; cut < size; cut++)
    {
      void *part = sqlite3_malloc64 (cut);
      g_autoptr (MlgChangeset) changeset = NULL;
      g_auto (MlgChangesetReader) reader;

      memcpy (part, bytes, cut);
      changeset = mlg_changeset_new_take (part, (int) cut);
      mlg_changeset_reader_init (&reader, changeset);
      while (mlg_changeset_reader_next (&reader))
        ;
      g_assert_true (reader.damaged || reader.at == header);
      g_assert_cmpuint (mlg_changeset_get_n (changeset), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC)                                                                            \
  g_test_add ("/store/changeset/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("every-type", test_every_type);
  ADD ("other-type", test_other_type);
  ADD ("inserted-and-changed", test_inserted_and_changed);
  ADD ("inserted-with-an-id", test_inserted_with_an_id);
  ADD ("refused", test_refused);
  ADD ("reader", test_reader);
  ADD ("reader-of-a-damaged-one", test_reader_of_a_damaged_one);
#undef ADD
  return g_test_run ();
}
