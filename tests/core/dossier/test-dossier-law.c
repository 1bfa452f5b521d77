/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "dossier/mlg-dossier-law.h"

/* The law of a day: on both sides of the day on which a rule or an amount changes. */

static MlgRules *
read_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) paths = mlg_rules_list_shipped (&error);
  MlgRules *rules = mlg_rules_read ((const char *const *) paths, issues, NULL, &error);

  g_assert_no_error (error);
  return rules;
}

static xmlDoc *
make_law (const char *day)
{
  g_autoptr (MlgRules) rules = read_rules ();
  xmlDoc *doc = xmlNewDoc ((const xmlChar *) "1.0");

  xmlDocSetRootElement (doc, xmlNewDocNode (doc, NULL, (const xmlChar *) "context", NULL));
  mlg_dossier_add_law (xmlDocGetRootElement (doc), rules, day);
  return doc;
}

/* Returns: (nullable): the element of this name whose attributes have these values */
static const xmlNode *
find (xmlDoc *doc,
      const char *name,
      const char *a,
      const char *a_value,
      const char *b,
      const char *b_value)
{
  for (const xmlNode *node = xmlDocGetRootElement (doc)->children->children; node != NULL;
       node = node->next)
    if (xmlStrEqual (node->name, (const xmlChar *) name)
        && g_strcmp0 (mlg_xml_get (node, a), a_value) == 0
        && (b == NULL || g_strcmp0 (mlg_xml_get (node, b), b_value) == 0))
      return node;
  return NULL;
}

/* The single criterion of price: allowed for some purchases until the 20th of August 2026. */
static void
test_rule (void)
{
  g_autoptr (xmlDoc) before = make_law ("2026-08-20");
  g_autoptr (xmlDoc) after = make_law ("2026-08-21");

  g_assert_nonnull (find (before, "rule", "id", "ENV-03b", NULL, NULL));
  g_assert_null (find (before, "rule", "id", "ENV-03", NULL, NULL));
  g_assert_nonnull (find (before, "change", "id", "ENV-03", "day", "2026-08-21"));
  g_assert_null (find (after, "rule", "id", "ENV-03b", NULL, NULL));
  g_assert_nonnull (find (after, "rule", "id", "ENV-03", "recent", "true"));
  g_assert_null (find (after, "change", "id", "ENV-03", NULL, NULL));
}

/* A rule that goes on in other words is one change, not an end and a beginning. */
static void
test_rule_that_goes_on (void)
{
  g_autoptr (xmlDoc) before = make_law ("2025-12-31");

  g_assert_nonnull (find (before, "change", "id", "AGE-02", "day", "2026-01-01"));
  g_assert_null (find (before, "change", "id", "AGE-02", "ends", "true"));
}

static void
test_amount (void)
{
  g_autoptr (xmlDoc) before = make_law ("2026-12-31");
  g_autoptr (xmlDoc) after = make_law ("2027-01-01");
  const xmlNode *works = find (before, "threshold", "name", "exemption", "nature", "works");
  const xmlNode *change = find (before, "change", "name", "exemption", "nature", "works");

  g_assert_cmpstr (mlg_xml_get (works, "amount"), ==, "100000");
  g_assert_cmpstr (mlg_xml_get (change, "was"), ==, "100000");
  g_assert_cmpstr (mlg_xml_get (change, "amount"), ==, "140000");
  g_assert_cmpstr (mlg_xml_get (change, "day"), ==, "2027-01-01");
  works = find (after, "threshold", "name", "exemption", "nature", "works");
  g_assert_cmpstr (mlg_xml_get (works, "amount"), ==, "140000");
  g_assert_null (find (after, "change", "name", "exemption", "nature", "works"));
}

/* Amounts are set for two years: of the time after, nothing is said. */
static void
test_amount_not_known (void)
{
  g_autoptr (xmlDoc) known = make_law ("2027-12-31");
  g_autoptr (xmlDoc) unknown = make_law ("2028-01-01");
  const xmlNode *change = find (known, "change", "name", "eu", "nature", "works");

  g_assert_cmpstr (mlg_xml_get (change, "ends"), ==, "true");
  g_assert_null (mlg_xml_get (change, "amount"));
  g_assert_null (find (unknown, "threshold", "name", "eu", NULL, NULL));
}

/* Each fact has its sources, how sure they are, and when they were looked at. */
static void
test_sources (void)
{
  g_autoptr (xmlDoc) doc = make_law ("2026-12-10");
  const xmlNode *law = xmlDocGetRootElement (doc)->children;
  guint n = 0;

  g_assert_nonnull (mlg_xml_get (law, "checked"));
  for (const xmlNode *fact = law->children; fact != NULL; fact = fact->next, n++)
    {
      const xmlNode *source = xmlGetLastChild (fact);

      g_assert_true (xmlStrEqual (source->name, (const xmlChar *) "source"));
      g_assert_nonnull (mlg_xml_get (source, "confidence"));
      g_assert_cmpstr (mlg_xml_get (source, "checked"), >=, mlg_xml_get (law, "checked"));
      g_assert_cmpstr (mlg_xml_get (fact, "family"), !=, "MNT");
    }
  g_assert_cmpuint (n, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/law/rule", test_rule);
  g_test_add_func ("/dossier/law/rule-that-goes-on", test_rule_that_goes_on);
  g_test_add_func ("/dossier/law/amount", test_amount);
  g_test_add_func ("/dossier/law/amount-not-known", test_amount_not_known);
  g_test_add_func ("/dossier/law/sources", test_sources);
  return g_test_run ();
}
