/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-sheet.h"

#include "document/mlg-xml.h"
#include "mlg-fill.h"
#include "mlg-shipped-template.h"

/* The paper of a check, filled from a template as any other paper. */
#define TEMPLATE "check-sheet"

static const char *const properties[] = { "date",  "kind",   "nature",   "buyer",
                                          "value", "months", "procedure" };

static xmlNode *
add_text (xmlNode *to, const char *name, const char *text)
{
  return xmlNewTextChild (to, NULL, (const xmlChar *) name, (const xmlChar *) text);
}

/* Which thresholds there are, in French: see data/rules/thresholds.xml. */
static const struct
{
  const char *name;
  const char *words;
} thresholds[] = {
  { "eu", "seuil européen" },
  { "exemption", "seuil de dispense de publicité et de mise en concurrence" },
  { "buyer-profile", "seuil de publication sur le profil d’acheteur" },
  { "publicity", "seuil d’avis dans un journal officiel" },
  { "essential-data", "seuil de publication des données essentielles" },
  { "spaser", "seuil du schéma de promotion des achats responsables" },
  { "light-regime", "seuil des services sociaux et autres services spécifiques" },
  { "innovation", "seuil de l’achat innovant" },
};

static char *
name_threshold (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    if (g_strcmp0 (thresholds[i].name, name) == 0)
      return g_strdup (thresholds[i].words);
  return g_strdup_printf ("seuil « %s »", name);
}

static void
add_own (xmlNode *to, const MlgCheckThreshold *threshold)
{
  xmlNode *node = add_text (to, "own", threshold->source);
  g_autofree char *name = name_threshold (threshold->name);

  mlg_xml_set (node, "name", name);
  mlg_xml_set (node, "amount", threshold->amount);
  mlg_xml_set (node, "from", threshold->from);
}

static void
add_source (xmlNode *to, const MlgCheckSource *source)
{
  xmlNode *node = add_text (to, "source", source->text);

  mlg_xml_set (node, "confidence", source->confidence);
  mlg_xml_set (node, "checked", source->checked);
}

/* The sheet is in French whatever the language of whoever prints it. */
static const struct
{
  const char *name;
  const char *words;
} unknown[] = {
  { "date", "la date de lancement de la consultation" },
  { "kind", "la nature du contrat" },
  { "nature", "la nature de l’achat" },
  { "buyer", "la catégorie de l’acheteur" },
  { "value", "la valeur estimée" },
  { "months", "la durée en mois" },
  { "procedure", "la procédure" },
  { "cpv", "les codes CPV" },
  { "lots", "les lots, et ceux qui sont réservés" },
  { "lot-count", "le nombre de lots" },
  { "clauses", "les clauses" },
  { "criteria", "les critères d’attribution" },
  { "words", "le texte" },
  { "checked", "la date de la dernière vérification juridique du marché type" },
};

static void
add_missing (xmlNode *to, const MlgCheckResult *result, const MlgCheckMissing *missing)
{
  g_autofree char *name = name_threshold (missing->name);
  g_autofree char *threshold = g_strdup_printf ("le %s à cette date pour cet achat", name);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (g_str_equal (unknown[i].name, missing->name))
      {
        add_text (to, "missing", unknown[i].words);
        return;
      }
  /* The questions of the rules are in the rules' language. */
  add_text (to, "missing",
            mlg_rules_find_fact (result->rules, missing->name) != NULL ? missing->text : threshold);
}

