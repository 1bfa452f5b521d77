/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-pages-private.h"
#include "everything.h"

static MlgPages *
lay_out_with (const char *attributes, const char *body, MlgPagesFlags flags)
{
  g_autofree char *xml = g_strdup_printf (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr' %s><body>%s</body></document>",
      attributes, body);
  g_autoptr (MlgDocument) document = test_read_document (xml);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgPages *pages = mlg_pages_new (document, flags, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return pages;
}

static MlgPages *
lay_out (const char *body)
{
  return lay_out_with ("", body, MLG_PAGES_DEFAULT);
}

/* Paragraphs of different lengths whose words are all different: w0 w1 w2… */
static guint
add_paragraphs (GString *body, guint n, guint word)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append (body, "<p>");
      for (guint j = 0; j < 20 + i * 37 % 90; j++)
        g_string_append_printf (body, "w%u ", word++);
      g_string_append (body, "</p>");
    }
  return word;
}

static gboolean
page_has (MlgPages *pages, guint page, const char *word)
{
  g_autofree char *text = mlg_pages_get_text (pages, page);

  return strstr (text, word) != NULL;
}

static void
assert_all_words_in_order (MlgPages *pages, guint n_words)
{
  guint next = 0;

  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      g_autofree char *text = mlg_pages_get_text (pages, i);
      g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (words[j][0] == 'w')
          {
            g_autofree char *expected = g_strdup_printf ("w%u", next++);

            g_assert_cmpstr (words[j], ==, expected);
          }
    }
  g_assert_cmpuint (next, ==, n_words);
}

static void
test_words (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint n_words = add_paragraphs (body, 150, 0);
  g_autoptr (MlgPages) pages = lay_out (body->str);

  g_assert_cmpuint (mlg_pages_get_n (pages), >=, 15);
  g_assert_cmpuint (mlg_pages_get_n (pages), <=, 25);
  assert_all_words_in_order (pages, n_words);
}

/* The words of the line of a placement, or NULL. */
static const MlgPageText *
text_at (const MlgPage *page, guint i)
{
  const MlgPageBox *box = g_array_index (page->placements, MlgPagePlacement, i).box;

  return box->items != NULL ? g_array_index (box->items, MlgPageItem, 0).text : NULL;
}

/* How many lines of the paragraph at one end of a page are on this page. */
static guint
count_lines (const MlgPage *page, gboolean at_end)
{
  guint n = page->placements->len;
  const MlgPageText *text = text_at (page, at_end ? n - 1 : 0);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += text_at (page, i) == text;
  return count;
}

static void
test_two_lines_on_each_side (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (MlgPages) pages = NULL;
  guint n_cut = 0;

  add_paragraphs (body, 150, 0);
  pages = lay_out (body->str);
  for (guint i = 0; i + 1 < mlg_pages_get_n (pages); i++)
    {
      const MlgPage *page = mlg_pages_get_page (pages, i);
      const MlgPage *next = mlg_pages_get_page (pages, i + 1);

      if (text_at (page, page->placements->len - 1) != text_at (next, 0))
        continue;
      n_cut++;
      g_assert_cmpuint (count_lines (page, TRUE), >=, 2);
      g_assert_cmpuint (count_lines (next, FALSE), >=, 2);
    }
  g_assert_cmpuint (n_cut, >, 3);
}

/* Headings at many heights of the page: none is left at the foot. */
static void
test_headings_with_their_text (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_string_append_printf (
          body, "<section><heading>H%u</heading><section><heading>S%u</heading>", i, i);
      add_paragraphs (body, 1 + i % 3, 0);
      g_string_append (body, "</section></section>");
    }
  pages = lay_out (body->str);
  g_assert_cmpuint (mlg_pages_get_n (pages), >, 10);
  for (guint i = 0; i + 1 < mlg_pages_get_n (pages); i++)
    {
      const MlgPage *page = mlg_pages_get_page (pages, i);
      guint last = page->placements->len - 1;

      g_assert_false (g_array_index (page->placements, MlgPagePlacement, last).box->keep_next);
    }
}

static void
test_outline (void)
{
  g_autoptr (MlgPages) pages = lay_out_with (
      "numbering='decimal'",
      "<section><heading>Un</heading><p>a</p><page-break/><section><heading>Deux</heading>"
      "<p>b</p></section></section>",
      MLG_PAGES_DEFAULT);
  MlgOutlineEntry entry = { 0 };

  g_assert_cmpuint (mlg_pages_get_n (pages), ==, 2);
  g_assert_cmpuint (mlg_pages_get_n_outline (pages), ==, 2);
  mlg_pages_get_outline (pages, 0, &entry);
  g_assert_cmpstr (entry.title, ==, "1 Un");
  g_assert_cmpuint (entry.level, ==, 1);
  g_assert_cmpuint (entry.page, ==, 0);
  mlg_pages_get_outline (pages, 1, &entry);
  g_assert_cmpstr (entry.title, ==, "1.1 Deux");
  g_assert_cmpuint (entry.level, ==, 2);
  g_assert_cmpuint (entry.page, ==, 1);
  g_assert_true (entry.y >= 50);
  g_assert_true (entry.y <= 100);
}

