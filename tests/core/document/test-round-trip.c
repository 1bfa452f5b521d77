/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "everything.h"
#include "random-document.h"

/* Documents made by chance, written in a format and read back: headings, words, levels of lists and
 * cells of tables are still there. */

static gboolean
is_long (void)
{
  const char *value = g_getenv ("MLG_TEST_LONG");

  return value != NULL && *value != '\0';
}

static guint
n_documents (void)
{
  return is_long () ? 500 : 40;
}

static MlgDocument *
read_back (GBytes *bytes)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_bytes (bytes, "back", issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, issues));
  return document;
}

static void
assert_same_lines (guint32 seed, const char *one, const char *two)
{
  g_auto (GStrv) before = g_strsplit (one, "\n", -1);
  g_auto (GStrv) after = g_strsplit (two, "\n", -1);

  for (guint i = 0; before[i] != NULL || after[i] != NULL; i++)
    if (g_strcmp0 (before[i], after[i]) != 0)
      g_error ("document %u, line %u after \"%s\": \"%s\" became \"%s\"", seed, i,
               i > 0 ? before[i - 1] : "", before[i] != NULL ? before[i] : "(nothing)",
               after[i] != NULL ? after[i] : "(nothing)");
}

static void
test_format (gconstpointer suffix)
{
  for (guint32 seed = 0; seed < n_documents (); seed++)
    {
      g_autoptr (MlgDocument) document = test_random_document (seed);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GBytes) bytes = test_write (document, suffix, issues);
      g_autoptr (MlgDocument) back = read_back (bytes);
      g_autofree char *before = test_digest (document);
      g_autofree char *after = test_digest (back);

      assert_same_lines (seed, before, after);
      g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
    }
}

/* Once written as XML, reading and writing again changes no byte. */
static void
test_xml (void)
{
  for (guint32 seed = 0; seed < n_documents (); seed++)
    {
      g_autoptr (MlgDocument) document = test_random_document (seed);
      g_autoptr (GBytes) bytes = mlg_document_to_xml (document);
      g_autoptr (MlgDocument) back = read_back (bytes);
      g_autoptr (GBytes) again = mlg_document_to_xml (back);

      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* A second trip through the format changes nothing that the first one did not. */
static void
test_twice (gconstpointer suffix)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) first = test_write (document, suffix, issues);
  g_autoptr (MlgDocument) once = read_back (first);
  g_autoptr (GBytes) second = test_write (once, suffix, issues);
  g_autoptr (MlgDocument) twice = read_back (second);
  g_autofree char *before = test_digest (once);
  g_autofree char *after = test_digest (twice);

  assert_same_lines (0, before, after);
}

/* The proportions of columns, in thousandths. */
static char *
share_of_columns (const char *columns)
{
  g_auto (GStrv) parts = g_strsplit (columns != NULL ? columns : "", " ", -1);
  GString *shares = g_string_new (NULL);
  double sum = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    sum += g_ascii_strtod (parts[i], NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (shares, "%.0f ", 1000 * g_ascii_strtod (parts[i], NULL) / sum);
  return g_string_free (shares, FALSE);
}

/* The title, and how wide columns are, survive a trip. */
static void
test_form (gconstpointer suffix)
{
  static const char source[] =
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><head><title>A title</title>"
      "<subject>A subject</subject></head><body><table columns='25 75 100'><row><cell><p>a</p>"
      "</cell><cell><p>b</p></cell><cell><p>c</p></cell></row></table></body></document>";
  g_autoptr (GBytes) xml = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (MlgDocument) document = read_back (xml);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, suffix, issues);
  g_autoptr (MlgDocument) back = read_back (bytes);
  const xmlNode *title = mlg_document_get_part (back, "head")->children;
  const xmlNode *table = mlg_document_get_part (back, "body")->children;
  g_autofree char *shares = NULL;

  while (title->type != XML_ELEMENT_NODE)
    title = title->next;
  while (table->type != XML_ELEMENT_NODE)
    table = table->next;
  shares = share_of_columns (mlg_xml_get (table, "columns"));
  g_assert_cmpstr ((const char *) title->children->content, ==, "A title");
  g_assert_cmpstr (shares, ==, "125 375 500 ");
}

/* Where numbers are written with a comma, files are the same to the last byte. */
static void
test_language (void)
{
  static const char *const suffixes[] = { ".odt", ".fodt", ".docx", ".html", ".txt", ".xml" };
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GBytes) plain = test_write (document, suffixes[i], issues);
      g_autoptr (GBytes) french = NULL;

      if (setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
        {
          g_test_skip ("there is no French locale here");
          return;
        }
      french = test_write (document, suffixes[i], issues);
      setlocale (LC_NUMERIC, before);
      g_assert_true (g_bytes_equal (plain, french));
    }
}

/* LibreOffice opens what we write and makes pages of it: only in the long run. */
static void
convert_with_libreoffice (const char *suffix)
{
  g_autofree char *folder = g_dir_make_tmp ("mlg-XXXXXX", NULL);
  g_autofree char *in = g_strconcat (folder, "/a", suffix, NULL);
  g_autofree char *out = g_strconcat (folder, "/a.pdf", NULL);
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/p", NULL);
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSubprocess) removal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pages = NULL;
  gsize size = 0;

  g_assert_true (mlg_document_save (document, in, issues, NULL, &error));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, "soffice", profile, "--headless", "--convert-to", "pdf",
                              "--outdir", folder, in, NULL);
  if (process == NULL)
    g_error ("the long run needs LibreOffice (package libreoffice-writer-nogui): %s",
             error->message);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (out, &pages, &size, NULL));
  g_assert_cmpmem (pages, 5, "%PDF-", 5);
  g_assert_cmpuint (size, >, 10000);
  removal = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", folder, NULL);
  g_subprocess_wait (removal, NULL, NULL);
}

static void
test_libreoffice (void)
{
  static const char *const suffixes[] = { ".odt", ".fodt", ".docx" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    convert_with_libreoffice (suffixes[i]);
}

int
main (int argc, char *argv[])
{
  static const char *const suffixes[] = { ".odt", ".fodt", ".docx" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/xml", test_xml);
  g_test_add_func ("/round-trip/language", test_language);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat ("/round-trip/random", suffixes[i], NULL);
      g_autofree char *twice = g_strconcat ("/round-trip/twice", suffixes[i], NULL);
      g_autofree char *form = g_strconcat ("/round-trip/form", suffixes[i], NULL);

      g_test_add_data_func (path, suffixes[i], test_format);
      g_test_add_data_func (twice, suffixes[i], test_twice);
      g_test_add_data_func (form, suffixes[i], test_form);
    }
  if (is_long ())
    g_test_add_func ("/round-trip/libreoffice", test_libreoffice);
  return g_test_run ();
}
