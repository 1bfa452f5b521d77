/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose.h"
#include "library/mlg-library-import.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "network-file.h"
#include "small-template.h"
#include "template/mlg-shipped-template.h"

/* Templates come in from files and go out again. */

static MlgLibraryImport *
import_one (NetworkFile *f, MlgTemplate *template, MlgLibraryMode mode, MlgIssueList *issues)
{
  MlgLibraryImport *import = mlg_library_import_new (f->db, mode);
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_library_import_template (import, template, "test.xml", issues, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return import;
}

static gint64
import_text (NetworkFile *f, const char *xml, MlgLibraryMode mode, MlgLibraryFate expected)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = small_template_read (xml);
  g_autoptr (MlgLibraryImport) import = import_one (f, template, mode, issues);
  GPtrArray *changes = mlg_library_import_get_changes (import);
  const MlgLibraryChange *change = changes->pdata[0];

  g_assert_true (change->kind == &mlg_template_record_kind);
  g_assert_cmpstr (mlg_library_fate_to_nick (change->fate), ==,
                   mlg_library_fate_to_nick (expected));
  return change->id;
}

static char *
write_out (MlgConnection *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = mlg_compose_template (db, id, issues, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  bytes = mlg_template_to_xml (template);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gint64
find_template (NetworkFile *f)
{
  return network_file_count (f, "SELECT id FROM template");
}

/* The shipped model tender: every word comes back, and the bytes are the same from then on. */
static void
test_round_trip (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template = mlg_shipped_template_read ("cleaning", issues, NULL, &error);
  g_autoptr (MlgLibraryImport) import = import_one (f, template, MLG_LIBRARY_MERGE, issues);
  g_autofree char *first = write_out (f->db, find_template (f));
  g_autoptr (MlgTemplate) again = small_template_read (first);
  g_autofree char *second = NULL;
  NetworkFile other;

  g_assert_cmpuint (mlg_library_import_count (import, &mlg_clause_kind, MLG_LIBRARY_ADDED), ==,
                    network_file_count (f, "SELECT count(*) FROM clause"));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM clause"), >, 50);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM linked_clause"), >, 10);
  network_file_set_up (&other, NULL);
  mlg_library_import_free (import_one (&other, again, MLG_LIBRARY_MERGE, issues));
  second = write_out (other.db, find_template (&other));
  g_assert_cmpstr (first, ==, second);
  network_file_tear_down (&other, NULL);
}

static void
test_same_words (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  g_autofree char *out = NULL;

  import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_UNCHANGED);
  import_text (f, xml, MLG_LIBRARY_REPLACE, MLG_LIBRARY_UNCHANGED);
  out = write_out (f->db, find_template (f));
  g_assert_nonnull (strstr (out, "Produits sobres."));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM older_template"), ==, 0);
}

static void
test_merge (NetworkFile *f, gconstpointer data)
{
  g_autofree char *first = small_template_write ("1", "1", "Produits sobres.");
  g_autofree char *second = small_template_write ("2", "2", "Produits sobres et locaux.");
  g_autofree char *conflict = small_template_write ("2", "2", "Autre chose.");
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) older = NULL;
  gint64 id = import_text (f, first, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);

  import_text (f, second, MLG_LIBRARY_ADD, MLG_LIBRARY_SKIPPED);
  import_text (f, second, MLG_LIBRARY_MERGE, MLG_LIBRARY_MERGED);
  import_text (f, first, MLG_LIBRARY_MERGE, MLG_LIBRARY_SKIPPED);
  import_text (f, conflict, MLG_LIBRARY_MERGE, MLG_LIBRARY_SKIPPED);
  out = write_out (f->db, id);
  g_assert_nonnull (strstr (out, "sobres et locaux"));
  g_assert_nonnull (strstr (out, "revision=\"2\""));
  older = mlg_compose_older (f->db, id, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_template_get_revision (older), ==, 1);
  import_text (f, first, MLG_LIBRARY_REPLACE, MLG_LIBRARY_REPLACED);
}

