/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-page-style.h"
#include "document/mlg-pages-private.h"
#include "everything.h"

static MlgPages *
lay_out (const char *body, guint n_issues)
{
  g_autofree char *xml = g_strdup_printf (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>%s</body></document>", body);
  g_autoptr (MlgDocument) document = test_read_document (xml);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgPages *pages = mlg_pages_new (document, MLG_PAGES_DEFAULT, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, n_issues);
  return pages;
}

static char *
get_all_text (MlgPages *pages)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      g_autofree char *text = mlg_pages_get_text (pages, i);

      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

/* w0, w1… each once and in this order. */
static void
assert_words (MlgPages *pages, guint n)
{
  g_autofree char *text = get_all_text (pages);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint next = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == 'w')
      {
        g_autofree char *expected = g_strdup_printf ("w%u", next++);

        g_assert_cmpstr (words[i], ==, expected);
      }
  g_assert_cmpuint (next, ==, n);
}

/* The rightmost and the lowest point that frames of cells reach. */
static void
find_frames (const MlgPageBox *box, double x, double y, double *right, double *bottom)
{
  for (guint i = 0; box->items != NULL && i < box->items->len; i++)
    {
      const MlgPageItem *item = &g_array_index (box->items, MlgPageItem, i);

      if (item->kind != MLG_PAGE_FRAME)
        continue;
      *right = MAX (*right, x + item->x + item->width);
      *bottom = MAX (*bottom, y + item->y + item->height);
    }
  for (guint i = 0; box->children != NULL && i < box->children->len; i++)
    {
      const MlgPagePlacement *child = &g_array_index (box->children, MlgPagePlacement, i);

      find_frames (child->box, x + child->x, y + child->y, right, bottom);
    }
}

static void
assert_inside_margins (MlgPages *pages)
{
  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      const MlgPage *page = mlg_pages_get_page (pages, i);
      double width = 0, height = 0, right = 0, bottom = 0;

      mlg_pages_get_size (pages, i, &width, &height);
      for (guint j = 0; j < page->placements->len; j++)
        {
          const MlgPagePlacement *at = &g_array_index (page->placements, MlgPagePlacement, j);

          find_frames (at->box, at->x, at->y, &right, &bottom);
        }
      g_assert_true (right <= width - MLG_PAGE_MARGIN + 0.1);
      g_assert_true (bottom <= height - MLG_PAGE_MARGIN + 0.1);
    }
}

static guint
add_rows (GString *body, guint n_rows, guint n_columns, guint word)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (body, "<row>");
      for (guint j = 0; j < n_columns; j++)
        g_string_append_printf (body, "<cell><p>w%u</p></cell>", word++);
      g_string_append (body, "</row>");
    }
  return word;
}

static void
test_header_rows_are_repeated (void)
{
  g_autoptr (GString) body = g_string_new ("<table><caption>Titre</caption>");
  g_autoptr (MlgPages) pages = NULL;
  guint n_words = 0;

  g_string_append (body, "<row header='true'><cell><p>A</p></cell><cell><p>B</p></cell></row>"
                         "<row header='true'><cell colspan='2'><p>C</p></cell></row>");
  n_words = add_rows (body, 120, 2, 0);
  g_string_append (body, "</table><p>fin</p>");
  pages = lay_out (body->str, 0);
  g_assert_cmpuint (mlg_pages_get_n (pages), >=, 3);
  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      const MlgPage *page = mlg_pages_get_page (pages, i);

      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (g_array_index (page->placements, MlgPagePlacement, j).repeated, ==,
                         i > 0 && j < 2);
    }
  assert_words (pages, n_words);
  assert_inside_margins (pages);
}

/* Wherever a table starts and ends, no page shows one row of it alone. */
static void
test_no_row_is_left_alone (void)
{
  for (guint n = 30; n < 60; n++)
    {
      g_autoptr (GString) body = g_string_new ("<p>avant</p><table>");
      g_autoptr (MlgPages) pages = NULL;
      guint last = 0;

      g_string_append (body, "<row header='true'><cell><p>A</p></cell></row>");
      add_rows (body, n, 1, 0);
      g_string_append (body, "</table>");
      pages = lay_out (body->str, 0);
      last = mlg_pages_get_n (pages) - 1;
      assert_words (pages, n);
      if (last > 0)
        g_assert_cmpuint (mlg_pages_get_page (pages, last)->placements->len, >=, 3);
    }
}

