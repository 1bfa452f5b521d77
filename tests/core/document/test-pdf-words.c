/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-pages-private.h"
#include "everything.h"

static MlgPages *
lay_out (const char *body)
{
  g_autofree char *xml = g_strdup_printf (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>%s</body></document>", body);
  g_autoptr (MlgDocument) document = test_read_document (xml);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgPages *pages = mlg_pages_new (document, MLG_PAGES_DEFAULT, issues, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

/* Where the lines of the first paragraph end, but the last. */
static GArray *
find_line_ends (const char *attributes, const char *words, const char *end)
{
  g_autofree char *body = g_strdup_printf ("<p%s>%s%s</p>", attributes, words, end);
  g_autoptr (MlgPages) pages = lay_out (body);
  const MlgPage *page = mlg_pages_get_page (pages, 0);
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < page->placements->len; i++)
    {
      const MlgPageBox *box = g_array_index (page->placements, MlgPagePlacement, i).box;

      g_array_append_val (ends, g_array_index (box->items, MlgPageItem, 0).end);
    }
  return ends;
}

/* Plain words are laid out without Pango, and stand as Pango puts them: bold letters at the end of a
 * paragraph make the difference. */
static void
test_plain_words_stand_as_others (void)
{
  static const char words[] =
      "Le titulaire met en œuvre les prestations dans le respect des clauses environnementales et "
      "sociales du marché, en veillant à la réduction des déchets d’emballage et à l’insertion des "
      "publics éloignés de l’emploi (12 345,67 €, soit 5 %) ; le sous-traitant de rang-là aussi. "
      "«\xc2\xa0Là-bas\xc2\xa0», dit-il : AVATAR To. Té Va, 2026-11-25 – et c’est-à-dire peut-être "
      "aujourd’hui, quelqu’un, prud’homme, contre-proposition… Est-ce tout ? Non ! Oui. "
      "Le pouvoir adjudicateur notifie au titulaire la décision de reconduction par tout moyen.";
  static const char *const attributes[] = { "", " role='small'", " align='justify'",
                                            " role='title'" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autoptr (GArray) plain = find_line_ends (attributes[i], words, "");
      g_autoptr (GArray) styled = find_line_ends (attributes[i], words, " <b>x</b>");

      g_assert_cmpuint (plain->len, >=, 3);
      g_assert_cmpuint (styled->len, >=, plain->len);
      for (guint j = 0; j < plain->len; j++)
        g_assert_cmpuint (g_array_index (plain, guint, j), ==, g_array_index (styled, guint, j));
    }
}

/* French marks that a plain space precedes do not begin a line, however wide the page is. */
static void
test_marks_do_not_begin_lines (void)
{
  for (guint n = 1; n < 40; n++)
    {
      g_autoptr (GString) body = g_string_new ("<p>");
      g_autoptr (MlgPages) pages = NULL;
      const MlgPage *page = NULL;

      for (guint i = 0; i < 60; i++)
        g_string_append_printf (body, "%.*s « oui » : « non » ! ", (int) (n + i % 3),
                                "mmmmmmmmmmmmmmmmmmm"
                                "mmmmmmmmmmmmmmmmmmmmmmmmm");
      g_string_append (body, "</p>");
      pages = lay_out (body->str);
      page = mlg_pages_get_page (pages, 0);
      for (guint i = 0; i < page->placements->len; i++)
        {
          const MlgPageBox *box = g_array_index (page->placements, MlgPagePlacement, i).box;
          const MlgPageItem *item = &g_array_index (box->items, MlgPageItem, 0);
          const char *start = item->text->words->str + item->start;

          g_assert_false (g_str_has_prefix (start, "»"));
          g_assert_null (strchr (":!", start[0]));
          g_assert_cmpint (
              strncmp (start + (item->end - item->start) - strlen ("« "), "« ", strlen ("« ")), !=,
              0);
        }
    }
}

/* What plain words cannot be, and words longer than a line, go to Pango: nothing is lost. */
static void
test_other_words (void)
{
  static const char *const cases[] = {
    "un/deux",
    "tabula-rasa",
    "soft\xc2\xadhyphen",
    "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "e\xcc\x81te\xcc\x81",
    "\xf0\x9f\x8c\xb1",
    "\xe2\x80\x94 tiret \xe2\x80\x94",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf ("<p>a %s b</p>", cases[i]);
      g_autofree char *expected = g_strdup_printf ("a %s b\n", cases[i]);
      g_autoptr (MlgPages) pages = lay_out (body);
      g_autofree char *text = mlg_pages_get_text (pages, 0);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* Time for a paragraph of a million letters is that of many small ones. */
static void
test_one_long_paragraph (void)
{
  g_autoptr (GString) body = g_string_new ("<p>");
  g_autoptr (MlgPages) pages = NULL;

  for (guint i = 0; i < 150000; i++)
    g_string_append_printf (body, "mot%u ", i % 1000);
  g_string_append (body, "</p>");
  pages = lay_out (body->str);
  g_assert_cmpuint (mlg_pages_get_n (pages), >, 100);
  g_assert_cmpuint (mlg_pages_get_n_steps (pages), <, 40000);
}

/* A gap stands in brackets, for who reads the words alone. */
static void
test_gaps_stand_in_brackets (void)
{
  g_autoptr (MlgPages) pages =
      lay_out ("<p>De <field name='buyer' missing='true'>l’acheteur</field>.</p>");
  g_autofree char *text = mlg_pages_get_text (pages, 0);

  g_assert_nonnull (strstr (text, "De [l’acheteur]."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-words/plain-words-stand-as-others", test_plain_words_stand_as_others);
  g_test_add_func ("/pdf-words/marks-do-not-begin-lines", test_marks_do_not_begin_lines);
  g_test_add_func ("/pdf-words/other-words", test_other_words);
  g_test_add_func ("/pdf-words/one-long-paragraph", test_one_long_paragraph);
  g_test_add_func ("/pdf-words/gaps-in-brackets", test_gaps_stand_in_brackets);
  return g_test_run ();
}
