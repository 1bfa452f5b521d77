/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-schema.h"
#include "store/mlg-search.h"
#include "thing.h"

/* Files of older schemas: brought to the present one with all that they hold, and with a history that
 * still works or says why it does not. */
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
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  g_free (f->path);
  mlg_thing_remove_folder (f->folder);
}

/* A thing that a later schema has given a colour, after all other columns. */
struct _ColouredThing
{
  MlgRecord parent_instance;
};

#define COLOURED_TYPE_THING (coloured_thing_get_type ())
G_DECLARE_FINAL_TYPE (ColouredThing, coloured_thing, COLOURED, THING, MlgRecord)
G_DEFINE_FINAL_TYPE (ColouredThing, coloured_thing, MLG_TYPE_RECORD)

enum
{
  COLOURED_THING_COLOUR,
  COLOURED_THING_N_FIELDS = MLG_THING_N_FIELDS + 1
};

#define SHIFTED(ID, NAME, TITLE, TYPE, ...)                                                        \
  [(ID) + 1] = { .name = NAME, .title = TITLE, .type = TYPE, __VA_ARGS__ },

static const MlgField coloured_fields[] = { [COLOURED_THING_COLOUR] = { .name = "colour",
                                                                        .title = "Colour",
                                                                        .type = MLG_FIELD_TEXT,
                                                                        .flags = MLG_FIELD_SEARCH },
                                            MLG_THING_FIELDS (SHIFTED) };

static const MlgKind coloured_kind = {
  .name = "thing",
  .plural = "things",
  .title = "Thing",
  .title_plural = "Things",
  .table = "thing",
  .fields = coloured_fields,
  .n_fields = COLOURED_THING_N_FIELDS,
  .get_type = coloured_thing_get_type,
};

static const MlgKind *const coloured_kinds[] = { &coloured_kind, NULL };

static void
coloured_thing_class_init (ColouredThingClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &coloured_kind);
}

static void
coloured_thing_init (ColouredThing *self)
{
}

static void
step (MlgConnection *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_schema_step (db, sql, mlg_schema_get_newest (), &error));
  g_assert_no_error (error);
}

static void
run (MlgConnection *db, const char *name, const char *sql, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_begin (db, name, &error));
  g_assert_true (mlg_connection_execute (db, &error, sql, "i", id));
  g_assert_true (mlg_connection_commit (db, NULL, &error));
  g_assert_no_error (error);
}

/* Goes to one end of the history. Returns: how many steps it took. */
static guint
go_through (MlgConnection *db, gboolean undo)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;

      if (undo)
        g_assert_true (mlg_history_undo (db, &name, NULL, &error));
      else
        g_assert_true (mlg_history_redo (db, &name, NULL, &error));
      g_assert_no_error (error);
      mlg_thing_verify (db);
      if (name == NULL)
        return n;
    }
}

