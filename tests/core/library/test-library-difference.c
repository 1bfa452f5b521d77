/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "library/mlg-similar-clauses.h"
#include "library/mlg-template-difference.h"
#include "library/mlg-text-lines.h"
#include "library/mlg-word-difference.h"
#include "small-template.h"

/* What differs between two texts, and how like they are. */

static char *
join (GPtrArray *runs, MlgWordsFate without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const MlgWordRun *run = runs->pdata[i];

      if (run->fate != without)
        g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}

static char *
mark (const char *before, const char *after)
{
  static const char marks[] = " -+";
  g_autoptr (GPtrArray) runs = mlg_word_difference (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const MlgWordRun *run = runs->pdata[i];
      g_autofree char *words = g_strstrip (g_strdup (run->text));

      g_string_append_printf (text, "%s%c%s", i > 0 ? "|" : "", marks[run->fate], words);
    }
  return g_string_free (text, FALSE);
}

static void
assert_marked (const char *before, const char *after, const char *expected)
{
  g_autofree char *marked = mark (before, after);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_words (void)
{
  assert_marked ("", "", "");
  assert_marked ("un deux", "un deux", " un deux");
  assert_marked ("", "un", "+un");
  assert_marked ("un", "", "-un");
  assert_marked ("le papier est blanc", "le papier est recyclé", " le papier est|-blanc|+recyclé");
  assert_marked ("un deux trois", "un trois", " un|-deux| trois");
  assert_marked ("un trois", "un deux trois", " un|+deux| trois");
}

/* How many words of two sequences are the same in the same order, at the most. */
static guint
count_common (GStrv a, GStrv b)
{
  guint n = g_strv_length (a), m = g_strv_length (b);
  g_autofree guint *row = g_new0 (guint, m + 1);

  for (guint i = 0; i < n; i++)
    {
      guint corner = 0;

      for (guint j = 0; j < m; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = g_str_equal (a[i], b[j]) ? corner + 1 : MAX (above, row[j]);
          corner = above;
        }
    }
  return row[m];
}

static char *
make_words (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c", i > 0 ? " " : "", 'a' + g_test_rand_int_range (0, 4));
  return g_string_free (text, FALSE);
}

static guint
count_kept (GPtrArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const MlgWordRun *run = runs->pdata[i];
      g_autofree char *words = g_strstrip (g_strdup (run->text));
      g_auto (GStrv) each = g_strsplit (words, " ", -1);

      if (run->fate == MLG_WORDS_KEPT)
        n += g_strv_length (each);
    }
  return n;
}

/* Whatever the texts: both are there whole, and no more words differ than must. */
static void
test_shortest (void)
{
  for (guint turn = 0; turn < 2000; turn++)
    {
      g_autofree char *before = make_words ((guint) g_test_rand_int_range (1, 30));
      g_autofree char *after = make_words ((guint) g_test_rand_int_range (1, 30));
      g_autoptr (GPtrArray) runs = mlg_word_difference (before, after);
      g_autofree char *first = join (runs, MLG_WORDS_ADDED);
      g_autofree char *second = join (runs, MLG_WORDS_REMOVED);
      g_auto (GStrv) a = g_strsplit (before, " ", -1);
      g_auto (GStrv) b = g_strsplit (after, " ", -1);
      g_autofree char *first_plain = g_strjoinv ("", a);
      g_autofree char *second_plain = g_strjoinv ("", b);
      g_auto (GStrv) first_words = g_strsplit (first, " ", -1);
      g_auto (GStrv) second_words = g_strsplit (second, " ", -1);
      g_autofree char *first_out = g_strjoinv ("", first_words);
      g_autofree char *second_out = g_strjoinv ("", second_words);

      g_assert_cmpstr (first_out, ==, first_plain);
      g_assert_cmpstr (second_out, ==, second_plain);
      g_assert_cmpuint (count_kept (runs), ==, count_common (a, b));
    }
}

/* Texts with nothing in common end too, and soon. */
static void
test_strangers (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  runs = mlg_word_difference (before->str, after->str);
  g_assert_cmpuint (count_kept (runs), ==, 0);
}

