/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/mlg-export.h"
#include "exchange/mlg-import.h"
#include "exchange/mlg-table-reader.h"
#include "members/mlg-body.h"
#include "members/mlg-field-audience.h"
#include "members/mlg-person.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

typedef struct
{
  char *folder;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  path = g_build_filename (f->folder, "test.maillage", NULL);
  f->db = mlg_connection_open (path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        {
          g_unlink (path);
          g_free (path);
        }
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  remove_folder (f->folder);
}

static GBytes *export(Fixture *f,
                      const char *const *columns,
                      MlgAudience audience,
                      MlgIssueList *issues)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mlg_export_table (f->db, &mlg_body_kind, NULL, columns, audience, issues, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
import (Fixture *f, GBytes *bytes)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table =
      mlg_table_read_bytes (bytes, "members.csv", &mlg_table_default_limits, issues, &error);
  g_autoptr (MlgMapping) mapping = NULL;
  MlgImportResult result;

  g_assert_no_error (error);
  mapping = mlg_mapping_guess (table, &mlg_body_kind);
  mlg_import_run (f->db, table, mapping, MLG_IMPORT_ADD, FALSE, issues, &result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
}

static const char sample[] = "Nom;Statut;SIREN;INSEE code;Population;Notes;Phone;E-mail\n"
                             "Arras;member;216200410;62041;42600;=1+1;+33 3 21;a@example.org\n"
                             "Lille;prospect;;59350;238246;\"two\n\"\"lines\"\"; x\";;\n"
                             "Association A;;;;;;;\n";

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) first = g_bytes_new_static (sample, sizeof sample - 1);
  g_autoptr (GBytes) once = NULL, twice = NULL;
  Fixture other = { 0 };

  import (f, first);
  once = export(f, NULL, MLG_AUDIENCE_NETWORK, issues);
  set_up (&other, NULL);
  import (&other, once);
  twice = export(&other, NULL, MLG_AUDIENCE_NETWORK, issues);
  tear_down (&other, NULL);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once),
                   g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
}

static void
test_columns_and_audience (Fixture *f, gconstpointer data)
{
  static const char *const columns[] = { "notes", "insee", "name", NULL };
  static const char *const wrong[] = { "colour", NULL };
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) first = g_bytes_new_static (sample, sizeof sample - 1);
  g_autoptr (GBytes) written = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  import (f, first);
  written = export(f, columns, MLG_AUDIENCE_PUBLIC, issues);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_cmpstr (
      text, ==, "\xEF\xBB\xBFINSEE code;Name\r\n62041;Arras\r\n59350;Lille\r\n;Association A\r\n");
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
  none =
      mlg_export_table (f->db, &mlg_body_kind, NULL, wrong, MLG_AUDIENCE_NETWORK, issues, &error);
  g_assert_null (none);
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING);
}

/* What was said of one record opens a cell, or closes it. */
static void
test_audience_of_one (Fixture *f, gconstpointer data)
{
  static const char *const columns[] = { "name", "insee", "phone", NULL };
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) first = g_bytes_new_static (sample, sizeof sample - 1);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 arras = 0, lille = 0;

  import (f, first);
  mlg_connection_get_integer (f->db, &arras, &error, "SELECT id FROM body WHERE name='Arras'", "");
  mlg_connection_get_integer (f->db, &lille, &error, "SELECT id FROM body WHERE name='Lille'", "");
  g_assert_true (mlg_connection_begin (f->db, "Test", &error));
  g_assert_true (
      mlg_audience_set (f->db, &mlg_body_kind, arras, MLG_BODY_PHONE, MLG_AUDIENCE_PUBLIC, &error));
  g_assert_true (mlg_audience_set (f->db, &mlg_body_kind, lille, MLG_BODY_INSEE,
                                   MLG_AUDIENCE_NETWORK, &error));
  g_assert_true (mlg_connection_commit (f->db, NULL, &error));
  written = export(f, columns, MLG_AUDIENCE_PUBLIC, issues);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFName;INSEE code;Phone\r\nArras;62041;'+33 3 21\r\nLille;;\r\n"
                   "Association A;;\r\n");
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 0);
}

static gint64
add_person (Fixture *f, const char *name, const char *address, gboolean objects)
{
  g_autoptr (MlgRecord) person = mlg_record_new (&mlg_person_kind);
  g_autoptr (GError) error = NULL;

  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, name);
  mlg_record_set_text (person, MLG_PERSON_EMAIL, address);
  mlg_record_set_boolean (person, MLG_PERSON_OBJECTION, objects);
  mlg_connection_begin (f->db, "Add", &error);
  mlg_record_insert (f->db, person, &error);
  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
  return mlg_record_get_id (person);
}

static void
test_addresses (Fixture *f, gconstpointer data)
{
  gint64 ids[] = {
    add_person (f, "A", "a@example.org", FALSE),
    add_person (f, "B", "b@example.org", TRUE),
    add_person (f, "C", NULL, FALSE),
    add_person (f, "D", "d@example.org", FALSE),
    add_person (f, "E", "A@example.org", FALSE),
  };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  guint n_objecting = 0;

  g_array_append_vals (people, ids, G_N_ELEMENTS (ids));
  list = mlg_export_addresses (f->db, people, &n_objecting, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, "a@example.org, d@example.org");
  g_assert_cmpuint (n_objecting, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/export/round-trip", test_round_trip);
  ADD ("/exchange/export/columns-and-audience", test_columns_and_audience);
  ADD ("/exchange/export/audience-of-one", test_audience_of_one);
  ADD ("/exchange/export/addresses", test_addresses);
  return g_test_run ();
}
