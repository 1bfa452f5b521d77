/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/mlg-fragment.h"
#include "library/mlg-rich-text.h"
#include "template/mlg-condition.h"
#include "template/mlg-shipped-template.h"

static void
assert_kept (const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mlg_rich_text_read (markup, NULL, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = mlg_rich_text_write (lines, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, markup);
}

static guint
check_clauses (const xmlNode *element)
{
  guint n = 0;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "clause"))
      {
        g_autofree char *text =
            mlg_fragment_write_children (mlg_template_find_child (child, "text"));

        assert_kept (text);
        n++;
      }
    else if (child->type == XML_ELEMENT_NODE)
      n += check_clauses (child);
  return n;
}

static guint
check_template (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = mlg_shipped_template_read (name, issues, NULL, &error);
  xmlNode *root;

  g_assert_no_error (error);
  root = xmlDocGetRootElement (mlg_template_get_tree (template));
  mlg_fragment_adopt (root);
  return check_clauses (root);
}

/* Every clause of the shipped tenders comes back byte for byte. */
static void
test_shipped (void)
{
  static const char *const tenders[] = { "building-works",  "catering",       "cleaning",
                                         "furniture",       "green-spaces",   "it",
                                         "office-supplies", "paper-printing", "vehicles",
                                         "workwear" };

  for (guint i = 0; i < G_N_ELEMENTS (tenders); i++)
    g_assert_cmpuint (check_template (tenders[i]), >, 20);
}

/* What a clause may hold besides: numbered lists in lists, links, notes, footnotes, quotes and signs. */
static void
test_kept (void)
{
  assert_kept (
      "<d:p align=\"right\" role=\"quote\">a &amp; b &lt; <d:b>c<d:i>d</d:i></d:b><d:b>e</d:b>"
      "<d:link href=\"https://example.org/?a=1&amp;b=2\">f</d:link><d:br/>g</d:p>");
  assert_kept (
      "<d:list numbering=\"decimal\" start=\"3\">\n  <d:item>\n    <d:p>a</d:p>\n    <d:list>\n"
      "      <d:item>\n        <d:p>b</d:p>\n      </d:item>\n    </d:list>\n    <d:p>c</d:p>\n"
      "  </d:item>\n  <when test=\"x &gt; 1\">\n    <d:item>\n      <d:p>d</d:p>\n    </d:item>\n"
      "  </when>\n</d:list>");
  assert_kept ("<d:note author=\"x\">\n  <d:p>n</d:p>\n</d:note>\n<d:page-break/>\n<d:p/>\n"
               "<d:p>a<d:footnote><d:p>b</d:p></d:footnote></d:p>");
  assert_kept (
      "<repeat select=\"lots/row\">\n  <d:section xml:id=\"a\">\n    <d:heading>h</d:heading>\n"
      "  </d:section>\n</repeat>");
}

static GPtrArray *
read_lines (const char *markup)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = mlg_rich_text_read (markup, NULL, &error);

  g_assert_no_error (error);
  return lines;
}

static void
assert_written (GPtrArray *lines, const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = mlg_rich_text_write (lines, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, markup);
}

static MlgRichSpan *
get_span (GPtrArray *lines, guint line, guint span)
{
  return ((MlgRichLine *) lines->pdata[line])->spans->pdata[span];
}

/* Words change; what stands around them does not. */
static void
test_words (void)
{
  g_autoptr (GPtrArray) lines = read_lines (
      "<d:section xml:id=\"s\">\n  <d:heading>H</d:heading>\n  <d:p role=\"small\">a <d:field"
      " name=\"buyer\"/> b</d:p>\n</d:section>");
  MlgRichSpan *span = get_span (lines, 1, 2);

  g_assert_cmpstr (get_span (lines, 1, 1)->text, ==, "buyer");
  g_free (span->text);
  span->text = g_strdup (" < c");
  assert_written (lines,
                  "<d:section xml:id=\"s\">\n  <d:heading>H</d:heading>\n"
                  "  <d:p role=\"small\">a <d:field name=\"buyer\"/> &lt; c</d:p>\n</d:section>");
}

/* A condition goes with its head; its text stays, and so does not what has no meaning without it. */
static void
test_condition_removed (void)
{
  g_autoptr (GPtrArray) lines =
      read_lines ("<when test=\"a = 'b'\">\n  <d:p>x</d:p>\n  <otherwise>\n"
                  "    <d:p>y</d:p>\n  </otherwise>\n</when>");

  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (get_span (lines, 0, 0)->text, ==, "If a is b");
  g_ptr_array_remove_index (lines, 2);
  assert_written (lines, "<when test=\"a = 'b'\">\n  <d:p>x</d:p>\n  <d:p>y</d:p>\n</when>");
  g_ptr_array_remove_index (lines, 0);
  assert_written (lines, "<d:p>x</d:p>\n<d:p>y</d:p>");
}

