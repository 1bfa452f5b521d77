/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/mlg-import.h"
#include "exchange/mlg-table-reader.h"
#include "members/mlg-body.h"
#include "mlg-kinds.h"
#include "store/mlg-history.h"
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

static MlgTable *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgTable *table =
      mlg_table_read_bytes (bytes, "members.csv", &mlg_table_default_limits, issues, &error);

  g_assert_no_error (error);
  return table;
}

static MlgIssueList *
import (Fixture *f, const char *text, MlgImportMode mode, gboolean dry_run, MlgImportResult *result)
{
  g_autoptr (MlgTable) table = read_table (text);
  g_autoptr (MlgMapping) mapping = mlg_mapping_guess (table, &mlg_body_kind);
  g_autoptr (GError) error = NULL;
  MlgIssueList *issues = mlg_issue_list_new ();

  mlg_import_run (f->db, table, mapping, mode, dry_run, issues, result, NULL, &error);
  g_assert_no_error (error);
  return issues;
}

static gint64
count (Fixture *f)
{
  gint64 n = -1;

  mlg_connection_get_integer (f->db, &n, NULL, "SELECT count(*) FROM body", "");
  return n;
}

static MlgRecord *
load (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      mlg_record_load_where (f->db, &mlg_body_kind, &error, "WHERE name=?1", "t", name);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

#define DIRECTORY                                                                                  \
  "kind\tsiren\tinsee\tname\tpopulation\tdepartement\tregion\tepci_siren\tpostcodes\n"             \
  "region\t\t84\tAuvergne-Rhône-Alpes\t\t\t84\t\t\n"                                              \
  "departement\t\t01\tAin\t\t01\t84\t\t\n"                                                         \
  "commune\t210100046\t1004\tAmbérieu-en-Bugey\t15 934\t01\t84\t240100883\t01500 01501\n"

static void
test_directory (Fixture *f, gconstpointer data)
{
  MlgImportResult result;
  g_autoptr (MlgIssueList) issues = import (f, DIRECTORY, MLG_IMPORT_ADD, FALSE, &result);
  g_autoptr (MlgRecord) body = load (f, "Ambérieu-en-Bugey");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  g_assert_cmpuint (result.read, ==, 3);
  g_assert_cmpuint (result.added, ==, 3);
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_INSEE), ==, "01004");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_CATEGORY), ==, "7210");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_EPCI), ==, "240100883");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_POSTCODE), ==, "01500");
  g_assert_cmpint (mlg_record_get_integer (body, MLG_BODY_POPULATION), ==, 15934);
  g_assert_true (mlg_history_undo (f->db, &name, NULL, &error));
  g_assert_cmpint (count (f), ==, 0);
  g_assert_cmpstr (name, ==, "Import 3 members");
}

static void
test_dry_run (Fixture *f, gconstpointer data)
{
  MlgImportResult result;
  g_autoptr (MlgIssueList) issues = import (f, DIRECTORY, MLG_IMPORT_ADD, TRUE, &result);

  g_assert_cmpuint (result.added, ==, 3);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  g_assert_cmpint (count (f), ==, 0);
}

static void
test_modes (Fixture *f, gconstpointer data)
{
  const char *again = "Nom;SIREN;Population;Ville\nAMBERIEU;210100046;16000;Ambérieu\n";
  MlgImportResult result;

  mlg_issue_list_unref (import (f, DIRECTORY, MLG_IMPORT_ADD, FALSE, &result));
  mlg_issue_list_unref (import (f, again, MLG_IMPORT_ADD, FALSE, &result));
  g_assert_cmpuint (result.skipped, ==, 1);
  mlg_issue_list_unref (import (f, again, MLG_IMPORT_MERGE, FALSE, &result));
  g_assert_cmpuint (result.merged, ==, 1);
  {
    g_autoptr (MlgRecord) body = load (f, "Ambérieu-en-Bugey");

    g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_CITY), ==, "Ambérieu");
    g_assert_cmpint (mlg_record_get_integer (body, MLG_BODY_POPULATION), ==, 15934);
  }
  mlg_issue_list_unref (import (f, again, MLG_IMPORT_MERGE, FALSE, &result));
  g_assert_cmpuint (result.skipped, ==, 1);
  mlg_issue_list_unref (import (f, again, MLG_IMPORT_REPLACE, FALSE, &result));
  g_assert_cmpuint (result.replaced, ==, 1);
  {
    g_autoptr (MlgRecord) body = load (f, "AMBERIEU");

    g_assert_cmpint (mlg_record_get_integer (body, MLG_BODY_POPULATION), ==, 16000);
    g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_INSEE), ==, "01004");
  }
  g_assert_cmpint (count (f), ==, 3);
}

