/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-expression.h"
#include "mlg-purchase.h"
#include "mlg-rules-private.h"

/* What the grammar of rules cannot say. */
typedef struct
{
  const MlgRules *rules;
  const char *file;
  MlgIssueList *issues;
} Check;

/**
 * mlg_rules_compile_pattern:
 * @flags: besides those that all patterns have
 *
 * Returns: (transfer full): what finds a pattern of the rules: case does not matter, and a space
 *   stands for any white space, the no-break ones too
 */
GRegex *
mlg_rules_compile_pattern (const char *pattern, GRegexCompileFlags flags, GError **error)
{
  g_autoptr (GString) spaced = g_string_new (pattern);

  /* The text that is looked at has typographic apostrophes. */
  g_string_replace (spaced, "'", "’", 0);
  g_string_replace (spaced, " ", "\\s+", 0);
  return g_regex_new (spaced->str, G_REGEX_CASELESS | flags, 0, error);
}

static void
check_expression (Check *check, const xmlNode *node, const char *attribute)
{
  const char *expression = mlg_xml_get (node, attribute);
  g_autoptr (GError) error = NULL;

  if (expression != NULL && !mlg_expression_check (expression, &error))
    mlg_xml_fault (check->issues, check->file, node, "%s", error->message);
}

static void
check_needs (Check *check, const xmlNode *node)
{
  const char *needs = mlg_xml_get (node, "needs");
  g_auto (GStrv) names = g_strsplit_set (needs != NULL ? needs : "", " \t\r\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && mlg_purchase_get_title (names[i]) == NULL
        && mlg_check_part_get_title (names[i]) == NULL
        && mlg_rules_find_fact (check->rules, names[i]) == NULL
        && !mlg_rules_knows_threshold (check->rules, names[i]))
      mlg_xml_fault (check->issues, check->file, node,
                     _ ("“%s” is no property, no threshold and no question"), names[i]);
}

static void
check_pattern (Check *check, const xmlNode *node)
{
  g_autofree char *pattern = mlg_rules_get_text (node, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = mlg_rules_compile_pattern (pattern, 0, &error);

  if (regex == NULL)
    mlg_xml_fault (check->issues, check->file, node, "%s", error->message);
}

static void
check_node (Check *check, const xmlNode *node)
{
  check_expression (check, node, "test");
  check_expression (check, node, "select");
  check_needs (check, node);
  if (mlg_rules_node_is (node, "pattern") || mlg_rules_node_is (node, "unless"))
    check_pattern (check, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_node (check, child);
}

static gboolean
overlap (const xmlNode *a, const xmlNode *b)
{
  const char *from_a = mlg_xml_get (a, "from"), *until_a = mlg_xml_get (a, "until");
  const char *from_b = mlg_xml_get (b, "from"), *until_b = mlg_xml_get (b, "until");

  return (from_a == NULL || until_b == NULL || strcmp (from_a, until_b) <= 0)
         && (from_b == NULL || until_a == NULL || strcmp (from_b, until_a) <= 0);
}

/* Two periods of one rule that overlap would give it two outcomes on one day. */
static void
check_periods (Check *check, xmlDoc *doc)
{
  GPtrArray *rules = mlg_rules_get_rules (check->rules);

  for (guint i = 0; i < rules->len; i++)
    for (guint j = 0; j < i; j++)
      if (((xmlNode *) rules->pdata[i])->doc == doc
          && g_str_equal (mlg_xml_get (rules->pdata[i], "id"), mlg_xml_get (rules->pdata[j], "id"))
          && overlap (rules->pdata[i], rules->pdata[j]))
        mlg_xml_fault (check->issues, check->file, rules->pdata[i],
                       _ ("the rule %s is there twice on one day"),
                       mlg_xml_get (rules->pdata[i], "id"));
}

/* Returns: whether nothing is wrong in @doc, one of the files of @self. */
gboolean
mlg_rules_check (const MlgRules *self, const char *file, xmlDoc *doc, MlgIssueList *issues)
{
  Check check = { self, file, issues };
  guint before = mlg_issue_list_count (issues, MLG_SEVERITY_ERROR);

  check_node (&check, xmlDocGetRootElement (doc));
  check_periods (&check, doc);
  return mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) == before;
}
