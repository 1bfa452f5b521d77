/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-document-file.h"
#include "template/mlg-fill.h"
#include "template/mlg-shipped-template.h"

/* The papers that come with the program: each is valid, and with answers to its questions each is a
 * paper without a gap. */

static MlgTemplate *
read_template (const char *name)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgTemplate *template = mlg_shipped_template_read (name, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (template);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    g_error ("%s: %s", name, mlg_issue_list_get (issues, i)->message);
  return template;
}

/* Those of a tender are shipped with it, as a sample. */
static char *
get_answers_path (const char *name)
{
  g_autofree char *sample = g_strconcat (name, "-answers.xml", NULL);
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MLG_DATA_DIR"), "sample", sample, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  return g_test_build_filename (G_TEST_DIST, "shipped", file, NULL);
}

static MlgAnswers *
read_answers (MlgTemplate *template, const char *name)
{
  g_autofree char *path = get_answers_path (name);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, NULL, &error);
  MlgAnswers *answers;

  g_assert_no_error (error);
  answers = mlg_answers_read_xml (template, bytes, path, issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return answers;
}

static MlgDocument *
fill (MlgTemplate *template, MlgAnswers *answers, MlgIssueList *issues)
{
  g_autoptr (GError) error = NULL;
  MlgDocument *document =
      mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES, issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static guint
count_words (MlgDocument *document)
{
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  return counts.words;
}

static void
test_filled (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = mlg_shipped_template_list (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >=, 24);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (MlgTemplate) template = read_template (names[i]);
      g_autoptr (MlgAnswers) answers = read_answers (template, names[i]);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (MlgDocument) document = fill (template, answers, issues);
      g_auto (GStrv) missing = mlg_fill_list_missing (template, answers);

      for (guint j = 0; j < mlg_issue_list_get_n (issues); j++)
        g_error ("%s: %s", names[i], mlg_issue_list_get (issues, j)->message);
      g_assert_cmpuint (g_strv_length (missing), ==, 0);
      g_assert_cmpuint (count_words (document), >, 40);
    }
}

/* Without any answer each paper is still one: its gaps are marked, and listed. */
static void
test_empty (void)
{
  g_auto (GStrv) names = mlg_shipped_template_list (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (MlgTemplate) template = read_template (names[i]);
      g_autoptr (MlgAnswers) answers = mlg_answers_new (template);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (MlgDocument) document = fill (template, answers, issues);
      g_auto (GStrv) missing = mlg_fill_list_missing (template, answers);

      g_assert_cmpuint (g_strv_length (missing), >, 0);
      g_assert_cmpuint (mlg_issue_list_get_n (issues), >, 0);
      g_assert_cmpuint (count_words (document), >, 20);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  g_assert_null (mlg_shipped_template_get_path ("../agenda"));
  g_assert_null (mlg_shipped_template_get_path (""));
  g_assert_null (mlg_shipped_template_read ("nothing", issues, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped/filled", test_filled);
  g_test_add_func ("/shipped/empty", test_empty);
  g_test_add_func ("/shipped/unknown", test_unknown);
  return g_test_run ();
}
