/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-builder.h"
#include "document/mlg-xml-write.h"

static void
add (MlgDocumentBuilder *builder, const char *text)
{
  mlg_document_builder_add_text (builder, text, -1, MLG_MARK_NONE);
}

static void
add_paragraph (MlgDocumentBuilder *builder, const char *text)
{
  mlg_document_builder_open (builder, "p");
  add (builder, text);
  mlg_document_builder_close (builder, "p");
}

static void
add_heading (MlgDocumentBuilder *builder, guint level, const char *text)
{
  mlg_document_builder_open_heading (builder, level);
  add (builder, text);
  mlg_document_builder_close (builder, "heading");
}

/* The body of the finished document, which must be valid, without line breaks and indentation. */
static char *
finish (MlgDocumentBuilder *builder)
{
  g_autoptr (MlgDocument) document = mlg_document_builder_finish (builder, "built");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GRegex) space = g_regex_new ("\n *", 0, 0, NULL);
  g_autofree char *text = mlg_xml_write_node (mlg_document_get_part (document, "body"));
  char *flat = g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);

  mlg_document_validate (document, issues);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    g_test_message ("%s", mlg_issue_list_get (issues, i)->message);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return flat;
}

static void
test_sections (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  add_paragraph (builder, "0");
  add_heading (builder, 1, "A");
  add_heading (builder, 3, "B");
  add_heading (builder, 2, "C");
  add_paragraph (builder, "c");
  add_heading (builder, 1, "D");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><p>0</p><section><heading>A</heading><section level=\"3\"><heading>B"
                   "</heading></section><section><heading>C</heading><p>c</p></section></section>"
                   "<section><heading>D</heading></section></body>");
}

static void
test_marks (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_open (builder, "p");
  mlg_document_builder_add_text (builder, "a", -1, MLG_MARK_BOLD);
  mlg_document_builder_add_text (builder, " ", -1, MLG_MARK_NONE);
  mlg_document_builder_add_text (builder, "b", -1, MLG_MARK_BOLD);
  mlg_document_builder_add_text (builder, "c", -1, MLG_MARK_BOLD | MLG_MARK_ITALIC);
  mlg_document_builder_add_text (builder, "d", -1, MLG_MARK_ITALIC);
  mlg_document_builder_add_text (builder, "2", -1, MLG_MARK_SUPERSCRIPT);
  mlg_document_builder_add_text (builder, "xyz", 1, MLG_MARK_NONE);
  body = finish (builder);
  g_assert_cmpstr (body, ==, "<body><p><b>a b<i>c</i></b><i>d</i><sup>2</sup>x</p></body>");
}

static void
test_lists (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_open (builder, "list");
  mlg_document_builder_set (builder, "numbering", "decimal");
  mlg_document_builder_set_number (builder, "start", 3);
  mlg_document_builder_open (builder, "item");
  add_paragraph (builder, "a");
  mlg_document_builder_open (builder, "list");
  mlg_document_builder_open (builder, "item");
  add (builder, "b");
  mlg_document_builder_close (builder, "list");
  mlg_document_builder_open (builder, "item");
  add (builder, "c");
  mlg_document_builder_close (builder, "list");
  mlg_document_builder_open (builder, "list");
  mlg_document_builder_close (builder, "list");
  add (builder, "d");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><list numbering=\"decimal\" start=\"3\"><item><p>a</p><list><item><p>b"
                   "</p></item></list></item><item><p>c</p></item></list><p>d</p></body>");
}

static void
test_tables (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_open (builder, "table");
  mlg_document_builder_open (builder, "caption");
  add (builder, "T");
  mlg_document_builder_close (builder, "caption");
  mlg_document_builder_open (builder, "row");
  mlg_document_builder_open (builder, "cell");
  add_heading (builder, 1, "in a cell");
  mlg_document_builder_open (builder, "table");
  add (builder, "x");
  mlg_document_builder_close (builder, "table");
  mlg_document_builder_close (builder, "cell");
  mlg_document_builder_open (builder, "cell");
  mlg_document_builder_open (builder, "row");
  mlg_document_builder_close (builder, "table");
  add (builder, "after");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><table><caption>T</caption><row><cell><section><heading>in a cell"
                   "</heading><table><row><cell><p>x</p></cell></row></table></section></cell>"
                   "<cell/></row><row/></table><p>after</p></body>");
}