/* A table that starts anywhere on a page has its caption, its header and a row there. */
static void
test_caption_stays_with_table (void)
{
  for (guint n = 40; n < 56; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (MlgPages) pages = NULL;
      g_autofree char *first = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (body, "<p role='small'>ligne</p>");
      g_string_append (
          body, "<table><caption>Titre</caption><row header='true'><cell><p>A</p></cell></row>");
      add_rows (body, 3, 1, 0);
      g_string_append (body, "</table>");
      pages = lay_out (body->str, 0);
      first = mlg_pages_get_text (pages, 0);
      g_assert_cmpint (strstr (first, "Titre") != NULL, ==, strstr (first, "w0") != NULL);
      g_assert_cmpint (strstr (first, "\nA\n") != NULL, ==, strstr (first, "w0") != NULL);
    }
}

/* A small table is on one page wherever it comes, with what stands alone between its heading and it. */
static void
test_small_table_is_whole (void)
{
  for (guint n = 40; n < 60; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (MlgPages) pages = NULL;
      g_autofree char *first = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (body, "<p role='small'>ligne</p>");
      g_string_append (body, "<section><heading>Titre</heading><p>seul</p><table>");
      add_rows (body, 6, 1, 0);
      g_string_append (body, "</table></section>");
      pages = lay_out (body->str, 0);
      first = mlg_pages_get_text (pages, 0);
      for (const char *const *word = (const char *[]){ "Titre", "seul", "w0", "w3", NULL };
           *word != NULL; word++)
        g_assert_cmpint (strstr (first, *word) != NULL, ==, strstr (first, "w5") != NULL);
    }
}

/* A row is whole on a page, unless no page could hold it. */
static void
test_rows_are_not_cut (void)
{
  g_autoptr (GString) body = g_string_new ("<table>");
  g_autoptr (MlgPages) pages = NULL;
  guint word = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_string_append (body, "<row><cell>");
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (body, "<p>w%u</p>", word++);
      g_string_append (body, "</cell></row>");
    }
  g_string_append (body, "</table>");
  pages = lay_out (body->str, 0);
  g_assert_cmpuint (mlg_pages_get_n (pages), >=, 5);
  for (guint i = 1; i < mlg_pages_get_n (pages); i++)
    {
      g_autofree char *text = mlg_pages_get_text (pages, i);

      g_assert_cmpuint (g_ascii_strtoull (text + 1, NULL, 10) % 10, ==, 0);
    }
  assert_words (pages, word);
}

static void
test_rows_higher_than_a_page_are_cut (void)
{
  g_autoptr (GString) body = g_string_new (
      "<table><row header='true'><cell><p>A</p></cell><cell><p>B</p></cell></row><row><cell>");
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (body, "<p>w%u</p>", i);
  g_string_append (body, "</cell><cell><p>court</p></cell></row></table>");
  pages = lay_out (body->str, 0);
  g_assert_cmpuint (mlg_pages_get_n (pages), >=, 3);
  assert_words (pages, 150);
  assert_inside_margins (pages);
  for (guint i = 1; i < mlg_pages_get_n (pages); i++)
    g_assert_true (
        g_array_index (mlg_pages_get_page (pages, i)->placements, MlgPagePlacement, 0).repeated);
}

