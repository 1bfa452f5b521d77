/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "document/mlg-xml.h"
#include "template/mlg-expression.h"

/* What an expression may cost, and what it may not reach. */

static xmlDoc *
make_tree (guint n)
{
  xmlDoc *tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewNode (NULL, (const xmlChar *) "root");

  xmlDocSetRootElement (tree, root);
  for (guint i = 0; i < n; i++)
    xmlNewChild (root, NULL, (const xmlChar *) "a", (const xmlChar *) "1");
  return tree;
}

static gboolean
evaluates (guint n, const char *expression)
{
  g_autoptr (xmlDoc) tree = make_tree (n);
  MlgEvaluator *evaluator = mlg_evaluator_new (tree);
  g_autoptr (GError) error = NULL;
  gboolean holds = FALSE;
  gboolean done =
      mlg_evaluator_test (evaluator, expression, xmlDocGetRootElement (tree), &holds, &error);

  if (done)
    g_assert_true (holds);
  else
    g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION);
  mlg_evaluator_free (evaluator);
  return done;
}

/* Every node looks at every other one: the steps are the square of their number, and a million are allowed.
 * The greatest number that is done and the least one that is not follow each other. */
static void
test_steps (void)
{
  static const char square[] = "count(a[count(../a) > 0]) > 0";
  guint done = 10, refused = 4000;

  g_assert_true (evaluates (done, square));
  g_assert_false (evaluates (refused, square));
  while (refused - done > 1)
    {
      guint n = (done + refused) / 2;

      if (evaluates (n, square))
        done = n;
      else
        refused = n;
    }
  g_assert_cmpuint (done, >, 400);
  g_assert_cmpuint (refused, <, 1100);
}

/* The steps of one expression are not those of the next. */
static void
test_each_has_its_own (void)
{
  g_autoptr (xmlDoc) tree = make_tree (300);
  MlgEvaluator *evaluator = mlg_evaluator_new (tree);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean holds = FALSE;

      g_assert_true (mlg_evaluator_test (evaluator, "count(a[count(../a) > 0]) = 300",
                                         xmlDocGetRootElement (tree), &holds, &error));
      g_assert_true (holds);
    }
  mlg_evaluator_free (evaluator);
}

/* Numbers are those of XPath in every language: a point, no comma. */
static void
test_numbers (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr (xmlDoc) tree = make_tree (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL, *joined = NULL;
  MlgEvaluator *evaluator = NULL;

  if (setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("there is no French locale here");
      return;
    }
  evaluator = mlg_evaluator_new (tree);
  number = mlg_evaluator_get_text (evaluator, "3 div 2", xmlDocGetRootElement (tree), &error);
  g_assert_no_error (error);
  joined = mlg_evaluator_get_text (evaluator, "concat(count(a) div 2, 'mm')",
                                   xmlDocGetRootElement (tree), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "1.5");
  g_assert_cmpstr (joined, ==, "1.5mm");
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, before);
  mlg_evaluator_free (evaluator);
}

static void
test_refused (void)
{
  static const char *const expressions[] = {
    "a[", "document('/etc/passwd')", "unknown()", "current(1)", "$variable",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expressions); i++)
    if (evaluates (1, expressions[i]))
      g_error ("this is evaluated: %s", expressions[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression/steps", test_steps);
  g_test_add_func ("/expression/each-has-its-own", test_each_has_its_own);
  g_test_add_func ("/expression/numbers", test_numbers);
  g_test_add_func ("/expression/refused", test_refused);
  return g_test_run ();
}