/* Paris is a commune and a département; Saint-Denis is in several places. */
static void
test_names (Fixture *f, gconstpointer data)
{
  MlgImportResult result;
  g_autoptr (MlgIssueList) issues =
      import (f,
              "nom;type;departement\nParis;commune;75\nParis;departement;75\nparis;commune;75\n"
              "Saint-Denis;commune;93\nSaint-Denis;commune;11\n",
              MLG_IMPORT_ADD, FALSE, &result);

  g_assert_cmpuint (result.added, ==, 4);
  g_assert_cmpuint (result.skipped, ==, 1);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->line, ==, 4);
}

static void
test_issues (Fixture *f, gconstpointer data)
{
  MlgImportResult result;
  g_autoptr (MlgIssueList) issues =
      import (f, "Nom;Population\n\n\"Lille\n\";many\n;3\n", MLG_IMPORT_ADD, FALSE, &result);

  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 2);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->line, ==, 4);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->column, ==, 2);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->severity, ==, MLG_SEVERITY_WARNING);
  g_assert_cmpint (mlg_issue_list_get (issues, 1)->line, ==, 5);
  g_assert_cmpint (mlg_issue_list_get (issues, 1)->severity, ==, MLG_SEVERITY_ERROR);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (result.skipped, ==, 1);
}

static void
test_mapping (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgTable) table = read_table ("Quoi;Combien;Part of\na;1;2\n");
  g_autoptr (MlgMapping) mapping = mlg_mapping_guess (table, &mlg_body_kind);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *rules = NULL;
  MlgImportResult result;

  g_assert_cmpint (mlg_mapping_get_field (mapping, 2), ==, MLG_BODY_PARENT);
  g_assert_false (
      mlg_import_run (f->db, table, mapping, MLG_IMPORT_ADD, FALSE, issues, &result, NULL, &error));
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_true (mlg_mapping_set (mapping, table, "quoi=name", &error));
  g_assert_true (mlg_mapping_set (mapping, table, "2=Population", &error));
  g_assert_false (mlg_mapping_set (mapping, table, "Qui=name", NULL));
  g_assert_false (mlg_mapping_set (mapping, table, "Quoi=colour", NULL));
  g_assert_false (mlg_mapping_set (mapping, table, "Quoi", NULL));
  rules = mlg_mapping_to_string (mapping, table);
  g_assert_cmpstr (rules, ==, "Quoi=name\nCombien=population\nPart of=parent\n");
  g_assert_true (mlg_mapping_set (mapping, table, "Combien=name", &error));
  g_assert_cmpint (mlg_mapping_get_field (mapping, 0), ==, -1);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgTable) table = read_table (DIRECTORY);
  g_autoptr (MlgMapping) mapping = mlg_mapping_guess (table, &mlg_body_kind);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MlgImportResult result;

  g_cancellable_cancel (cancellable);
  mlg_connection_set_cancellable (f->db, cancellable);
  g_assert_false (
      mlg_import_run (f->db, table, mapping, MLG_IMPORT_ADD, FALSE, issues, &result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mlg_connection_set_cancellable (f->db, NULL);
  g_assert_cmpint (count (f), ==, 0);
}

static void
assert_issue (MlgIssueList *issues, guint i, int line, int column)
{
  const MlgIssue *issue = mlg_issue_list_get (issues, i);

  g_assert_cmpint (issue->line, ==, line);
  g_assert_cmpint (issue->column, ==, column);
}

/* What is odd in a cell is told of each row that has it; what is right in one does not spread to a row
 * where the cell is blank. */
static void
test_repeated_cells (Fixture *f, gconstpointer data)
{
  MlgImportResult result;
  g_autoptr (MlgIssueList) issues = import (f,
                                            "Nom;Catégorie;Département;EPCI;Statut\n"
                                            "Un;commune;59;245900411;adherent?\n"
                                            "Deux;commune;59;245900411;adherent?\n"
                                            "Trois;;;;\n"
                                            "Quatre;commune;59;;member\n"
                                            "Cinq;commune;62;;member\n",
                                            MLG_IMPORT_ADD, FALSE, &result);
  g_autoptr (MlgRecord) second = load (f, "Deux");
  g_autoptr (MlgRecord) third = load (f, "Trois");
  g_autoptr (MlgRecord) fourth = load (f, "Quatre");
  g_autoptr (MlgRecord) fifth = load (f, "Cinq");

  g_assert_cmpuint (result.added, ==, 5);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 4);
  assert_issue (issues, 0, 2, 4);
  assert_issue (issues, 1, 2, 5);
  assert_issue (issues, 2, 3, 4);
  assert_issue (issues, 3, 3, 5);
  g_assert_cmpstr (mlg_record_get_text (second, MLG_BODY_CATEGORY), ==, "7210");
  g_assert_cmpstr (mlg_record_get_text (second, MLG_BODY_DEPARTEMENT), ==, "59");
  g_assert_cmpstr (mlg_record_get_text (second, MLG_BODY_EPCI), ==, "245900411");
  g_assert_true (mlg_record_is_null (second, MLG_BODY_STATUS));
  g_assert_true (mlg_record_is_null (third, MLG_BODY_CATEGORY));
  g_assert_true (mlg_record_is_null (third, MLG_BODY_DEPARTEMENT));
  g_assert_cmpstr (mlg_record_get_text (fourth, MLG_BODY_CATEGORY), ==, "7210");
  g_assert_cmpstr (mlg_record_get_text (fifth, MLG_BODY_DEPARTEMENT), ==, "62");
  g_assert_cmpstr (mlg_record_get_text (fifth, MLG_BODY_STATUS), ==, "member");
}

