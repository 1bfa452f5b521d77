/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-weight.h"

#include <glib/gi18n-lib.h>

#include "mlg-answer.h"
#include "mlg-questionnaire.h"
#include "store/mlg-statement.h"

/* Sizes of bodies, in inhabitants, by their lowest. */
static const struct
{
  gint64 lowest;
  const char *title;
} sizes[] = {
  { 0, N_ ("Below 2,000 inhabitants") },           { 2000, N_ ("2,000 to 9,999 inhabitants") },
  { 10000, N_ ("10,000 to 49,999 inhabitants") },  { 50000, N_ ("50,000 to 199,999 inhabitants") },
  { 200000, N_ ("200,000 inhabitants and more") },
};

/**
 * mlg_body_size_find:
 * @population: people, from 0
 *
 * Returns: the size of a body, for mlg_body_size_get_title()
 */
guint
mlg_body_size_find (gint64 population)
{
  guint size = 0;

  while (size + 1 < G_N_ELEMENTS (sizes) && population >= sizes[size + 1].lowest)
    size++;
  return size;
}

/**
 * mlg_body_size_get_title:
 *
 * Returns: what people read for a size
 */
const char *
mlg_body_size_get_title (guint size)
{
  return _ (sizes[size].title);
}

/**
 * mlg_body_size_get_lowest:
 *
 * Returns: the lowest population of a size
 */
gint64
mlg_body_size_get_lowest (guint size)
{
  return sizes[size].lowest;
}

/**
 * mlg_body_size_get_n:
 *
 * Returns: how many sizes there are
 */
guint
mlg_body_size_get_n (void)
{
  return G_N_ELEMENTS (sizes);
}

/**
 * mlg_answer_traits_clear:
 *
 * Frees what weights an answer; the traits may be filled again.
 */
void
mlg_answer_traits_clear (MlgAnswerTraits *traits)
{
  g_clear_pointer (&traits->role, g_free);
  g_clear_pointer (&traits->category, g_free);
  g_clear_pointer (&traits->departement, g_free);
}

static const char *
find_role (const char *function)
{
  static const char *const neither[] = { "expert", "supplier", "facilitator", "other", NULL };

  if (function == NULL)
    return NULL;
  if (g_str_equal (function, "elected"))
    return "elected";
  return g_strv_contains (neither, function) ? "other" : "technical";
}

/* What stands on the answer itself comes first. */
static gboolean
take_own (MlgRecord *answer, MlgAnswerTraits *traits)
{
  traits->role = g_strdup (mlg_record_get_text (answer, MLG_ANSWER_ROLE));
  traits->category = g_strdup (mlg_record_get_text (answer, MLG_ANSWER_CATEGORY));
  traits->departement = g_strdup (mlg_record_get_text (answer, MLG_ANSWER_DEPARTEMENT));
  traits->population = mlg_record_is_null (answer, MLG_ANSWER_POPULATION)
                           ? -1
                           : mlg_record_get_integer (answer, MLG_ANSWER_POPULATION);
  return TRUE;
}

static gboolean
take_role (MlgConnection *db, MlgRecord *answer, MlgAnswerTraits *traits, GError **error)
{
  g_autofree char *function = NULL;

  if (traits->role != NULL || mlg_record_is_null (answer, MLG_ANSWER_PERSON))
    return TRUE;
  if (!mlg_connection_get_text (
          db, &function, error,
          "SELECT role FROM function WHERE person=?1 AND role IS NOT NULL"
          " ORDER BY body=?2 DESC, until IS NOT NULL, coalesce(main,0) DESC, id LIMIT 1",
          "ii", mlg_record_get_integer (answer, MLG_ANSWER_PERSON),
          mlg_record_get_integer (answer, MLG_ANSWER_BODY)))
    return FALSE;
  traits->role = g_strdup (find_role (function));
  return TRUE;
}

static void
take_text (char **trait, MlgStatement *row, int column)
{
  if (*trait == NULL)
    *trait = g_strdup (mlg_statement_get_text (row, column));
}