static gint64
count (MlgConnection *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (mlg_connection_get_integer (db, &n, &error, sql, ""));
  g_assert_no_error (error);
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

/* Actions recorded before a column was added are undone and done again after, and the search index
 * keeps in step. */
static void
test_column_added (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  f->db = mlg_thing_create (f->folder, "test.maillage");
  mlg_thing_add (f->db, "Stays", NULL);
  id = mlg_thing_add (f->db, "Goes", "for a time");
  run (f->db, "Change", "UPDATE thing SET notes='for good', size=3 WHERE id=?1", id);
  run (f->db, "Remove", "DELETE FROM thing WHERE id=?1", id);
  step (f->db, "ALTER TABLE thing ADD COLUMN colour TEXT");
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_connection_open (f->path, MLG_OPEN_DEFAULT, coloured_kinds, &error);
  g_assert_no_error (error);
  mlg_thing_verify (f->db);
  run (f->db, "Paint", "UPDATE thing SET colour='blue' WHERE name='Stays' AND ?1", TRUE);
  before = mlg_thing_dump (f->db);
  g_assert_cmpuint (find (f->db, "blue"), ==, 1);
  g_assert_cmpuint (go_through (f->db, TRUE), ==, 5);
  g_assert_cmpint (count (f->db, "SELECT count(*) FROM thing"), ==, 0);
  g_assert_cmpuint (find (f->db, "blue"), ==, 0);
  g_assert_cmpuint (go_through (f->db, FALSE), ==, 5);
  g_assert_cmpuint (find (f->db, "blue"), ==, 1);
  after = mlg_thing_dump (f->db);
  g_assert_cmpstr (after, ==, before);
}

/* Any other change of a table ends what could be undone, and says so; nothing is half applied. */
static void
assert_cut (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_assert_true (mlg_history_get_next (db, &undo, &redo, &error));
  g_assert_no_error (error);
  g_assert_null (undo);
  g_assert_null (redo);
  g_assert_false (mlg_history_undo (db, NULL, NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "too old"));
  g_assert_cmpint (count (db, "SELECT count(*) FROM thing"), ==, 1);
  g_clear_error (&error);
  entries = mlg_history_list (db, 10, 0, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (mlg_history_entry_get_name (entries->pdata[0]), ==, "Add Lille");
  g_assert_cmpint (count (db, "SELECT value FROM property WHERE name='history-size'"), ==, 0);
}

static void
test_tables_changed (Fixture *f, gconstpointer data)
{
  static const char *const steps[] = {
    "ALTER TABLE thing DROP COLUMN weight",
    "ALTER TABLE thing RENAME COLUMN notes TO text",
    "ALTER TABLE thing ADD COLUMN colour TEXT DEFAULT 'red'",
    "ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",
    ("CREATE TABLE other AS SELECT * FROM thing; DROP TABLE thing;"
     " ALTER TABLE other RENAME TO thing;"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("%u.maillage", i);
      gint64 id;

      f->db = mlg_thing_create (f->folder, name);
      id = mlg_thing_add (f->db, "Lille", NULL);
      run (f->db, "Weigh", "UPDATE thing SET weight=12.5 WHERE id=?1", id);
      g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
      step (f->db, steps[i]);
      assert_cut (f->db);
      g_clear_pointer (&f->db, mlg_connection_close);
    }
}

static void
test_step_fails_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 version;

  f->db = mlg_thing_create (f->folder, "test.maillage");
  mlg_thing_add (f->db, "Lille", "ville");
  version = count (f->db, "PRAGMA user_version");
  g_assert_false (mlg_schema_step (f->db,
                                   "ALTER TABLE thing ADD COLUMN colour TEXT;"
                                   "CREATE TABLE thing(again)",
                                   99, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count (f->db, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (
      count (f->db, "SELECT count(*) FROM pragma_table_info('thing') WHERE name='colour'"), ==, 0);
  mlg_thing_verify (f->db);
  g_clear_error (&error);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
}

static void
load_fixture (const char *path, const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  sqlite3 *handle = NULL;

  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* Each released schema: read-only it asks to be opened for writing; then a copy is made, all is sound,
 * and the whole history goes back to the start and forth to the end. */
static void
test_released_schemas (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int version;
    guint n_actions, n_undone;
  } released[] = { { "schema-002.sql", 2, 13, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) backups = NULL;
      g_autofree char *path = g_build_filename (f->folder, released[i].name, NULL);
      g_autoptr (MlgConnection) db = NULL;

      load_fixture (path, released[i].name);
      g_assert_null (mlg_connection_open (path, MLG_OPEN_READ_ONLY, mlg_kinds, &error));
      g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
      db = mlg_connection_open (path, MLG_OPEN_DEFAULT, mlg_kinds, &error);
      g_assert_no_error (error);
      g_assert_cmpint (count (db, "PRAGMA user_version"), ==, mlg_schema_get_newest ());
      backups = mlg_backup_list (path);
      g_assert_cmpuint (backups->len, ==, 1);
      g_assert_cmpint (((MlgBackup *) backups->pdata[0])->reason, ==, MLG_BACKUP_MIGRATION);
      mlg_thing_verify (db);
      g_assert_cmpuint (go_through (db, TRUE), ==, released[i].n_actions - released[i].n_undone);
      g_assert_cmpint (count (db, "SELECT count(*) FROM body"), ==, 0);
      g_assert_cmpuint (go_through (db, FALSE), ==, released[i].n_actions);
      g_assert_cmpint (count (db, "SELECT count(*) FROM body"), ==, 2);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/migration/column-added", test_column_added);
  ADD ("/store/migration/tables-changed", test_tables_changed);
  ADD ("/store/migration/step-fails-whole", test_step_fails_whole);
  ADD ("/store/migration/released-schemas", test_released_schemas);
  return g_test_run ();
}
