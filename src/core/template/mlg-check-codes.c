/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-codes.h"

#include "document/mlg-xml.h"
#include "mlg-check-private.h"

/* The codes of the publications, by what a tender holds. Sources: the French open data of public
 * procurement (DECP 2.0.3) and the code lists of eForms (SDK 1.15.1). Code "other" stands for a
 * dimension that says no more than environment or social. */
#define CONTENT "clause[@phase='specification' or @phase='performance']"
#define ALL     "(" CONTENT " | //criterion)"

typedef struct
{
  const char *field;
  const char *test; /* XPath over the checked tree */
  const char *code;
} Proposal;

static const Proposal proposals[] = {
  { "considerationsSociales", CONTENT "[@social]", "Clause sociale" },
  { "considerationsSociales", "//criterion[@social]", "Critère social" },
  { "considerationsSociales", "lot[@reserved]", "Marché réservé" },
  { "considerationsEnvironnementales", CONTENT "[@environment]", "Clause environnementale" },
  { "considerationsEnvironnementales", "//criterion[@environment]", "Critère environnemental" },
  { "BT-06", ALL "[@environment]", "env-imp" },
  { "BT-06", ALL "[@social] | lot[@reserved]", "soc-obj" },
  { "BT-06", ALL "[contains(concat(' ', @dimension, ' '), ' innovation ')]", "inn-pur" },
  { "BT-71", "lot[@reserved and @reserved != 'L2113-15']", "res-ws" },
  { "BT-71", "lot[@reserved = 'L2113-15']", "res-pub-ser" },
};

static const char *const environment[] = { "biodiv-eco", "circ-econ",  "clim-adapt",
                                           "clim-mitig", "pollu-prev", "water-mar" };
static const char *const social[] = {
  "acc-all", "et-eq", "gen-eq", "hum-right", "opp", "work-cond"
};

/**
 * mlg_proposed_codes_free:
 * @codes: (transfer full): codes that may be meant
 *
 * Frees the codes that were proposed.
 */
void
mlg_proposed_codes_free (MlgProposedCodes *proposed)
{
  g_ptr_array_unref (proposed->codes);
  g_free (proposed);
}

static MlgProposedCodes *
get (GPtrArray *all, const char *field)
{
  MlgProposedCodes *proposed;

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((MlgProposedCodes *) all->pdata[i])->field, field))
      return all->pdata[i];
  proposed = g_new0 (MlgProposedCodes, 1);
  proposed->field = field;
  proposed->codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (all, proposed);
  return proposed;
}

static gboolean
holds (MlgEvaluator *evaluator, MlgCheckTree *tree, const char *test, GError **error)
{
  gboolean result = FALSE;

  return (error == NULL || *error == NULL)
         && mlg_evaluator_test (evaluator, test, tree->root, &result, error) && result;
}

static void
propose (GPtrArray *all,
         MlgEvaluator *evaluator,
         MlgCheckTree *tree,
         const Proposal *one,
         GError **error)
{
  MlgProposedCodes *proposed = get (all, one->field);

  if (holds (evaluator, tree, one->test, error))
    g_ptr_array_add (proposed->codes, g_strdup (one->code));
}

/* The codes of one dimension; "other" when it is there without any of them. */
static void
propose_dimension (GPtrArray *all,
                   MlgEvaluator *evaluator,
                   MlgCheckTree *tree,
                   const char *field,
                   const char *dimension,
                   const char *const *codes,
                   gsize n_codes,
                   GError **error)
{
  MlgProposedCodes *proposed = get (all, field);
  g_autofree char *any = g_strdup_printf (ALL "[@%s]", dimension);

  for (gsize i = 0; i < n_codes; i++)
    {
      g_autofree char *test =
          g_strdup_printf (ALL "[contains(concat(' ', @dimension, ' '), ' %s ')]", codes[i]);

      if (holds (evaluator, tree, test, error))
        g_ptr_array_add (proposed->codes, g_strdup (codes[i]));
    }
  if (proposed->codes->len == 0 && holds (evaluator, tree, any, error))
    g_ptr_array_add (proposed->codes, g_strdup ("other"));
}

/* Where nothing is there, that is what must be published. */
static void
say_none (GPtrArray *all)
{
  static const struct
  {
    const char *field;
    const char *code;
  } none[] = {
    { "considerationsSociales", "Pas de considération sociale" },
    { "considerationsEnvironnementales", "Pas de considération environnementale" },
    { "BT-06", "none" },
    { "BT-71", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      MlgProposedCodes *proposed = get (all, none[i].field);

      if (proposed->codes->len == 0)
        g_ptr_array_add (proposed->codes, g_strdup (none[i].code));
    }
}

/**
 * mlg_check_propose_codes:
 * @rules: those of the check
 * @answers: to the fields of @template: clauses that they leave out do not count
 *
 * Proposes, from what a tender holds, the codes that its publications ask for: members of the French
 * open data (DECP) and business terms of eForms. Any thread.
 *
 * Errors: %MLG_TEMPLATE_ERROR_EXPRESSION for an expression that cannot be evaluated.
 *
 * Returns: (transfer full) (element-type MlgProposedCodes): one for each field; a field without a code
 *   is not to be filled
 */
GPtrArray *
mlg_check_propose_codes (MlgRules *rules,
                         MlgTemplate *template,
                         MlgAnswers *answers,
                         GError **error)
{
  g_autoptr (MlgCheckTree) tree = mlg_check_tree_new (rules);
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_proposed_codes_free);
  g_autoptr (MlgEvaluator) evaluator = NULL;
  g_autoptr (GError) fault = NULL;

  if (!mlg_check_tree_add_template (tree, template, answers, error))
    return NULL;
  evaluator = mlg_evaluator_new (tree->tree);
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    propose (all, evaluator, tree, &proposals[i], &fault);
  propose_dimension (all, evaluator, tree, "BT-774", "environment", environment,
                     G_N_ELEMENTS (environment), &fault);
  propose_dimension (all, evaluator, tree, "BT-775", "social", social, G_N_ELEMENTS (social),
                     &fault);
  say_none (all);
  if (fault == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