static void
test_notes (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_open (builder, "p");
  add (builder, "a");
  mlg_document_builder_open (builder, "footnote");
  add_heading (builder, 1, "f");
  mlg_document_builder_close (builder, "footnote");
  add (builder, "b");
  mlg_document_builder_open (builder, "note");
  add_paragraph (builder, "n");
  mlg_document_builder_close (builder, "note");
  mlg_document_builder_close (builder, "p");
  mlg_document_builder_open (builder, "note");
  add_paragraph (builder, "m");
  mlg_document_builder_close (builder, "note");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><p>a<footnote><p>f</p></footnote>b<note><p>n</p></note></p>"
                   "<note><p>m</p></note></body>");
}

static void
test_empty (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  add_paragraph (builder, "");
  add_paragraph (builder, "  \n");
  mlg_document_builder_open (builder, "p");
  mlg_document_builder_add (builder, "tab");
  mlg_document_builder_close (builder, "p");
  mlg_document_builder_open_heading (builder, 1);
  mlg_document_builder_close (builder, "heading");
  mlg_document_builder_open (builder, "table");
  mlg_document_builder_close (builder, "table");
  g_assert_cmpuint (mlg_document_builder_get_report (builder)->empty_paragraphs, ==, 3);
  g_assert_cmpuint (mlg_document_builder_get_report (builder)->empty_headings, ==, 1);
  body = finish (builder);
  g_assert_cmpstr (body, ==, "<body><section><heading/></section></body>");
}

static void
test_page_breaks (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_add_page_break (builder);
  mlg_document_builder_open (builder, "p");
  add (builder, "a");
  mlg_document_builder_add_page_break (builder);
  mlg_document_builder_add_page_break (builder);
  add (builder, "b");
  mlg_document_builder_close (builder, "p");
  mlg_document_builder_add_page_break (builder);
  add_heading (builder, 1, "H");
  mlg_document_builder_open (builder, "table");
  mlg_document_builder_open (builder, "cell");
  mlg_document_builder_add_page_break (builder);
  add (builder, "c");
  mlg_document_builder_close (builder, "table");
  mlg_document_builder_add_page_break (builder);
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><p>a</p><page-break/><p>b</p><page-break/><section><heading>H</heading>"
                   "<table><row><cell><p>c</p></cell></row></table></section></body>");
}

static void
test_orientation (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  add_heading (builder, 1, "A");
  mlg_document_builder_set_landscape (builder, TRUE);
  add_paragraph (builder, "wide");
  mlg_document_builder_set_landscape (builder, FALSE);
  add_paragraph (builder, "high");
  mlg_document_builder_set_landscape (builder, TRUE);
  add_heading (builder, 1, "B");
  add_heading (builder, 2, "C");
  mlg_document_builder_set_landscape (builder, FALSE);
  add_paragraph (builder, "c");
  add_heading (builder, 2, "D");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><section><heading>A</heading><section orientation=\"landscape\"><p>wide"
                   "</p></section><p>high</p></section><section orientation=\"landscape\"><heading>"
                   "B</heading><section><heading>C</heading><section orientation=\"portrait\"><p>c"
                   "</p></section></section><section orientation=\"portrait\"><heading>D</heading>"
                   "</section></section></body>");
}