/* A paragraph in the middle of a list parts it; the identifier stays with the first part. */
static void
test_parted (void)
{
  g_autoptr (GPtrArray) lines =
      read_lines ("<d:list xml:id=\"l\">\n  <d:item>\n    <d:p>a</d:p>\n  </d:item>\n"
                  "  <d:item>\n    <d:p>b</d:p>\n  </d:item>\n</d:list>");
  g_autoptr (GPtrArray) top = mlg_rich_path_new ();
  g_autoptr (MlgRichNode) p = mlg_rich_node_new ("d:p");

  g_ptr_array_insert (lines, 1, mlg_rich_line_new (MLG_RICH_PARAGRAPH, top, p));
  assert_written (lines,
                  "<d:list xml:id=\"l\">\n  <d:item>\n    <d:p>a</d:p>\n  </d:item>\n</d:list>\n"
                  "<d:p/>\n<d:list>\n  <d:item>\n    <d:p>b</d:p>\n  </d:item>\n</d:list>");
}

/* A table is one line that can be read. */
static void
test_table (void)
{
  g_autoptr (GPtrArray) lines = read_lines (
      "<d:table>\n  <d:caption>C</d:caption>\n  <d:row>\n    <d:cell>\n      <d:p>a</d:p>\n"
      "    </d:cell>\n    <d:cell>\n      <d:p>b</d:p>\n    </d:cell>\n  </d:row>\n"
      "  <when test=\"x\">\n    <d:row>\n      <d:cell>\n        <d:p>c</d:p>\n      </d:cell>\n"
      "    </d:row>\n  </when>\n</d:table>");

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (get_span (lines, 0, 0)->text, ==, "C\u2028a | b\u2028[If x is answered: c]");
}

static void
test_not_xml (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mlg_rich_text_read ("<d:p>a", NULL, &error));
  g_assert_nonnull (error);
}

/* The expressions that people can choose come back as they were; the others are left alone. */
static void
test_conditions (void)
{
  static const char *const known[] = { "ambition = 'exemplary'",
                                       "ambition != 'base'",
                                       "insertion-hours > 0",
                                       "renewals = 1",
                                       "a >= -2.5",
                                       "a < 3",
                                       "a <= 3",
                                       "maximum",
                                       "not(access)",
                                       "a = \"l'eau\"" };
  static const char *const others[] = { "count(lots/row) > 1",
                                        "a = 'b' and c",
                                        "lots/row",
                                        "not(places/row)",
                                        "@from",
                                        "a =",
                                        "a = 'b",
                                        "",
                                        "a = 'b' c",
                                        "A = 1",
                                        "a = 1x",
                                        "not(a) or b" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (MlgCondition) condition = mlg_condition_parse (known[i]);
      g_autofree char *written = condition != NULL ? mlg_condition_write (condition) : NULL;

      g_assert_cmpstr (written, ==, known[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (mlg_condition_parse (others[i]));
}

static void
test_condition_values (void)
{
  MlgCondition both = { (char *) "a", MLG_COMPARE_IS, (char *) "'\"", FALSE };
  MlgCondition no_number = { (char *) "a", MLG_COMPARE_MORE, (char *) "x", TRUE };
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *yes = NULL;
  g_autofree char *more = NULL;
  g_autofree char *other = NULL;

  g_assert_null (mlg_condition_write (&both));
  g_assert_null (mlg_condition_write (&no_number));
  g_hash_table_insert (labels, (char *) "visit", (char *) "Site visit");
  yes = mlg_condition_tell ("visit = 'true'", labels);
  more = mlg_condition_tell ("visit > 2", labels);
  other = mlg_condition_tell ("count(visit) > 2", labels);
  g_assert_cmpstr (yes, ==, "Site visit: yes");
  g_assert_cmpstr (more, ==, "Site visit is more than 2");
  g_assert_cmpstr (other, ==, "count(visit) > 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rich-text/shipped", test_shipped);
  g_test_add_func ("/rich-text/kept", test_kept);
  g_test_add_func ("/rich-text/words", test_words);
  g_test_add_func ("/rich-text/condition-removed", test_condition_removed);
  g_test_add_func ("/rich-text/parted", test_parted);
  g_test_add_func ("/rich-text/table", test_table);
  g_test_add_func ("/rich-text/not-xml", test_not_xml);
  g_test_add_func ("/condition/shapes", test_conditions);
  g_test_add_func ("/condition/values", test_condition_values);
  return g_test_run ();
}
