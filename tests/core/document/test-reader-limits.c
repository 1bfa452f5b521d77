/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-builder.h"
#include "document/mlg-document-file.h"

/* The limits of what is read of a foreign text, each from both sides: what is just allowed is read whole and
 * nothing is said of it, what is just beyond is cut and told. */

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define START                                                                                      \
  "<office:document xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS                         \
  "text:1.0' xmlns:table='" OASIS "table:1.0' xmlns:style='" OASIS                                 \
  "style:1.0' office:mimetype='application/vnd.oasis.opendocument.text'>"
#define HEAD START "<office:body><office:text>"
#define TAIL "</office:text></office:body></office:document>"

static MlgDocument *
read_flat (const char *body, MlgIssueList *issues)
{
  g_autofree char *text = g_strconcat (HEAD, body, TAIL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_bytes (bytes, "a.fodt", issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_rows (guint said, guint kept, guint n_issues)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autofree char *body = g_strdup_printf (
      "<table:table><table:table-row table:number-rows-repeated='%u'><table:table-cell>"
      "<text:p>x</text:p></table:table-cell></table:table-row></table:table>",
      said);
  g_autoptr (MlgDocument) document = read_flat (body, issues);
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.rows, ==, kept);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, n_issues);
}

/* A row that is there many times. */
static void
test_repeats (void)
{
  assert_rows (63, 63, 0);
  assert_rows (64, 64, 0);
  assert_rows (65, 64, 1);
  assert_rows (1000000, 64, 1);
}

/* A heading below the last level counts as one of that level. */
static void
test_levels (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document =
      read_flat ("<text:h text:outline-level='9'>a</text:h><text:h text:outline-level='10'>b"
                 "</text:h><text:h text:outline-level='11'>c</text:h>",
                 issues);
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.headings[MLG_DOCUMENT_MAX_LEVEL - 1], ==, 1);
  g_assert_cmpuint (counts.headings[MLG_DOCUMENT_MAX_LEVEL], ==, 2);
}

/* How many lists are still lists when so many are inside one another. */
static guint
count_lists (guint depth, guint *n_issues)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (MlgDocument) document = NULL;
  MlgDocumentCounts counts;

  for (guint i = 0; i < depth; i++)
    g_string_append (body, "<text:list><text:list-item>");
  g_string_append (body, "<text:p>deep</text:p>");
  for (guint i = 0; i < depth; i++)
    g_string_append (body, "</text:list-item></text:list>");
  document = read_flat (body->str, issues);
  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.words, ==, 1);
  g_assert_true (mlg_document_validate (document, issues));
  *n_issues = mlg_issue_list_get_n (issues);
  return counts.lists;
}

/* Lists within lists: from a depth on only their words are kept, and that is told. */
static void
test_depth (void)
{
  guint n_issues = 0, deepest = 1;

  while (count_lists (deepest + 1, &n_issues) == deepest + 1)
    {
      g_assert_cmpuint (n_issues, ==, 0);
      deepest++;
    }
  g_assert_cmpuint (deepest, >, 50);
  g_assert_cmpuint (n_issues, ==, 1);
  g_assert_cmpuint (count_lists (deepest + 1, &n_issues), ==, deepest);
  g_assert_cmpuint (count_lists (deepest + 2, &n_issues), ==, deepest);
}

/* What stands before the number of headings and items, so many characters long. */
static void
assert_label (guint length, gboolean kept)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autofree char *before = g_strnfill (length, 'x');
  g_autofree char *text = g_strdup_printf (
      START "<office:styles><text:outline-style><text:outline-level-style text:level='1' "
            "style:num-format='1' style:num-prefix='%s'/></text:outline-style><text:list-style "
            "style:name='L'><text:list-level-style-number text:level='1' style:num-format='a' "
            "style:num-prefix='%s'/></text:list-style></office:styles><office:body><office:text>"
            "<text:h text:outline-level='1'>a</text:h><text:list text:style-name='L'>"
            "<text:list-item><text:p>b</text:p></text:list-item></text:list>" TAIL,
      before, before);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document =
      mlg_document_read_bytes (bytes, "a.fodt", issues, NULL, &error);
  g_autoptr (GBytes) xml = NULL;

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, issues));
  xml = mlg_document_to_xml (document);
  g_assert_cmpint (
      g_strstr_len (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml), before) != NULL,
      ==, kept);
}

static void
test_labels (void)
{
  assert_label (49, TRUE);
  assert_label (50, TRUE);
  assert_label (51, FALSE);
  assert_label (1000, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-limits/repeats", test_repeats);
  g_test_add_func ("/reader-limits/levels", test_levels);
  g_test_add_func ("/reader-limits/depth", test_depth);
  g_test_add_func ("/reader-limits/labels", test_labels);
  return g_test_run ();
}