static gboolean
take_body (
    MlgConnection *db, MlgRecord *answer, MlgAnswerTraits *traits, char **status, GError **error)
{
  g_autoptr (MlgStatement) row = NULL;
  MlgStep step;

  if (mlg_record_is_null (answer, MLG_ANSWER_BODY))
    return TRUE;
  row = mlg_connection_prepare (
      db, "SELECT category, departement, population, status FROM body WHERE id=?1", error);
  if (row == NULL)
    return FALSE;
  mlg_statement_bind_integer (row, 1, mlg_record_get_integer (answer, MLG_ANSWER_BODY));
  step = mlg_statement_step (row, error);
  if (step != MLG_STEP_ROW)
    return step == MLG_STEP_DONE;
  take_text (&traits->category, row, 0);
  take_text (&traits->departement, row, 1);
  if (traits->population < 0 && !mlg_statement_is_null (row, 2))
    traits->population = mlg_statement_get_integer (row, 2);
  take_text (status, row, 3);
  return TRUE;
}

/**
 * mlg_answer_find_traits:
 * @answer: an answer to @questionnaire
 * @weights: (nullable): one of mlg_questionnaire_weights; %NULL for that of the questionnaire
 * @traits: (out caller-allocates): to be cleared
 *
 * What an answer is told apart by and its weight: that noted on it; else nothing for an associate that
 * does not count, and 1, the weight of its kind of body, or its population in people (0 when unknown).
 */
gboolean
mlg_answer_find_traits (MlgConnection *db,
                        MlgRecord *questionnaire,
                        MlgRecord *answer,
                        const char *weights,
                        MlgAnswerTraits *traits,
                        GError **error)
{
  g_autofree char *status = NULL;
  const char *mode =
      weights != NULL ? weights : mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_WEIGHTS);

  take_own (answer, traits);
  if (!take_role (db, answer, traits, error) || !take_body (db, answer, traits, &status, error))
    return FALSE;
  if (!mlg_record_is_null (answer, MLG_ANSWER_WEIGHT) && weights == NULL)
    traits->weight = mlg_record_get_real (answer, MLG_ANSWER_WEIGHT);
  else if (g_strcmp0 (status, "associate") == 0
           && !mlg_record_get_boolean (questionnaire, MLG_QUESTIONNAIRE_ASSOCIATES_VOTE))
    traits->weight = 0;
  else if (g_strcmp0 (mode, "population") == 0)
    traits->weight = (double) MAX (traits->population, 0);
  else if (g_strcmp0 (mode, "kind") == 0)
    traits->weight = mlg_kind_weights_find (
        mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_KIND_WEIGHTS), traits->category);
  else
    traits->weight = 1;
  return TRUE;
}

/**
 * mlg_answer_take_traits:
 * @answer: gets its traits and its weight, before the body and the person are taken off it
 *
 * Notes on an anonymous answer what the split by groups and the weights need; of the population, only
 * its class.
 */
gboolean
mlg_answer_take_traits (MlgConnection *db,
                        MlgRecord *questionnaire,
                        MlgRecord *answer,
                        GError **error)
{
  g_auto (MlgAnswerTraits) traits = { 0 };

  if (!mlg_answer_find_traits (db, questionnaire, answer, NULL, &traits, error))
    return FALSE;
  mlg_record_set_text (answer, MLG_ANSWER_ROLE, traits.role);
  mlg_record_set_text (answer, MLG_ANSWER_CATEGORY, traits.category);
  mlg_record_set_text (answer, MLG_ANSWER_DEPARTEMENT, traits.departement);
  if (traits.population >= 0)
    mlg_record_set_integer (answer, MLG_ANSWER_POPULATION,
                            mlg_body_size_get_lowest (mlg_body_size_find (traits.population)));
  mlg_record_set_real (answer, MLG_ANSWER_WEIGHT, traits.weight);
  return TRUE;
}