static void
test_landscape (void)
{
  g_autoptr (MlgPages) pages = lay_out ("<p>avant</p><section orientation='landscape'><p>large</p>"
                                        "</section><p>après</p>");
  double width = 0;
  double height = 0;

  g_assert_cmpuint (mlg_pages_get_n (pages), ==, 3);
  mlg_pages_get_size (pages, 0, &width, &height);
  g_assert_true (ABS (width - 595.28) < 0.01);
  g_assert_true (ABS (height - 841.89) < 0.01);
  mlg_pages_get_size (pages, 1, &width, &height);
  g_assert_true (ABS (width - 841.89) < 0.01);
  g_assert_true (page_has (pages, 0, "avant"));
  g_assert_true (page_has (pages, 1, "large"));
  g_assert_true (page_has (pages, 2, "après"));
}

static void
test_breaks (void)
{
  g_autoptr (MlgPages) pages =
      lay_out ("<page-break/><p>un</p><page-break/><page-break/><p>deux</p>");
  g_autoptr (MlgPages) empty = lay_out ("");

  g_assert_cmpuint (mlg_pages_get_n (pages), ==, 2);
  g_assert_true (page_has (pages, 1, "deux"));
  g_assert_cmpuint (mlg_pages_get_n (empty), ==, 1);
}

/* Each footnote is on the page of its call, even when several calls meet at the foot of a page. */
static void
test_footnotes (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (MlgPages) pages = NULL;
  guint n_seen = 0;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (
        body, "<p>appel%u.<footnote><p>note%u. %s</p></footnote></p>", i, i,
        i % 3 == 0
            ? "Une note qui est assez longue pour que ses mots tiennent sur deux lignes, car elle "
              "explique avec soin ce que le texte n’a fait que nommer, sans rien oublier."
            : "");
  pages = lay_out (body->str);
  for (guint i = 0; i < 200; i++)
    for (guint page = 0; page < mlg_pages_get_n (pages); page++)
      {
        g_autofree char *call = g_strdup_printf ("appel%u.", i);
        g_autofree char *note = g_strdup_printf ("note%u.", i);

        if (!page_has (pages, page, call))
          continue;
        n_seen++;
        g_assert_true (page_has (pages, page, note));
      }
  g_assert_cmpuint (n_seen, ==, 200);
}

/* Text and footnotes never meet, nor leave the page. */
static void
test_footnotes_have_room (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (MlgPages) pages = NULL;

  add_paragraphs (note, 30, 0);
  g_string_append_printf (body, "<p>appel<footnote>%s</footnote></p>", note->str);
  add_paragraphs (body, 40, 10000);
  pages = lay_out (body->str);
  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      const MlgPage *page = mlg_pages_get_page (pages, i);
      double end = 0;

      for (guint j = 0; j < page->placements->len; j++)
        {
          const MlgPagePlacement *at = &g_array_index (page->placements, MlgPagePlacement, j);

          end = MAX (end, at->y + at->box->height);
        }
      if (page->notes->len > 0)
        g_assert_true (end < g_array_index (page->notes, MlgPagePlacement, 0).y);
      g_assert_true (end <= MLG_PAGE_LONG_SIDE - MLG_PAGE_MARGIN + 0.01);
    }
  g_assert_cmpuint (mlg_pages_get_n (pages), >, 5);
}

static void
test_page_references (void)
{
  g_autoptr (GString) body = g_string_new ("<p>voir page <ref to='ici' show='page'>?</ref>.</p>"
                                           "<p>en tout <page-count/>, ici <page-number/>.</p>");
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 11; i++)
    g_string_append (body, "<page-break/><p>page</p>");
  g_string_append (body, "<section xml:id='ici'><heading>Ici</heading><p>fin</p></section>");
  pages = lay_out (body->str);
  g_assert_cmpuint (mlg_pages_get_n (pages), ==, 12);
  g_assert_true (page_has (pages, 0, "voir page 12."));
  g_assert_true (page_has (pages, 0, "en tout 12, ici 1."));
}

static void
test_contents (void)
{
  g_autoptr (MlgPages) pages = lay_out (
      "<toc depth='1'/><page-break/><section><heading>Un</heading><section><heading>Caché</heading>"
      "<p>a</p></section></section><page-break/><section><heading>Deux</heading><p>b</p></"
      "section>");
  g_autofree char *text = mlg_pages_get_text (pages, 0);

  g_assert_cmpstr (text, ==, "Un\n2\nDeux\n3\n");
}

