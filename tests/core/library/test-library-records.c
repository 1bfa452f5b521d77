/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/mlg-clause-trait.h"
#include "library/mlg-clause-value.h"
#include "library/mlg-clause.h"
#include "mlg-cpv-code.h"
#include "library/mlg-sheet.h"
#include "network-file.h"
#include "store/mlg-markup.h"
#include "store/mlg-query.h"
#include "store/mlg-search.h"

/* What the store gives to the records of the library for their description. */

static gint64
add_clause (NetworkFile *f, const char *title, const char *text)
{
  static guint n;
  g_autofree char *uri = g_strdup_printf ("urn:uuid:00000000-0000-4000-8000-%012u", ++n);

  return network_file_add (f, "clause", "title", title, "phase", "performance", "text", text,
                           "dimension", "Social; circ-econ", "uri", uri, "revision", "1", NULL);
}

static MlgSearchHit *
find_one (NetworkFile *f, GPtrArray **hits, const char *words)
{
  g_autoptr (GError) error = NULL;

  *hits = mlg_search_find (f->db, words, NULL, 100, &error);
  g_assert_no_error (error);
  return (*hits)->len == 1 ? (*hits)->pdata[0] : NULL;
}

/* People look for words and are shown words: nothing of the elements around them. */
static void
test_markup (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) none = NULL;
  MlgSearchHit *hit;

  add_clause (f, "Produits",
              "<d:section xml:id=\"x\">\n  <d:heading>Écolabel</d:heading>\n"
              "  <d:p>Sacs &amp; <d:b>savons</d:b>, rechargeables.</d:p>\n</d:section>");
  hit = find_one (f, &hits, "savon");
  g_assert_nonnull (hit);
  g_assert_cmpstr (hit->snippet, ==, "Écolabel Sacs & \x02savons\x03, rechargeables.");
  g_assert_null (find_one (f, &none, "heading"));
}

static void
test_markup_changes (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add_clause (f, "Produits", "<d:p>Sacs recyclés.</d:p>");
  g_autoptr (MlgRecord) clause = mlg_record_load (f->db, &mlg_clause_kind, id, &error);

  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, "<d:p>Sacs compostables.</d:p>");
  network_file_begin (f);
  g_assert_true (mlg_record_update (f->db, clause, &error));
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_null (find_one (f, &hits, "recyclés"));
  g_assert_nonnull (find_one (f, &after, "compostables"));
  network_file_undo (f);
  g_assert_nonnull (find_one (f, &undone, "recyclés"));
  g_assert_true (mlg_search_check (f->db, &error));
  g_assert_no_error (error);
}

static void
test_sheet (NetworkFile *f, gconstpointer data)
{
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  g_autofree char *buyer = g_strdup_printf ("%" G_GINT64_FORMAT, body);
  gint64 sheet =
      network_file_add (f, "sheet", "title", "Nettoyage des écoles", "body", buyer, "duration",
                        "4 ans", "offers", "5", "lessons", "Sonder le marché.", NULL);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  g_autofree char *duration = network_file_get (f, "sheet", sheet, "duration");
  g_autoptr (GError) error = NULL;

  network_file_add (f, "sheet-clause", "sheet", owner, "title", "Écolabels", "ambition", "good",
                    NULL);
  g_assert_cmpstr (duration, ==, "4 years");
  network_file_begin (f);
  g_assert_true (mlg_record_remove (f->db, &mlg_sheet_kind, sheet, &error));
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM sheet_clause"), ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM body"), ==, 1);
}

static void
assert_words (const char *markup, const char *expected)
{
  g_autofree char *words = mlg_markup_to_words (markup, -1);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  assert_words ("", "");
  assert_words ("a", "a");
  assert_words ("  a \n b  ", "a b");
  assert_words ("<d:p>a<d:b>b</d:b>c</d:p>\n  <d:p>d</d:p>", "abc d");
  assert_words ("&lt;a&gt; &amp;amp; &#9;&quot;", "<a> &amp; \"");
  assert_words ("a < never closed", "a");
  assert_words ("a &unknown; b &", "a &unknown; b &");
}

static void
test_dimensions (void)
{
  g_autofree char *titles = mlg_dimensions_clean ("circ-econ, work-cond,circ-econ");
  g_autofree char *codes = mlg_dimensions_clean (" social  circ-econ ");
  g_autofree char *wrong = mlg_dimensions_check ("social écologie");
  g_auto (GStrv) list = mlg_dimensions_list ("circ-econ work-cond environment economy");
  g_autofree char *joined = g_strjoinv (" ", list);

  g_assert_cmpstr (titles, ==, "circ-econ work-cond");
  g_assert_cmpstr (codes, ==, "social circ-econ");
  g_assert_null (mlg_dimensions_check ("social circ-econ"));
  g_assert_nonnull (strstr (wrong, "écologie"));
  g_assert_cmpstr (joined, ==, "environment circ-econ social work-cond economy");
}

static void
test_cpv (void)
{
  g_autofree char *clean = mlg_cpv_clean (" 90 910 000 - 9");
  g_autofree char *wrong = mlg_cpv_check ("9091000-9");
  g_autofree char *longer = mlg_cpv_check ("90910000-99");
  g_autofree char *division = mlg_cpv_division ("90911200-8");

  g_assert_cmpstr (clean, ==, "90910000-9");
  g_assert_null (mlg_cpv_check ("90910000-9"));
  g_assert_null (mlg_cpv_check ("90910000"));
  g_assert_nonnull (wrong);
  g_assert_nonnull (longer);
  g_assert_cmpstr (division, ==, "90000000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/library/records/markup", test_markup);
  ADD_TEST ("/library/records/markup-changes", test_markup_changes);
  ADD_TEST ("/library/records/sheet", test_sheet);
  g_test_add_func ("/library/records/words", test_words);
  g_test_add_func ("/library/records/dimensions", test_dimensions);
  g_test_add_func ("/library/records/cpv", test_cpv);
  return g_test_run ();
}