/* Another template comes with an older wording of a clause: each keeps its words, whatever the order. */
static void
test_hold (NetworkFile *f, gconstpointer data)
{
  g_autofree char *newer = small_template_write ("1", "2", "Produits sobres et locaux.");
  g_autofree char *older =
      small_template_write_as (SMALL_TEMPLATE_OTHER, "1", "1", "Produits sobres.");
  gint64 one = import_text (f, newer, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  gint64 two = import_text (f, older, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  g_autofree char *first = write_out (f->db, one);
  g_autofree char *second = write_out (f->db, two);

  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM clause"), ==, 1);
  g_assert_cmpstr (first, ==, newer);
  g_assert_cmpstr (second, ==, older);
}

/* The same in one import, the older one first: it holds on to what its file says. */
static void
test_hold_in_one (NetworkFile *f, gconstpointer data)
{
  g_autofree char *newer = small_template_write ("1", "2", "Produits sobres et locaux.");
  g_autofree char *older =
      small_template_write_as (SMALL_TEMPLATE_OTHER, "1", "1", "Produits sobres.");
  g_autoptr (MlgTemplate) one = small_template_read (older);
  g_autoptr (MlgTemplate) two = small_template_read (newer);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgLibraryImport) import = mlg_library_import_new (f->db, MLG_LIBRARY_MERGE);
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;
  const MlgLibraryChange *change;

  network_file_begin (f);
  g_assert_true (mlg_library_import_template (import, one, NULL, issues, &error));
  g_assert_true (mlg_library_import_template (import, two, NULL, issues, &error));
  network_file_commit (f);
  change = mlg_library_import_get_changes (import)->pdata[0];
  first = write_out (f->db, change->id);
  g_assert_cmpstr (first, ==, older);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM clause"), ==, 0);
}

static MlgRecord *
load_clause (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  MlgRecord *clause = mlg_record_load (f->db, &mlg_clause_kind,
                                       network_file_count (f, "SELECT id FROM clause"), &error);

  g_assert_no_error (error);
  return clause;
}

static gboolean
store_text (NetworkFile *f, const char *text, GError **error)
{
  g_autoptr (MlgRecord) clause = load_clause (f);
  gboolean stored;

  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, text);
  network_file_begin (f);
  stored = mlg_clause_store (f->db, clause, error);
  if (stored)
    network_file_commit (f);
  else
    mlg_connection_rollback (f->db);
  return stored;
}

/* A clause that changes changes its templates, and what they were is kept. */
static void
test_change_clause (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  gint64 id = import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  g_autofree char *now = NULL;
  g_autoptr (MlgTemplate) before = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (store_text (f, "Sans produit.", &error));
  g_assert_no_error (error);
  now = write_out (f->db, id);
  g_assert_nonnull (strstr (now, "<d:p>Sans produit.</d:p>"));
  g_assert_cmpint (network_file_count (f, "SELECT revision FROM template"), ==, 2);
  before = mlg_compose_older (f->db, id, 1, NULL, &error);
  g_assert_no_error (error);
  bytes = mlg_template_to_xml (before);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), xml, strlen (xml));
}

static void
test_refuse_clause (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  g_autoptr (GError) markup = NULL;
  g_autoptr (GError) grammar = NULL;
  g_autoptr (GError) expression = NULL;

  import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  g_assert_false (store_text (f, "<d:p>jamais fermé", &markup));
  g_assert_false (store_text (f, "<d:cell/>", &grammar));
  g_assert_false (store_text (f, "<when test=\"(\"><d:p>x</d:p></when>", &expression));
  g_assert_error (grammar, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (grammar->message, "Produits"));
  g_assert_cmpint (network_file_count (f, "SELECT revision FROM clause"), ==, 1);
}

static void
test_remove_clause (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  g_autoptr (GError) error = NULL;

  import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  network_file_begin (f);
  g_assert_false (
      mlg_clause_remove (f->db, network_file_count (f, "SELECT id FROM clause"), &error));
  mlg_connection_rollback (f->db);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
}

/* What somebody changed in the tree of a template is a change of the clause. */
static void
test_store (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  g_autofree char *changed = small_template_write ("1", "1", "Produits doux.");
  g_autoptr (MlgTemplate) template = small_template_read (changed);
  gint64 id = import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_cmpint (mlg_template_store (f->db, template, "Essai", &error), ==, id);
  g_assert_no_error (error);
  network_file_commit (f);
  out = write_out (f->db, id);
  g_assert_nonnull (strstr (out, "Produits doux."));
  g_assert_cmpint (network_file_count (f, "SELECT revision FROM clause"), ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT revision FROM template"), ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM older_template"), ==, 1);
}

static void
test_duplicate (NetworkFile *f, gconstpointer data)
{
  g_autofree char *xml = small_template_write ("1", "1", "Produits sobres.");
  gint64 id = import_text (f, xml, MLG_LIBRARY_MERGE, MLG_LIBRARY_ADDED);
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  gint64 copy;

  network_file_begin (f);
  copy = mlg_template_duplicate (f->db, id, "La copie", &error);
  g_assert_no_error (error);
  network_file_commit (f);
  out = write_out (f->db, copy);
  g_assert_nonnull (strstr (out, "<title>La copie</title>"));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM clause"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM clause_use"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/library/import/round-trip", test_round_trip);
  ADD_TEST ("/library/import/same-words", test_same_words);
  ADD_TEST ("/library/import/merge", test_merge);
  ADD_TEST ("/library/import/hold", test_hold);
  ADD_TEST ("/library/import/hold-in-one", test_hold_in_one);
  ADD_TEST ("/library/clause/change", test_change_clause);
  ADD_TEST ("/library/clause/refuse", test_refuse_clause);
  ADD_TEST ("/library/clause/remove", test_remove_clause);
  ADD_TEST ("/library/template/store", test_store);
  ADD_TEST ("/library/template/duplicate", test_duplicate);
  return g_test_run ();
}