static void
test_references (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autofree char *body = NULL;

  mlg_document_builder_set_place (builder, "_Toc1");
  add_heading (builder, 1, "A");
  mlg_document_builder_open (builder, "p");
  mlg_document_builder_set_place (builder, "été 1");
  mlg_document_builder_set_place (builder, "second name");
  mlg_document_builder_open_reference (builder, "_Toc1", "title");
  add (builder, "A");
  mlg_document_builder_close (builder, "ref");
  mlg_document_builder_open_reference (builder, "second name", NULL);
  add (builder, "x");
  mlg_document_builder_close (builder, "ref");
  mlg_document_builder_open_reference (builder, "nowhere", NULL);
  mlg_document_builder_add_text (builder, "y", -1, MLG_MARK_BOLD);
  mlg_document_builder_close (builder, "ref");
  mlg_document_builder_close (builder, "p");
  mlg_document_builder_open (builder, "p");
  mlg_document_builder_set_place (builder, "_GoBack");
  add (builder, "z");
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><section xml:id=\"_Toc1\"><heading>A</heading><p xml:id=\"id--t--1\">"
                   "<ref show=\"title\" to=\"_Toc1\">A</ref><ref to=\"id--t--1\">x</ref><b>y</b>"
                   "</p><p>z</p></section></body>");
  g_assert_cmpuint (mlg_document_builder_get_report (builder)->dead_references, ==, 1);
}

