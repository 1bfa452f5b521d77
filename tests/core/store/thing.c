/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thing.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "store/mlg-statement.h"
#include "store/mlg-verify.h"

struct _MlgThing
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgThing, mlg_thing, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_THING_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_thing_kind = {
  .name = "thing",
  .plural = "things",
  .title = "Thing",
  .title_plural = "Things",
  .table = "thing",
  .fields = fields,
  .n_fields = MLG_THING_N_FIELDS,
  .get_type = mlg_thing_get_type,
};

const MlgKind *const mlg_thing_kinds[] = { &mlg_thing_kind, NULL };

static void
mlg_thing_class_init (MlgThingClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_thing_kind);
}

static void
mlg_thing_init (MlgThing *self)
{
}

char *
mlg_thing_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
mlg_thing_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          mlg_thing_remove_folder (path);
          continue;
        }
      g_unlink (path);
      g_free (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* The real files have no such table: migrations make tables, and this one is only a test's. */
static void
make_table (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_execute (db, &error,
                          "CREATE TABLE thing(id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
                          " notes TEXT, size INTEGER, weight REAL, made_on TEXT, fragile INTEGER,"
                          " whole INTEGER REFERENCES thing(id) DEFERRABLE INITIALLY DEFERRED,"
                          " alike INTEGER REFERENCES thing(id) DEFERRABLE INITIALLY DEFERRED)"
                          " STRICT",
                          "");
  g_assert_no_error (error);
  mlg_connection_execute (db, &error, "CREATE INDEX thing_whole ON thing(whole)", "");
  g_assert_no_error (error);
  mlg_connection_execute (db, &error, "CREATE INDEX thing_alike ON thing(alike)", "");
  g_assert_no_error (error);
}

MlgConnection *
mlg_thing_create (const char *folder, const char *name)
{
  static const MlgKind *const no_kinds[] = { NULL };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (path, MLG_OPEN_CREATE, no_kinds, &error);

  g_assert_no_error (error);
  make_table (db);
  mlg_connection_close (db);
  return mlg_thing_open (folder, name);
}

MlgConnection *
mlg_thing_open (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (path, MLG_OPEN_DEFAULT, mlg_thing_kinds, &error);

  g_assert_no_error (error);
  return db;
}

gint64
mlg_thing_add (MlgConnection *db, const char *name, const char *notes)
{
  g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);
  g_autofree char *action = g_strdup_printf ("Add %s", name);
  g_autoptr (GError) error = NULL;

  mlg_record_set_text (thing, MLG_THING_NAME, name);
  mlg_record_set_text (thing, MLG_THING_NOTES, notes);
  mlg_connection_begin (db, action, &error);
  g_assert_no_error (error);
  mlg_record_insert (db, thing, &error);
  g_assert_no_error (error);
  mlg_connection_commit (db, NULL, &error);
  g_assert_no_error (error);
  return mlg_record_get_id (thing);
}

static void
dump_rows (MlgConnection *db, GString *dump, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, &error);
  MlgStep step;

  g_assert_no_error (error);
  while ((step = mlg_statement_step (statement, &error)) == MLG_STEP_ROW)
    {
      for (int i = 0; i < mlg_statement_get_n_columns (statement); i++)
        {
          const char *text = mlg_statement_get_text (statement, i);

          g_string_append_printf (dump, "%s|", text != NULL ? text : "NULL");
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, MLG_STEP_DONE);
}

char *
mlg_thing_dump (MlgConnection *db)
{
  GString *dump = g_string_new (NULL);

  dump_rows (db, dump, "SELECT * FROM thing ORDER BY id");
  dump_rows (db, dump, "SELECT name, n_changes, undone FROM action ORDER BY id");
  dump_rows (db, dump, "SELECT id, kind FROM tombstone ORDER BY id");
  return g_string_free (dump, FALSE);
}

void
mlg_thing_verify (MlgConnection *db)
{
  g_autoptr (MlgIssueList) problems = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_verify (db, problems, &error));
  g_assert_no_error (error);
  if (mlg_issue_list_get_n (problems) > 0)
    g_error ("%s", mlg_issue_list_get (problems, 0)->message);
}

static gboolean
file_has_bytes (const char *path, const char *word)
{
  g_autofree char *contents = NULL;
  gsize length = strlen (word), size = 0;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return FALSE;
  for (gsize i = 0; i + length <= size; i++)
    if (g_ascii_tolower (contents[i]) == g_ascii_tolower (*word)
        && g_ascii_strncasecmp (contents + i, word, length) == 0)
      return TRUE;
  return FALSE;
}

char *
mlg_thing_find_bytes (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *found;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          found = mlg_thing_find_bytes (path, word);
          if (found != NULL)
            return found;
        }
      else if (file_has_bytes (path, word))
        return g_steal_pointer (&path);
    }
  return NULL;
}