static void
test_notes_to_the_drafter (void)
{
  static const char body[] = "<note><p>conseil</p></note><p>texte<note><p>remarque</p></note></p>";
  g_autoptr (MlgPages) with = lay_out (body);
  g_autoptr (MlgPages) without = lay_out_with ("", body, MLG_PAGES_WITHOUT_NOTES);

  g_assert_true (page_has (with, 0, "conseil"));
  g_assert_true (page_has (with, 0, "remarque"));
  g_assert_false (page_has (without, 0, "conseil"));
  g_assert_false (page_has (without, 0, "remarque"));
  g_assert_true (page_has (without, 0, "texte"));
}

/* The work for ten times the pages is ten times the work. */
static void
test_work_is_linear (void)
{
  guint64 steps[3];
  guint n_pages[3];

  for (guint i = 0; i < 3; i++)
    {
      static const guint n_parts[] = { 8, 80, 800 };
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (MlgPages) pages = NULL;

      for (guint j = 0; j < n_parts[i]; j++)
        {
          g_string_append_printf (body, "<section><heading>Partie %u</heading>", j);
          add_paragraphs (body, 10, 0);
          g_string_append (body, "<table><row header='true'><cell><p>a</p></cell></row>");
          for (guint row = 0; row < 8; row++)
            g_string_append (body, "<row><cell><p>b</p></cell></row>");
          g_string_append (body, "</table></section>");
        }
      pages = lay_out (body->str);
      steps[i] = mlg_pages_get_n_steps (pages);
      n_pages[i] = mlg_pages_get_n (pages);
    }
  g_assert_cmpuint (n_pages[0], >=, 8);
  g_assert_cmpuint (n_pages[2], >=, 800);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (steps[i + 1], >, 9 * steps[i]);
      g_assert_cmpuint (steps[i + 1], <, 11 * steps[i]);
    }
}

/* A chain of headings that no page can hold, and a word that no line can. */
static void
test_nothing_fits (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (body, "<section><heading>Titre</heading></section>");
  g_string_append (body, "<p>");
  for (guint i = 0; i < 500; i++)
    g_string_append (body, "abcdefghij");
  g_string_append (body, "</p>");
  pages = lay_out (body->str);
  g_assert_cmpuint (mlg_pages_get_n (pages), >, 10);
  g_assert_cmpuint (mlg_pages_get_n (pages), <, 40);
}

static void
test_cancel (void)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mlg_pages_new (document, MLG_PAGES_DEFAULT, issues, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The same pages on a screen, at another scale: something is drawn, and nothing outside. */
static void
test_draw (void)
{
  g_autoptr (MlgPages) pages = lay_out ("<p>Bonjour</p>");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 298, 421);
  cairo_t *cr = cairo_create (surface);
  guint n_dark = 0;

  cairo_scale (cr, 0.5, 0.5);
  mlg_pages_draw (pages, 0, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 421; y++)
    for (int x = 0; x < 298; x++)
      {
        const guchar *data = cairo_image_surface_get_data (surface);

        if (data[y * cairo_image_surface_get_stride (surface) + x] == 0)
          continue;
        n_dark++;
        g_assert_cmpint (x, >=, 26);
        g_assert_cmpint (y, >=, 26);
        g_assert_cmpint (y, <, 40);
      }
  g_assert_cmpuint (n_dark, >, 20);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-pages/words", test_words);
  g_test_add_func ("/pdf-pages/two-lines-on-each-side", test_two_lines_on_each_side);
  g_test_add_func ("/pdf-pages/headings-with-their-text", test_headings_with_their_text);
  g_test_add_func ("/pdf-pages/outline", test_outline);
  g_test_add_func ("/pdf-pages/landscape", test_landscape);
  g_test_add_func ("/pdf-pages/breaks", test_breaks);
  g_test_add_func ("/pdf-pages/footnotes", test_footnotes);
  g_test_add_func ("/pdf-pages/footnotes-have-room", test_footnotes_have_room);
  g_test_add_func ("/pdf-pages/page-references", test_page_references);
  g_test_add_func ("/pdf-pages/contents", test_contents);
  g_test_add_func ("/pdf-pages/notes-to-the-drafter", test_notes_to_the_drafter);
  g_test_add_func ("/pdf-pages/work-is-linear", test_work_is_linear);
  g_test_add_func ("/pdf-pages/nothing-fits", test_nothing_fits);
  g_test_add_func ("/pdf-pages/cancel", test_cancel);
  g_test_add_func ("/pdf-pages/draw", test_draw);
  return g_test_run ();
}
