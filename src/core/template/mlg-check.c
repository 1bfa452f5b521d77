/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-threshold-names.h"

/* What becomes of each rule. Tests have three answers: what they need may be unknown. */
typedef enum
{
  ANSWER_NO,
  ANSWER_UNKNOWN,
  ANSWER_YES,
} Answer;

typedef struct
{
  MlgRules *rules; /* (unowned) */
  MlgCheckTree *tree;
  MlgEvaluator *evaluator; /* (owned) over the tree */
  GError *error;           /* (owned) (nullable) the first one ends everything */
} Check;

static void
place_free (MlgCheckPlace *place)
{
  g_free (place->text);
  g_free (place);
}

static void
missing_free (MlgCheckMissing *missing)
{
  g_free (missing->name);
  g_free (missing->text);
  g_free (missing);
}

static void
fix_free (MlgCheckFix *fix)
{
  g_free (fix->text);
  g_free (fix);
}

static void
source_free (MlgCheckSource *source)
{
  g_free (source->text);
  g_free (source);
}

/**
 * mlg_check_result_free:
 * @result: (transfer full): what a rule says
 *
 * Frees the outcome of one rule; the rule itself belongs to its rules.
 */
void
mlg_check_result_free (MlgCheckResult *result)
{
  g_free (result->title);
  g_free (result->message);
  g_ptr_array_unref (result->missing);
  g_ptr_array_unref (result->remarks);
  g_ptr_array_unref (result->places);
  g_ptr_array_unref (result->fixes);
  g_ptr_array_unref (result->sources);
  g_ptr_array_unref (result->own);
  mlg_rules_unref (result->rules);
  g_free (result);
}

static void
add_fix (MlgCheckResult *result, const xmlNode *node)
{
  MlgCheckFix *fix = g_new0 (MlgCheckFix, 1);

  fix->text = mlg_rules_get_text (node, NULL);
  fix->phase = mlg_xml_get (node, "phase");
  fix->dimension = mlg_xml_get (node, "dimension");
  g_ptr_array_add (result->fixes, fix);
}

static void
add_source (MlgCheckResult *result, const xmlNode *node)
{
  MlgCheckSource *source = g_new0 (MlgCheckSource, 1);

  source->text = mlg_rules_get_text (node, NULL);
  source->confidence = mlg_xml_get (node, "confidence");
  source->checked = mlg_xml_get (node, "checked");
  g_ptr_array_add (result->sources, source);
}

static MlgCheckResult *
new_result (MlgRules *rules, const xmlNode *rule)
{
  MlgCheckResult *result = g_new0 (MlgCheckResult, 1);

  result->rules = mlg_rules_ref (rules);
  result->id = mlg_xml_get (rule, "id");
  result->severity = mlg_xml_get (rule, "severity");
  result->from = mlg_xml_get (rule, "from");
  result->until = mlg_xml_get (rule, "until");
  result->title = mlg_rules_get_text (rule, "title");
  result->message = mlg_rules_get_text (rule, "message");
  result->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) missing_free);
  result->remarks = g_ptr_array_new_with_free_func (g_free);
  result->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  result->fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) fix_free);
  result->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  for (const xmlNode *child = rule->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, "fix"))
      add_fix (result, child);
    else if (mlg_rules_node_is (child, "source"))
      add_source (result, child);
  return result;
}

/* Returns: (transfer full): what a test needs, for people */
static char *
tell_need (Check *check, const char *name)
{
  const char *title = mlg_purchase_get_title (name);
  const xmlNode *fact = mlg_rules_find_fact (check->rules, name);

  if (title == NULL)
    title = mlg_check_part_get_title (name);
  if (title != NULL)
    return g_strdup (title);
  return fact != NULL ? mlg_rules_get_text (fact, NULL)
                      : g_strdup_printf (_ ("the threshold “%s” on that day for that purchase"),
                                         mlg_code_list_get_title (&mlg_threshold_names, name));
}

static void
add_missing (Check *check, MlgCheckResult *result, const char *name)
{
  MlgCheckMissing *missing;

  for (guint i = 0; i < result->missing->len; i++)
    if (g_str_equal (((MlgCheckMissing *) result->missing->pdata[i])->name, name))
      return;
  missing = g_new0 (MlgCheckMissing, 1);
  missing->name = g_strdup (name);
  missing->text = tell_need (check, name);
  g_ptr_array_add (result->missing, missing);
}

static gboolean
knows_all (Check *check, MlgCheckResult *result, const xmlNode *test)
{
  const char *needs = mlg_xml_get (test, "needs");
  g_auto (GStrv) names = g_strsplit_set (needs != NULL ? needs : "", " \t\r\n", -1);
  gboolean known = TRUE;

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && !mlg_check_tree_knows (check->tree, names[i]))
      {
        add_missing (check, result, names[i]);
        known = FALSE;
      }
  return known;
}