static void
add_result (xmlNode *to, const MlgCheckResult *result)
{
  xmlNode *rule = xmlNewChild (to, NULL, (const xmlChar *) "rule", NULL);

  mlg_xml_set (rule, "id", result->id);
  mlg_xml_set (rule, "outcome", mlg_outcome_to_nick (result->outcome));
  mlg_xml_set (rule, "severity", result->severity);
  if (result->from != NULL)
    mlg_xml_set (rule, "from", result->from);
  add_text (rule, "title", result->title);
  add_text (rule, "message", result->message);
  for (guint i = 0; i < result->missing->len; i++)
    add_missing (rule, result, result->missing->pdata[i]);
  for (guint i = 0; i < result->own->len; i++)
    add_own (rule, result->own->pdata[i]);
  for (guint i = 0; i < result->remarks->len; i++)
    add_text (rule, "remark", result->remarks->pdata[i]);
  for (guint i = 0; i < result->places->len; i++)
    add_text (rule, "place", ((MlgCheckPlace *) result->places->pdata[i])->text);
  for (guint i = 0; i < result->fixes->len; i++)
    add_text (rule, "fix", ((MlgCheckFix *) result->fixes->pdata[i])->text);
  for (guint i = 0; i < result->sources->len; i++)
    add_source (rule, result->sources->pdata[i]);
}

static void
add_parts (xmlNode *to, MlgPurchase *purchase, const char *name)
{
  GPtrArray *parts = mlg_purchase_get_parts (purchase, name);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_text (to, name, parts->pdata[i]);
}

static gboolean
is_missed (GPtrArray *results, const char *fact)
{
  for (guint i = 0; i < results->len; i++)
    {
      GPtrArray *missing = ((MlgCheckResult *) results->pdata[i])->missing;

      for (guint j = 0; j < missing->len; j++)
        if (g_str_equal (((MlgCheckMissing *) missing->pdata[j])->name, fact))
          return TRUE;
    }
  return FALSE;
}

/* The questions that were answered, and those whose answer a rule misses. */
static void
add_facts (xmlNode *to, MlgPurchase *purchase, GPtrArray *results)
{
  MlgRules *rules = results->len > 0 ? ((MlgCheckResult *) results->pdata[0])->rules : NULL;
  GPtrArray *facts = rules != NULL ? mlg_rules_get_facts (rules) : NULL;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const char *name = mlg_xml_get (facts->pdata[i], "name");
      const char *value = mlg_purchase_get_fact (purchase, name);
      g_autofree char *question = mlg_rules_get_text (facts->pdata[i], NULL);

      if (value == NULL && !is_missed (results, name))
        continue;
      mlg_xml_set (add_text (to, "fact", question), "value", value != NULL ? value : "unknown");
    }
}

static xmlDoc *
make_records (GPtrArray *results, MlgPurchase *purchase, const char *title)
{
  xmlDoc *records = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (records, NULL, (const xmlChar *) "context", NULL);
  xmlNode *check = xmlNewChild (root, NULL, (const xmlChar *) "check", NULL);

  xmlDocSetRootElement (records, root);
  add_text (check, "title", title);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (mlg_purchase_get (purchase, properties[i]) != NULL)
      mlg_xml_set (check, properties[i], mlg_purchase_get (purchase, properties[i]));
  add_parts (check, purchase, "cpv");
  add_parts (check, purchase, "lot-count");
  add_parts (check, purchase, "lot");
  add_facts (check, purchase, results);
  for (guint i = 0; i < results->len; i++)
    add_result (check, results->pdata[i]);
  return records;
}

/**
 * mlg_check_sheet_new:
 * @results: (element-type MlgCheckResult): what a check gave
 * @purchase: what was known of the purchase
 * @title: what was checked
 * @issues: see mlg_fill()
 *
 * Makes the sheet that is decided on, signed and kept with the file of the contract.
 *
 * Errors: those of mlg_shipped_template_read() and mlg_fill().
 *
 * Returns: (transfer full): a document
 */
MlgDocument *
mlg_check_sheet_new (GPtrArray *results,
                     MlgPurchase *purchase,
                     const char *title,
                     MlgIssueList *issues,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (MlgTemplate) template =
      mlg_shipped_template_read (TEMPLATE, issues, cancellable, error);
  g_autoptr (MlgAnswers) answers = template != NULL ? mlg_answers_new (template) : NULL;
  g_autoptr (xmlDoc) records = NULL;

  if (answers == NULL)
    return NULL;
  records = make_records (results, purchase, title);
  mlg_answers_take_records (answers, records, issues);
  return mlg_fill (template, answers, records, MLG_FILL_ALL_PIECES, issues, cancellable, error);
}
