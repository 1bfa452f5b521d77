/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "template/mlg-check-private.h"

/* What a pattern cannot do without: wrongly found words would hide what the rules look for. */

static void
assert_literals (const char *pattern, const char *expected)
{
  g_auto (GStrv) literals = mlg_check_find_literals (pattern);
  g_autofree char *joined = literals != NULL ? g_strjoinv ("|", literals) : g_strdup ("");

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_literals (void)
{
  assert_literals ("\\bange bleu\\b", "ange");
  assert_literals ("\\bPapiers? recycl[ée]s?", "papier");
  assert_literals ("\\blabels?( vert)?", "label");
  assert_literals ("[ée]colabels?( |-)(de l[’'])?(europ[ée]ens?|UE)\\b", "colabel");
  assert_literals ("\\b(locaux|locales?|local)\\b", "locaux|locale|local");
  assert_literals ("\\b(eu|european)( |-)ecolabel\\b", "ecolabel");
  assert_literals ("\\b(?-i:NF|ISO)\\d+", "");
  assert_literals ("\\bEN \\w+", "");
  assert_literals ("ange|bleu", "");
  assert_literals ("(ange|bleu)?", "");
  assert_literals ("ange{0,3}\\b", "ang");
  assert_literals ("", "");
  assert_literals ("(jamais", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/literals", test_literals);
  return g_test_run ();
}
