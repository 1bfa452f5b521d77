/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

/* Every description is held against the real tables. */
typedef struct
{
  char *folder, *path;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  f->db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mlg_connection_close (f->db);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static gint64
ask (MlgConnection *db, const char *sql, const char *one, const char *two)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  mlg_connection_get_integer (db, &value, &error, sql, "tt", one, two);
  g_assert_no_error (error);
  return value;
}

static const char *
type_of (const MlgField *field)
{
  if (field->type == MLG_FIELD_REAL)
    return "REAL";
  return mlg_field_is_number (field) ? "INTEGER" : "TEXT";
}

static void
check_field (MlgConnection *db, const MlgKind *kind, const MlgField *field)
{
  g_autofree char *type = NULL;
  gboolean required = (field->flags & MLG_FIELD_REQUIRED) != 0;

  mlg_connection_get_text (db, &type, NULL, "SELECT type FROM pragma_table_info(?1) WHERE name=?2",
                           "tt", kind->table, field->name);
  g_test_message ("%s.%s", kind->table, field->name);
  g_assert_cmpstr (type, ==, type_of (field));
  g_assert_cmpint (ask (db, "SELECT \"notnull\" FROM pragma_table_info(?1) WHERE name=?2",
                        kind->table, field->name),
                   ==, required);
  if (field->type == MLG_FIELD_CODE)
    g_assert_nonnull (field->codes);
  else if (field->codes
           != NULL) /* several between spaces, which are cleaned and checked one by one */
    g_assert_true (field->type == MLG_FIELD_TEXT && field->clean != NULL && field->check != NULL);
  g_assert_true ((field->type == MLG_FIELD_REFERENCE) == (field->refers != NULL));
  if (field->refers == NULL)
    return;
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_foreign_key_list(?1) WHERE \"from\"=?2",
                        kind->table, field->name),
                   ==, 1);
  g_assert_cmpint (ask (db,
                        "SELECT count(*) FROM pragma_index_list(?1) AS l,"
                        " pragma_index_info(l.name) AS i WHERE i.seqno=0 AND i.name=?2",
                        kind->table, field->name),
                   ==, 1);
  g_assert_nonnull (mlg_kind_find (mlg_kinds, field->refers));
}

static void
test_fields (Fixture *f, gconstpointer data)
{
  for (const MlgKind *const *kind = mlg_kinds; *kind != NULL; kind++)
    {
      g_assert_cmpint (ask (f->db, "SELECT count(*) FROM pragma_table_info(?1) WHERE ?2 IS NULL",
                            (*kind)->table, NULL),
                       ==, (*kind)->n_fields + 1);
      for (guint i = 0; i < (*kind)->n_fields; i++)
        check_field (f->db, *kind, &(*kind)->fields[i]);
    }
}

static char *
write_check (const MlgField *field)
{
  GString *check = g_string_new (NULL);

  g_string_printf (check, "CHECK(%s IN (", field->name);
  for (const MlgCode *code = field->codes->codes; code->code != NULL; code++)
    g_string_append_printf (check, "%s'%s'", code == field->codes->codes ? "" : ", ", code->code);
  g_string_append (check, "))");
  return g_string_free (check, FALSE);
}

/* The same by comparisons, for a table of many rows: SQLite makes a table of its own of a longer list, for
 * each row that is written. */
static char *
write_comparisons (const MlgField *field)
{
  GString *check = g_string_new (NULL);

  for (const MlgCode *code = field->codes->codes; code->code != NULL; code++)
    g_string_append_printf (check, "%s%s = '%s'", code == field->codes->codes ? "CHECK(" : " OR ",
                            field->name, code->code);
  g_string_append (check, ")");
  return g_string_free (check, FALSE);
}

/* Short lists are in the schema too, and nothing else is. */
static void
test_code_lists (Fixture *f, gconstpointer data)
{
  enum
  {
    SHORT = 20
  };
  guint n_short = 0;

  for (const MlgKind *const *kind = mlg_kinds; *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const MlgField *field = &(*kind)->fields[i];
        g_autofree char *check = NULL;
        g_autofree char *comparisons = NULL;
        g_autofree char *sql = NULL;

        if (field->type != MLG_FIELD_CODE || mlg_code_list_get_n (field->codes) > SHORT)
          continue;
        check = write_check (field);
        comparisons = write_comparisons (field);
        mlg_connection_get_text (f->db, &sql, NULL, "SELECT sql FROM sqlite_schema WHERE name=?1",
                                 "t", (*kind)->table);
        g_test_message ("%s.%s: %s", (*kind)->table, field->name, check);
        g_assert_true (strstr (sql, check) != NULL || strstr (sql, comparisons) != NULL);
        n_short++;
      }
  g_assert_cmpuint (n_short, >, 3);
}

/* Every code of a short list can be stored, and nothing else can. */
static void
test_statuses (Fixture *f, gconstpointer data)
{
  const MlgKind *body = mlg_kind_find (mlg_kinds, "body");
  guint status = (guint) mlg_kind_find_field (body, "status");
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_begin (f->db, "Test", &error));
  for (const MlgCode *code = body->fields[status].codes->codes; code->code != NULL; code++)
    {
      g_autoptr (MlgRecord) record = mlg_record_new (body);

      mlg_record_set_text (record, 0, "Lille");
      mlg_record_set_text (record, status, code->code);
      g_assert_true (mlg_record_insert (f->db, record, &error));
    }
  g_assert_false (mlg_connection_execute (f->db, &error, "UPDATE body SET status='other'", ""));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONSTRAINT);
  mlg_connection_rollback (f->db);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/members/schema/fields", test_fields);
  ADD ("/members/schema/code-lists", test_code_lists);
  ADD ("/members/schema/statuses", test_statuses);
  return g_test_run ();
}