static Answer
answer (Check *check, MlgCheckResult *result, const xmlNode *test)
{
  gboolean holds = FALSE;

  if (!knows_all (check, result, test))
    return ANSWER_UNKNOWN;
  if (check->error != NULL
      || !mlg_evaluator_test (check->evaluator, mlg_xml_get (test, "test"), check->tree->root,
                              &holds, &check->error))
    return ANSWER_UNKNOWN;
  return holds ? ANSWER_YES : ANSWER_NO;
}

/* All tests of a name: one "no" decides, whatever else is unknown. */
static Answer
answer_all (Check *check, MlgCheckResult *result, const xmlNode *rule, const char *name)
{
  Answer all = ANSWER_YES;

  for (const xmlNode *child = rule->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, name))
      all = MIN (all, answer (check, result, child));
  return all;
}

static void
judge (Check *check, MlgCheckResult *result, const xmlNode *rule)
{
  for (const xmlNode *child = rule->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, "judge") && answer (check, result, child) == ANSWER_YES)
      g_ptr_array_add (result->remarks, mlg_rules_get_text (child, NULL));
}

/* A rule that nobody has looked up cannot decide. */
static gboolean
is_sure (const MlgCheckResult *result)
{
  for (guint i = 0; i < result->sources->len; i++)
    if (!g_str_equal (((MlgCheckSource *) result->sources->pdata[i])->confidence, "to-check"))
      return TRUE;
  return FALSE;
}

static MlgOutcome
decide (Check *check, MlgCheckResult *result, const xmlNode *rule)
{
  Answer when = answer_all (check, result, rule, "when");
  Answer asserted;

  if (when == ANSWER_NO)
    return MLG_OUTCOME_NOT_APPLICABLE;
  if (when == ANSWER_UNKNOWN)
    return MLG_OUTCOME_TO_CHECK;
  asserted = answer_all (check, result, rule, "assert");
  if (asserted != ANSWER_NO)
    judge (check, result, rule);
  if (!is_sure (result))
    {
      g_ptr_array_add (result->remarks, g_strdup (_ ("This rule itself must be looked up in the "
                                                     "text: it is not sure")));
      return MLG_OUTCOME_TO_CHECK;
    }
  if (asserted == ANSWER_NO)
    return MLG_OUTCOME_NOT_MET;
  return asserted == ANSWER_YES && result->remarks->len == 0 && result->missing->len == 0
             ? MLG_OUTCOME_MET
             : MLG_OUTCOME_TO_CHECK;
}

static int
get_number (const xmlNode *node, const char *name)
{
  const char *value = mlg_xml_get (node, name);

  return value != NULL ? atoi (value) : 0;
}

static void
add_place (MlgCheckResult *result, const xmlNode *node)
{
  MlgCheckPlace *place = g_new0 (MlgCheckPlace, 1);
  const xmlNode *title = node->children;
  g_autoptr (xmlChar) text = NULL;

  while (title != NULL && !xmlStrEqual (title->name, (const xmlChar *) "title"))
    title = title->next;
  text = xmlNodeGetContent (title != NULL ? title : node);
  place->line = get_number (node, "line");
  place->column = get_number (node, "column");
  place->text = g_strdup ((const char *) text);
  g_ptr_array_add (result->places, place);
}

static void
find_places (Check *check, MlgCheckResult *result, const xmlNode *rule)
{
  for (const xmlNode *child = rule->children; child != NULL; child = child->next)
    {
      g_autoptr (GPtrArray) nodes = NULL;

      if (!mlg_rules_node_is (child, "where") || check->error != NULL)
        continue;
      nodes = mlg_evaluator_select (check->evaluator, mlg_xml_get (child, "select"),
                                    check->tree->root, &check->error);
      for (guint i = 0; nodes != NULL && i < nodes->len; i++)
        add_place (result, nodes->pdata[i]);
    }
}

/* A test that was never asked leaves nothing missing, and what does not apply needs no cure. */
static void
settle (MlgCheckResult *result)
{
  if (result->outcome != MLG_OUTCOME_TO_CHECK)
    g_ptr_array_set_size (result->missing, 0);
  if (result->outcome != MLG_OUTCOME_TO_CHECK)
    g_ptr_array_set_size (result->remarks, 0);
  if (result->outcome == MLG_OUTCOME_MET || result->outcome == MLG_OUTCOME_NOT_APPLICABLE)
    g_ptr_array_set_size (result->fixes, 0);
}

