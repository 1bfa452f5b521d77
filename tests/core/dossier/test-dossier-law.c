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

/* A document of thresholds as a network says them itself. */
static MlgRules *
add_own (MlgRules *rules, const char *thresholds)
{
  g_autofree char *xml =
      g_strdup_printf ("<thresholds xmlns='" MLG_RULES_NAMESPACE "'>%s</thresholds>", thresholds);

  return mlg_rules_with_thresholds (rules, xmlReadDoc ((const xmlChar *) xml, NULL, NULL, 0));
}

/* An amount of the network holds in the place of the shipped one of the same thing, and of no other. */
static void
test_own_amount (void)
{
  g_autoptr (MlgRules) shipped = read_rules ();
  g_autoptr (MlgRules) rules = add_own (
      shipped, "<threshold name='exemption' nature='works' amount='120000' from='2026-06-01'>"
               "<source>Deliberation</source></threshold>");
  g_autoptr (xmlDoc) doc = xmlNewDoc ((const xmlChar *) "1.0");
  guint n_works = 0;
  xmlNode *law;

  xmlDocSetRootElement (doc, xmlNewDocNode (doc, NULL, (const xmlChar *) "context", NULL));
  law = mlg_dossier_add_law (xmlDocGetRootElement (doc), rules, "2026-12-10");
  for (const xmlNode *node = law->children; node != NULL; node = node->next)
    if (g_strcmp0 (mlg_xml_get (node, "name"), "exemption") == 0
        && g_strcmp0 (mlg_xml_get (node, "nature"), "works") == 0)
      {
        g_assert_cmpstr ((const char *) node->name, ==, "threshold");
        g_assert_cmpstr (mlg_xml_get (node, "amount"), ==, "120000");
        g_assert_cmpstr (mlg_xml_get (node, "own"), ==, "true");
        n_works++;
      }
  g_assert_cmpuint (n_works, ==, 1);
  g_assert_nonnull (find (doc, "threshold", "name", "exemption", "nature", "supplies services"));
  g_assert_null (mlg_xml_get (
      find (doc, "threshold", "name", "exemption", "nature", "supplies services"), "own"));
  g_assert_nonnull (find (doc, "threshold", "name", "eu", "nature", "works"));
}

/* What was looked at more than six months before the day is told to be old. */
static void
test_old (void)
{
  g_autoptr (xmlDoc) soon = make_law ("2026-12-10");
  g_autoptr (xmlDoc) late = make_law ("2028-06-10");
  const xmlNode *law = xmlDocGetRootElement (late)->children;

  g_assert_null (mlg_xml_get (xmlDocGetRootElement (soon)->children, "old"));
  g_assert_cmpstr (mlg_xml_get (law, "old"), ==, "true");
  g_assert_cmpstr (mlg_xml_get (xmlGetLastChild (law->children), "old"), ==, "true");
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
  g_test_add_func ("/dossier/law/own-amount", test_own_amount);
  g_test_add_func ("/dossier/law/old", test_old);
  return g_test_run ();
}