/* So many rows that they are read ahead: each issue stays with its row, each value too. */
static void
test_many_rows (Fixture *f, gconstpointer data)
{
  enum
  {
    N_ROWS = 5000,
    STEP = 100
  };
  g_autoptr (GString) text = g_string_new ("name\tinsee\tdepartement\tstatus\n");
  g_autoptr (MlgIssueList) issues = NULL;
  g_autoptr (MlgRecord) last = NULL;
  MlgImportResult result;
  guint n = 0;

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "Commune %u\t%05u\t59\t%s\n", i,
                            59000 + i % 1000 + i / 1000 * 5000,
                            i % STEP == STEP - 1 ? "no status" : "member");
  issues = import (f, text->str, MLG_IMPORT_ADD, FALSE, &result);
  g_assert_cmpuint (result.added, ==, N_ROWS);
  g_assert_cmpint (count (f), ==, N_ROWS);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (issues, i);

      if (strstr (issue->message, "no status") != NULL)
        g_assert_cmpint (issue->line, ==, (int) (++n * STEP + 1));
    }
  g_assert_cmpuint (n, ==, N_ROWS / STEP);
  last = load (f, "Commune 4998");
  g_assert_cmpstr (mlg_record_get_text (last, MLG_BODY_STATUS), ==, "member");
  g_assert_cmpstr (mlg_record_get_text (last, MLG_BODY_DEPARTEMENT), ==, "59");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/import/directory", test_directory);
  ADD ("/exchange/import/dry-run", test_dry_run);
  ADD ("/exchange/import/modes", test_modes);
  ADD ("/exchange/import/names", test_names);
  ADD ("/exchange/import/issues", test_issues);
  ADD ("/exchange/import/mapping", test_mapping);
  ADD ("/exchange/import/cancelled", test_cancelled);
  ADD ("/exchange/import/repeated-cells", test_repeated_cells);
  ADD ("/exchange/import/many-rows", test_many_rows);
  return g_test_run ();
}
