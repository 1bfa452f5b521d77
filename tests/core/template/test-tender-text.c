/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tender.h"

#include <string.h>

#include "document/mlg-document-file.h"
#include "template/mlg-shipped-template.h"

/* The text of the model tenders: weights, what each clause must say, its canonical form. */

/* The weights of the models are whole. */
static guint64
weight_of (const xmlNode *criterion)
{
  const char *weight = mlg_xml_get (criterion, "weight");
  char *end = NULL;
  guint64 points = g_ascii_strtoull (weight, &end, 10);

  g_assert_cmpstr (end, ==, "");
  return points;
}

static guint64
sum_weights (const xmlNode *parent)
{
  guint64 sum = 0;

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) "criterion"))
      sum += weight_of (child);
  return sum;
}

static void
check_criterion (const xmlNode *element, gpointer environment)
{
  gboolean *found = environment;
  const char *dimension;

  if (!xmlStrEqual (element->name, (const xmlChar *) "criterion"))
    return;
  dimension = mlg_xml_get (element, "dimension");
  *found = *found || (dimension != NULL && strstr (dimension, "environment") != NULL);
  g_assert_nonnull (mlg_template_find_child (element, "elements"));
  g_assert_nonnull (mlg_template_find_child (element, "method"));
  if (sum_weights (element) > 0)
    g_assert_cmpuint (sum_weights (element), ==, weight_of (element));
}

static void
test_criteria (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (f->template));
  const xmlNode *criteria = mlg_template_find_child (root, "criteria");
  g_autofree char *rules = tender_fill_words (f, 0);
  gboolean environment = FALSE;

  g_assert_cmpuint (sum_weights (criteria), ==, 100);
  tender_walk_tree (criteria, check_criterion, &environment);
  g_assert_true (environment);
  g_assert_nonnull (strstr (rules, "Performance environnementale"));
}

static gboolean
has_dimension (const xmlNode *clause)
{
  const char *dimension = mlg_xml_get (clause, "dimension");

  return dimension != NULL && !g_str_equal (dimension, "economy");
}

/* What is asked for the environment or for people says how it is seen and what follows if it is not
 * done; a label is never asked without its equivalent. */
static void
check_clause (const xmlNode *element, gpointer n)
{
  const char *phase = mlg_xml_get (element, "phase");
  g_autoptr (xmlChar) words = NULL;

  if (!xmlStrEqual (element->name, (const xmlChar *) "clause"))
    return;
  *(guint *) n += 1;
  g_assert_nonnull (mlg_xml_get (element, "uri"));
  g_assert_nonnull (mlg_xml_get (element, "ambition"));
  g_assert_nonnull (mlg_template_find_child (element, "why"));
  g_assert_nonnull (mlg_template_find_child (element, "checked"));
  words = xmlNodeGetContent (mlg_template_find_child (element, "text"));
  if (mlg_template_find_child (element, "label") != NULL)
    g_assert_nonnull (strstr ((const char *) words, "équivalent"));
  if (!has_dimension (element)
      || (!g_str_equal (phase, "performance") && !g_str_equal (phase, "specification")))
    return;
  g_assert_nonnull (mlg_template_find_child (element, "link"));
  g_assert_nonnull (mlg_template_find_child (element, "proof"));
  g_assert_nonnull (mlg_template_find_child (element, "sanction"));
}

static void
test_clauses (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
  guint n = 0;

  tender_walk (f, check_clause, &n);
  g_assert_cmpuint (n, >=, 60);
}

/* What is shipped is in the canonical form, and read and written again it is the same file. */
static void
test_round_trip (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
  g_autofree char *path = mlg_shipped_template_get_path (name);
  g_autoptr (GBytes) shipped = mlg_document_load_file (path, NULL, NULL);
  g_autoptr (GBytes) written = mlg_template_to_xml (f->template);
  g_autoptr (MlgTemplate) again =
      mlg_template_read_xml (written, "again.xml", f->issues, NULL, NULL);
  g_autoptr (GBytes) twice = again != NULL ? mlg_template_to_xml (again) : NULL;

  g_assert_nonnull (twice);
  g_assert_true (g_bytes_equal (shipped, written));
  g_assert_true (g_bytes_equal (written, twice));
}

static void
collect_clause (const xmlNode *element, gpointer clauses)
{
  const char *uri = mlg_xml_get (element, "uri");
  g_autoptr (xmlChar) words = NULL;
  g_autofree char *told = NULL;
  const char *known;

  if (!xmlStrEqual (element->name, (const xmlChar *) "clause"))
    return;
  words = xmlNodeGetContent (element);
  told = g_strdup_printf ("%s %s %s %s %s", mlg_xml_get (element, "revision"),
                          mlg_xml_get (element, "phase"), mlg_xml_get (element, "ambition"),
                          mlg_xml_get (element, "dimension"), (const char *) words);
  known = g_hash_table_lookup (clauses, uri);
  if (known != NULL)
    g_assert_cmpstr (told, ==, known);
  else
    g_hash_table_insert (clauses, g_strdup (uri), g_steal_pointer (&told));
}

/* A clause that several tenders use is one: the same uri has the same words everywhere. */
static void
test_shared_clauses (void)
{
  g_autoptr (GPtrArray) names = tender_list ();
  g_autoptr (GHashTable) clauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint alone;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (Tender) f = tender_new (names->pdata[i]);

      tender_walk (f, collect_clause, clauses);
    }
  alone = g_hash_table_size (clauses);
  g_assert_cmpuint (alone, <, 90 * names->len);
  g_assert_cmpuint (alone, >, 25 * names->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tender_add_test ("criteria", test_criteria);
  tender_add_test ("clauses", test_clauses);
  tender_add_test ("round-trip", test_round_trip);
  g_test_add_func ("/tender/shared-clauses", test_shared_clauses);
  return g_test_run ();
}
