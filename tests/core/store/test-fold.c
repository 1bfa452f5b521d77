/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mlg-fold.h"

#include <string.h>

static void
assert_folds (const char *text, const char *expected)
{
  g_autofree char *folded = mlg_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_words (void)
{
  assert_folds ("", "");
  assert_folds ("Lille", "lille");
  assert_folds ("L’Haÿ-les-Roses", "l hay les roses");
  assert_folds ("Œuvre d'Été", "oeuvre d ete");
  assert_folds ("CŒUR", "coeur");
  assert_folds ("Île‑de‐France", "ile de france");
  assert_folds ("e\xCC\x81"
                "cole",
                "ecole");
  assert_folds ("Ǽ ŵ Ÿ", "ae w y");
  assert_folds ("Straße", "straße");
}

/* Whatever way a letter takes, it is filed in one place: a letter that takes the long way makes the others
 * of its text take it too. */
static void
test_both_ways (void)
{
  for (gunichar c = 1; c < 0x2100; c++)
    {
      char letter[8] = { 0 };
      g_autofree char *alone = NULL;
      g_autofree char *beside = NULL;
      g_autofree char *pair = NULL;

      if (!g_unichar_validate (c))
        continue;
      letter[g_unichar_to_utf8 (c, letter)] = '\0';
      pair = g_strconcat ("ŵ", letter, NULL);
      alone = mlg_fold (letter);
      beside = mlg_fold (pair);
      g_test_message ("U+%04X", c);
      g_assert_cmpint (beside[0], ==, 'w');
      g_assert_cmpstr (beside + 1, ==, alone);
    }
}

/* In SQL as in C, also for a text that is longer than most. */
static void
test_sql (void)
{
  g_autofree char *many = g_strnfill (300, 'A');
  g_autofree char *text = g_strconcat (many, "É", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  const char *const texts[] = { "Évry-Courcouronnes", "ŵ", text };

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (mlg_fold_register (db));
  sqlite3_prepare_v2 (db, "SELECT fold(?1), fold(NULL)", -1, &statement, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = mlg_fold (texts[i]);

      sqlite3_bind_text (statement, 1, texts[i], -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, folded);
      g_assert_cmpint (sqlite3_column_type (statement, 1), ==, SQLITE_NULL);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fold/words", test_words);
  g_test_add_func ("/store/fold/both-ways", test_both_ways);
  g_test_add_func ("/store/fold/sql", test_sql);
  return g_test_run ();
}