/* Cells that span more rows than a page holds: cut between rows, nothing lost. */
static void
test_spans_higher_than_a_page (void)
{
  g_autoptr (GString) body = g_string_new ("<table><row><cell rowspan='200'>");
  g_autoptr (MlgPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (body, "<p>gauche%u</p>", i);
  g_string_append (body, "</cell><cell><p>w0</p></cell></row>");
  add_rows (body, 199, 1, 1);
  g_string_append (body, "</table>");
  pages = lay_out (body->str, 0);
  g_assert_cmpuint (mlg_pages_get_n (pages), >=, 4);
  assert_words (pages, 200);
  assert_inside_margins (pages);
  text = get_all_text (pages);
  g_assert_nonnull (strstr (text, "gauche29"));
}

static void
test_wide_tables_fit (void)
{
  g_autoptr (GString) body = g_string_new ("<table>");
  g_autoptr (MlgPages) pages = NULL;

  for (guint row = 0; row < 4; row++)
    {
      g_string_append (body, "<row>");
      for (guint i = 0; i < 18; i++)
        g_string_append (body, "<cell><p>environnementalement</p></cell>");
      g_string_append (body, "</row>");
    }
  g_string_append (body,
                   "</table><table columns='1 1000'><row><cell><p>étroite</p></cell><cell><p>large"
                   "</p></cell></row></table>");
  pages = lay_out (body->str, 0);
  assert_inside_margins (pages);
}

/* The width of the words of the first column: no letter is cut off from its word. */
static void
test_given_widths_leave_words_whole (void)
{
  g_autoptr (MlgPages) pages =
      lay_out ("<table columns='1 1000'><row><cell><p>Dénomination</p></cell>"
               "<cell><p>x</p></cell></row></table>",
               0);
  const MlgPagePlacement *at =
      &g_array_index (mlg_pages_get_page (pages, 0)->placements, MlgPagePlacement, 0);
  const MlgPagePlacement *line = &g_array_index (at->box->children, MlgPagePlacement, 0);
  const MlgPageItem *item = &g_array_index (line->box->items, MlgPageItem, 0);

  g_assert_cmpuint (item->end - item->start, ==, strlen ("Dénomination"));
}

/* On each side of the limit: 40 columns are a table, 41 are not, nor 10,000. */
static void
test_too_many_columns (void)
{
  static const struct
  {
    guint n_columns;
    guint n_issues;
  } cases[] = { { 40, 0 }, { 41, 1 }, { 10000, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) body = g_string_new ("<table>");
      g_autoptr (MlgPages) pages = NULL;
      guint n_words = add_rows (body, 2, cases[i].n_columns, 0);

      g_string_append (body, "</table>");
      pages = lay_out (body->str, cases[i].n_issues);
      if (cases[i].n_issues > 0)
        assert_words (pages, n_words);
      assert_inside_margins (pages);
    }
}

static void
test_wide_span (void)
{
  g_autoptr (MlgPages) pages = lay_out (
      "<table><row><cell colspan='10000' rowspan='10000'><p>w0</p></cell></row></table>", 1);

  assert_words (pages, 1);
}

/* Four tables inside one another are tables, a fifth is not. */
static void
test_nested_tables (void)
{
  for (guint depth = 4; depth <= 5; depth++)
    {
      g_autoptr (GString) body = g_string_new ("<p>w0</p>");
      g_autoptr (MlgPages) pages = NULL;

      for (guint i = 0; i < depth; i++)
        {
          g_string_prepend (body, "<table><row><cell>");
          g_string_append_printf (body, "</cell><cell><p>w%u</p></cell></row></table>", i + 1);
        }
      pages = lay_out (body->str, depth - 4);
      assert_words (pages, depth + 1);
      assert_inside_margins (pages);
    }
}

/* A footnote in a cell goes to the foot of the page of its row. */
static void
test_footnotes_in_cells (void)
{
  g_autoptr (GString) body = g_string_new ("<table>");
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (
        body, "<row><cell><p>ligne%u.<footnote><p>note%u.</p></footnote></p></cell></row>", i, i);
  g_string_append (body, "</table>");
  pages = lay_out (body->str, 0);
  g_assert_cmpuint (mlg_pages_get_n (pages), >, 2);
  for (guint i = 0; i < 100; i++)
    for (guint page = 0; page < mlg_pages_get_n (pages); page++)
      {
        g_autofree char *text = mlg_pages_get_text (pages, page);
        g_autofree char *call = g_strdup_printf ("ligne%u.", i);
        g_autofree char *note = g_strdup_printf ("note%u.", i);

        g_assert_cmpint (strstr (text, call) != NULL, ==, strstr (text, note) != NULL);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-tables/header-rows-are-repeated", test_header_rows_are_repeated);
  g_test_add_func ("/pdf-tables/no-row-is-left-alone", test_no_row_is_left_alone);
  g_test_add_func ("/pdf-tables/caption-stays-with-table", test_caption_stays_with_table);
  g_test_add_func ("/pdf-tables/small-table-is-whole", test_small_table_is_whole);
  g_test_add_func ("/pdf-tables/rows-are-not-cut", test_rows_are_not_cut);
  g_test_add_func ("/pdf-tables/rows-higher-than-a-page", test_rows_higher_than_a_page_are_cut);
  g_test_add_func ("/pdf-tables/spans-higher-than-a-page", test_spans_higher_than_a_page);
  g_test_add_func ("/pdf-tables/wide-tables-fit", test_wide_tables_fit);
  g_test_add_func ("/pdf-tables/given-widths-leave-words-whole",
                   test_given_widths_leave_words_whole);
  g_test_add_func ("/pdf-tables/too-many-columns", test_too_many_columns);
  g_test_add_func ("/pdf-tables/wide-span", test_wide_span);
  g_test_add_func ("/pdf-tables/nested-tables", test_nested_tables);
  g_test_add_func ("/pdf-tables/footnotes-in-cells", test_footnotes_in_cells);
  return g_test_run ();
}