static MlgCheckResult *
check_rule (Check *check, const xmlNode *rule)
{
  MlgCheckResult *result = new_result (check->rules, rule);
  const char *day = mlg_xml_get (check->tree->root, "date");

  result->own = mlg_check_list_own (check->tree, rule);
  if (day != NULL)
    result->outcome =
        mlg_rules_holds_on (rule, day) ? decide (check, result, rule) : MLG_OUTCOME_NOT_APPLICABLE;
  else
    {
      result->outcome = decide (check, result, rule);
      if (result->outcome != MLG_OUTCOME_NOT_APPLICABLE
          && (result->from != NULL || result->until != NULL))
        {
          result->outcome = MLG_OUTCOME_TO_CHECK;
          add_missing (check, result, "date");
        }
    }
  if (result->outcome != MLG_OUTCOME_NOT_APPLICABLE)
    find_places (check, result, rule);
  settle (result);
  return result;
}

/* Of a rule with several periods, the one in force on the day; else the latest. */
static gboolean
is_superseded (Check *check, guint index)
{
  GPtrArray *rules = mlg_rules_get_rules (check->rules);
  const xmlNode *rule = rules->pdata[index];
  const char *day = mlg_xml_get (check->tree->root, "date");
  gboolean holds = day != NULL && mlg_rules_holds_on (rule, day);

  for (guint i = 0; i < rules->len; i++)
    {
      gboolean other = day != NULL && mlg_rules_holds_on (rules->pdata[i], day);

      if (i != index && g_str_equal (mlg_xml_get (rules->pdata[i], "id"), mlg_xml_get (rule, "id"))
          && !holds && (other || i > index))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
run (MlgRules *rules, MlgCheckTree *tree, GError **error)
{
  g_autoptr (GPtrArray) results =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_check_result_free);
  Check check = { .rules = rules, .tree = tree };
  GPtrArray *nodes = mlg_rules_get_rules (rules);

  check.evaluator = mlg_evaluator_new (tree->tree);
  for (guint i = 0; i < nodes->len && check.error == NULL; i++)
    if (!is_superseded (&check, i))
      g_ptr_array_add (results, check_rule (&check, nodes->pdata[i]));
  mlg_evaluator_free (check.evaluator);
  if (check.error == NULL)
    return g_steal_pointer (&results);
  g_propagate_error (error, check.error);
  return NULL;
}

/**
 * mlg_check_template:
 * @answers: to the fields of @template: clauses that they leave out do not count
 * @purchase: what is known besides what the template says, before which it goes
 *
 * Checks a tender against the rules in force on the day of its launch. What is unknown never makes
 * a rule met. Any thread.
 *
 * Errors: %MLG_TEMPLATE_ERROR_EXPRESSION for an expression that cannot be evaluated.
 *
 * Returns: (transfer full) (element-type MlgCheckResult): one result a rule, in their order
 */
GPtrArray *
mlg_check_template (MlgRules *rules,
                    MlgTemplate *template,
                    MlgAnswers *answers,
                    MlgPurchase *purchase,
                    GError **error)
{
  g_autoptr (MlgCheckTree) tree = mlg_check_tree_new (rules);
  const xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));

  mlg_purchase_take_from_template (purchase, mlg_template_find_child (root, "purchase"));
  if (!mlg_check_tree_add_template (tree, template, answers, error))
    return NULL;
  mlg_check_tree_add_purchase (tree, purchase);
  return run (rules, tree, error);
}

/**
 * mlg_check_document:
 * @document: a tender of which only the text is known
 *
 * As mlg_check_template(): the wordings are looked for, and what needs clauses or criteria is to be
 * checked by a person.
 *
 * Returns: (transfer full) (element-type MlgCheckResult): one result a rule, in their order
 */
GPtrArray *
mlg_check_document (MlgRules *rules, MlgDocument *document, MlgPurchase *purchase, GError **error)
{
  g_autoptr (MlgCheckTree) tree = mlg_check_tree_new (rules);

  mlg_check_tree_add_document (tree, document);
  mlg_check_tree_add_purchase (tree, purchase);
  return run (rules, tree, error);
}

/**
 * mlg_outcome_to_nick:
 *
 * Returns: the name of an outcome for programs: "not-met"
 */
const char *
mlg_outcome_to_nick (MlgOutcome outcome)
{
  static const char *const nicks[] = { "not-met", "to-check", "met", "not-applicable" };

  return nicks[outcome];
}

/**
 * mlg_outcome_get_title:
 *
 * Returns: the name of an outcome for people
 */
const char *
mlg_outcome_get_title (MlgOutcome outcome)
{
  static const char *const titles[] = { N_ ("Not Met"), N_ ("To Check"), N_ ("Met"),
                                        N_ ("Does Not Apply") };

  return _ (titles[outcome]);
}

/**
 * mlg_check_severity_get_title:
 * @severity: as a result has it
 *
 * Returns: its name for people
 */
const char *
mlg_check_severity_get_title (const char *severity)
{
  if (g_str_equal (severity, "obligation"))
    return _ ("Obligation");
  return g_str_equal (severity, "recommendation") ? _ ("Recommendation") : _ ("Information");
}