static void
test_links (void)
{
  static const struct
  {
    const char *href;
    gboolean safe;
  } cases[] = {
    { "https://example.org/a:b", TRUE },
    { "mailto:a@example.org", TRUE },
    { "#place", TRUE },
    { "../other.odt", TRUE },
    { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },
    { "JavaScript:x", FALSE },
    { "data:text/html,x", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
      g_autofree char *body = NULL;

      g_test_message ("%s", cases[i].href);
      g_assert_cmpint (mlg_document_builder_open_link (builder, cases[i].href), ==, cases[i].safe);
      add (builder, "x");
      body = finish (builder);
      g_assert_cmpint (strstr (body, "<link") != NULL, ==, cases[i].safe);
    }
}

static void
test_images (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autoptr (GBytes) data = g_bytes_new_static ("ABC", 3);
  g_autoptr (GBytes) largest =
      g_bytes_new_take (g_malloc0 (MLG_DOCUMENT_MAX_IMAGE), MLG_DOCUMENT_MAX_IMAGE);
  g_autoptr (GBytes) too_large =
      g_bytes_new_take (g_malloc0 (MLG_DOCUMENT_MAX_IMAGE + 1), MLG_DOCUMENT_MAX_IMAGE + 1);
  g_autofree char *body = NULL;
  xmlNode *image = NULL;

  g_assert_null (mlg_document_builder_add_image (builder, "image/x-wmf", "alt"));
  image = mlg_document_builder_add_image (builder, "image/png", "\"alt\"");
  mlg_document_image_set_length (image, "width", 12.34);
  mlg_document_image_set_length (image, "height", -1);
  g_assert_false (mlg_document_image_set_data (image, too_large));
  g_assert_true (mlg_document_image_set_data (image, largest));
  g_assert_true (mlg_document_image_set_data (image, data));
  body = finish (builder);
  g_assert_cmpstr (body, ==,
                   "<body><p><image alt=\"&quot;alt&quot;\" type=\"image/png\" width=\"12.3mm\">"
                   "QUJD</image></p></body>");
}

/* A text node of the largest image is still one that the parser accepts. */
static void
test_largest_image (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autoptr (GBytes) largest =
      g_bytes_new_take (g_malloc0 (MLG_DOCUMENT_MAX_IMAGE), MLG_DOCUMENT_MAX_IMAGE);
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (MlgDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  mlg_document_image_set_data (mlg_document_builder_add_image (builder, "image/png", ""), largest);
  document = mlg_document_builder_finish (builder, "built");
  bytes = mlg_document_to_xml (document);
  again = mlg_document_read_xml (bytes, "again", issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
}

static void
test_depth (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (MlgDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocumentCounts counts;

  for (guint i = 0; i < 400; i++)
    {
      mlg_document_builder_open (builder, i % 2 ? "table" : "list");
      mlg_document_builder_open (builder, i % 2 ? "cell" : "item");
      add (builder, "w ");
      mlg_document_builder_open (builder, "footnote");
      add_heading (builder, 1, "f");
      mlg_document_builder_close (builder, "footnote");
    }
  for (guint i = 0; i < 400; i++)
    mlg_document_builder_open_link (builder, "#x");
  add (builder, "end");
  g_assert_cmpuint (mlg_document_builder_get_report (builder)->flattened, >, 0);
  document = mlg_document_builder_finish (builder, "built");
  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.words, ==, 801);
  bytes = mlg_document_to_xml (document);
  again = mlg_document_read_xml (bytes, "again", issues, NULL, &error);
  g_assert_no_error (error);
}

static void
test_head (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new ("en");
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GRegex) space = g_regex_new ("\n *", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *flat = NULL;

  mlg_document_builder_add_head (builder, "keyword", "k");
  mlg_document_builder_add_head (builder, "date", "2026-02-30");
  mlg_document_builder_add_head (builder, "date", "2026-02-28");
  mlg_document_builder_add_head (builder, "date", "2026-03-01");
  mlg_document_builder_add_head (builder, "author", "A & B");
  mlg_document_builder_add_head (builder, "title", " ");
  mlg_document_builder_add_head (builder, "title", " T ");
  mlg_document_builder_add_head (builder, "author", "C");
  mlg_document_builder_set_language (builder, "not a language");
  mlg_document_builder_set_language (builder, "fr-FR");
  mlg_document_builder_open (builder, "footer");
  add (builder, "Page ");
  mlg_document_builder_add (builder, "page-number");
  mlg_document_builder_close (builder, "footer");
  add (builder, "b");
  document = mlg_document_builder_finish (builder, "built");
  g_assert_true (mlg_document_validate (document, issues));
  text = mlg_xml_write_node (xmlDocGetRootElement (mlg_document_get_tree (document)));
  flat = g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);
  g_assert_cmpstr (flat, ==,
                   "<document xmlns=\"urn:maillage:document:1\" xml:lang=\"fr-FR\"><head><title>T"
                   "</title><author>A &amp; B</author><author>C</author><date>2026-02-28</date>"
                   "<keyword>k</keyword></head><footer><p>Page <page-number/></p></footer><body><p>"
                   "b</p></body></document>");
}

/* Whatever a reader does, what comes out is valid. */
static void
test_any_order (void)
{
  static const char *const names[] = { "list", "item",     "table", "row",  "cell",
                                       "note", "footnote", "p",     "span", "field" };
  GRand *random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new (NULL);
      g_autofree char *body = NULL;

      for (guint step = 0; step < 60; step++)
        {
          const char *name = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];

          switch (g_rand_int_range (random, 0, 9))
            {
            case 0:
            case 1:
            case 2:
              mlg_document_builder_open (builder, name);
              if (g_str_equal (name, "field"))
                mlg_document_builder_set (builder, "name", "f");
              break;
            case 3:
            case 4:
              mlg_document_builder_close (builder, name);
              break;
            case 5:
              add_heading (builder, (guint) g_rand_int_range (random, 1, 5), "h");
              break;
            case 6:
              mlg_document_builder_add_page_break (builder);
              break;
            case 7:
              mlg_document_builder_set_landscape (builder, g_rand_boolean (random));
              break;
            default:
              mlg_document_builder_add_text (builder, "w ", -1,
                                             (MlgMarks) g_rand_int_range (random, 0, 16));
            }
        }
      body = finish (builder);
      g_assert_true (g_str_has_prefix (body, "<body"));
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-builder/sections", test_sections);
  g_test_add_func ("/document-builder/marks", test_marks);
  g_test_add_func ("/document-builder/lists", test_lists);
  g_test_add_func ("/document-builder/tables", test_tables);
  g_test_add_func ("/document-builder/notes", test_notes);
  g_test_add_func ("/document-builder/empty", test_empty);
  g_test_add_func ("/document-builder/page-breaks", test_page_breaks);
  g_test_add_func ("/document-builder/orientation", test_orientation);
  g_test_add_func ("/document-builder/references", test_references);
  g_test_add_func ("/document-builder/links", test_links);
  g_test_add_func ("/document-builder/images", test_images);
  g_test_add_func ("/document-builder/largest-image", test_largest_image);
  g_test_add_func ("/document-builder/depth", test_depth);
  g_test_add_func ("/document-builder/head", test_head);
  g_test_add_func ("/document-builder/any-order", test_any_order);
  return g_test_run ();
}
