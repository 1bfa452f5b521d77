/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "template/mlg-check-private.h"

/* What a pattern cannot do without: wrongly found words would hide what the rules look for. */

static void
assert_literals (const char *pattern, const char *expected)
{
  g_autoptr (GPtrArray) needs = mlg_check_find_literals (pattern);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < needs->len; i++)
    {
      g_autofree char *joined = g_strjoinv ("|", needs->pdata[i]);

      g_string_append_printf (found, "%s%s", i > 0 ? " & " : "", joined);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_literals (void)
{
  assert_literals ("\\bange bleu\\b", "ange & bleu");
  assert_literals ("\\bPapiers? recycl[ée]s?", "papier & recycle");
  assert_literals ("\\blabels?( vert)?", "label");
  assert_literals ("[ée]colabels?( |-)(de l[’'])?(europ[ée]ens?|UE)\\b", "ecolabel & europeen|ue");
  assert_literals ("\\b(locaux|locales?|local)\\b", "locaux|locale|local");
  assert_literals ("\\b(eu|european)( |-)ecolabel\\b", "eu|european & ecolabel");
  assert_literals ("\\b(?-i:NF|ISO)\\d+", "nf|iso");
  assert_literals ("\\bEN \\w+", "en");
  assert_literals ("ange|bleu", "ange|bleu");
  assert_literals ("(ange|bleu)?", "");
  assert_literals ("ange{0,3}\\b", "ang");
  assert_literals ("", "");
  assert_literals ("(jamais", "");
}

/* What need not be there is not asked for. */
static void
test_not_needed (void)
{
  assert_literals ("usage(?! unique)", "usage");
  assert_literals ("(?<!non )recycl[ée]", "recycle");
  assert_literals ("ab*cd?ef+gh", "ef & gh");
  assert_literals ("(\\d+|moins) de", "de");
  assert_literals ("(pain|(vin|eau) rouge|lait) bio", "pain|rouge|lait & bio");
  assert_literals ("(pain|(vin|eau)?|lait) bio", "bio");
  assert_literals ("((pain)|(vin))+", "pain|vin");
  assert_literals ("[a-z]{3}ou[éa]nt", "ou & nt");
  assert_literals ("a\\|b|c(", "");
  assert_literals ("œuvre d[’'](art|œuvre)", "uvre & art|uvre");
  assert_literals ("x{2,}yz", "yz");
  assert_literals ("bio(?:logique|dynamie)", "bio & logique|dynamie");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/literals", test_literals);
  g_test_add_func ("/check/not-needed", test_not_needed);
  return g_test_run ();
}