static void
test_templates (void)
{
  g_autofree char *one = small_template_write ("1", "1", "Produits sobres.");
  g_autofree char *two = small_template_write ("2", "2", "Produits doux.");
  g_autoptr (MlgTemplate) before = small_template_read (one);
  g_autoptr (MlgTemplate) after = small_template_read (two);
  g_autoptr (GPtrArray) passages = mlg_template_compare (before, after);
  g_autoptr (GPtrArray) same = mlg_template_compare (before, before);
  const MlgPassage *clause = NULL;

  g_assert_cmpuint (mlg_template_count_changed (same), ==, 0);
  g_assert_cmpuint (mlg_template_count_changed (passages), ==, 1);
  for (guint i = 0; i < passages->len; i++)
    if (((MlgPassage *) passages->pdata[i])->fate == MLG_PASSAGE_CHANGED)
      clause = passages->pdata[i];
  g_assert_true (clause != NULL);
  if (clause == NULL)
    return;
  g_assert_cmpstr (clause->title, ==, "Produits");
  g_assert_cmpstr (clause->piece, ==, "CCTP");
  g_assert_nonnull (strstr (clause->before, "sobres"));
  g_assert_nonnull (strstr (clause->after, "doux"));
}

static void
assert_one_changed (const char *one, const char *from, const char *to, const char *told)
{
  g_autoptr (GString) two = g_string_new (one);
  g_autoptr (MlgTemplate) before = small_template_read (one);
  g_autoptr (MlgTemplate) after = NULL;
  g_autoptr (GPtrArray) passages = NULL;

  g_assert_cmpuint (g_string_replace (two, from, to, 1), ==, 1);
  after = small_template_read (two->str);
  passages = mlg_template_compare (before, after);
  g_assert_cmpuint (mlg_template_count_changed (passages), ==, 1);
  for (guint i = 0; i < passages->len; i++)
    {
      const MlgPassage *passage = passages->pdata[i];

      if (passage->fate != MLG_PASSAGE_SAME)
        g_assert_nonnull (strstr (passage->after, told));
    }
}

/* What words do not say is compared too: a duration, a code, a question asked in the text. */
static void
test_settings (void)
{
  g_autofree char *one = small_template_write ("1", "1", "Produits sobres.");

  assert_one_changed (one, "months=\"12\"", "months=\"24\"", "months = 24");
  assert_one_changed (one, "ambition=\"good\"", "ambition=\"base\"", "ambition = base");
  assert_one_changed (one, "<label>Site</label>", "<label>Lieu</label>", "Lieu");
}

static void
test_similar (void)
{
  g_autoptr (MlgSimilarClauses) similar = mlg_similar_clauses_new ();
  double likeness = 0;

  mlg_similar_clauses_add (similar, 1, "Le papier est recyclé à cent pour cent ou équivalent.");
  mlg_similar_clauses_add (similar, 2, "Les agents travaillent en journée, aux heures de bureau.");
  g_assert_cmpint (
      mlg_similar_clauses_find (similar, "LE PAPIER EST RECYCLE, à cent pour cent, ou équivalent",
                                &likeness),
      ==, 1);
  g_assert_cmpfloat (likeness, >, 0.99);
  g_assert_cmpint (mlg_similar_clauses_find (
                       similar, "Le papier est recyclé à moitié ou équivalent.", &likeness),
                   ==, 1);
  g_assert_cmpfloat (likeness, <, 1);
  g_assert_cmpint (mlg_similar_clauses_find (similar, "Rien de tel ici.", &likeness), ==, 0);
  g_assert_cmpint (mlg_similar_clauses_find (similar, "", &likeness), ==, 0);
}

static void
test_lines (void)
{
  g_autofree char *lines = mlg_text_lines_from_markup (
      "<d:section>\n  <d:p>un <d:b>deux</d:b></d:p>\n  <d:p>trois</d:p>\n"
      "</d:section>");

  g_assert_cmpstr (lines, ==, "un deux\ntrois");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/difference/words", test_words);
  g_test_add_func ("/library/difference/shortest", test_shortest);
  g_test_add_func ("/library/difference/strangers", test_strangers);
  g_test_add_func ("/library/difference/templates", test_templates);
  g_test_add_func ("/library/difference/settings", test_settings);
  g_test_add_func ("/library/difference/similar", test_similar);
  g_test_add_func ("/library/difference/lines", test_lines);
  return g_test_run ();
}
