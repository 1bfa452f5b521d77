/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-question.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-answer-line.h"
#include "mlg-answer-weight.h"
#include "mlg-answer.h"
#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire.h"
#include "store/mlg-statement.h"

/* The ballots that the answers to a question are. */
typedef struct
{
  MlgConnection *db;
  const MlgForm *form;
  const MlgFormQuestion *question;
  const char *weights;
  MlgBallots *ballots;
  GHashTable *places; /* (owned) id of an option → place from 1 */
  guint n_weightless;
} Loader;

static gboolean
is_yes_no (const MlgFormQuestion *question)
{
  return g_strcmp0 (mlg_form_question_get_type (question), "yes-no") == 0;
}

/**
 * mlg_form_question_is_counted:
 *
 * Returns: whether the answers to a question are ballots: not numbers nor words
 */
gboolean
mlg_form_question_is_counted (const MlgFormQuestion *question)
{
  return is_yes_no (question) || question->options->len > 0;
}

/**
 * mlg_form_find_counted:
 *
 * Returns: (transfer none) (nullable): the question that a count is asked of when none is named: the first
 *   with the most options
 */
MlgFormQuestion *
mlg_form_find_counted (const MlgForm *form)
{
  MlgFormQuestion *found = NULL;

  for (guint i = 0; i < form->questions->len; i++)
    {
      MlgFormQuestion *question = form->questions->pdata[i];

      if (mlg_form_question_is_counted (question)
          && (found == NULL || question->options->len > found->options->len))
        found = question;
    }
  return found;
}

/**
 * mlg_form_get_unranked:
 *
 * Returns: what the questionnaire says of what is not ranked
 */
MlgUnranked
mlg_form_get_unranked (const MlgForm *form)
{
  return g_strcmp0 (mlg_record_get_text (form->questionnaire, MLG_QUESTIONNAIRE_UNRANKED), "silent")
                 == 0
             ? MLG_UNRANKED_SILENT
             : MLG_UNRANKED_LAST;
}

static MlgBallotForm
find_form (const MlgFormQuestion *question)
{
  const char *type = mlg_form_question_get_type (question);

  if (g_str_equal (type, "rank"))
    return MLG_BALLOTS_RANKS;
  if (g_str_equal (type, "score"))
    return MLG_BALLOTS_SCORES;
  return g_str_equal (type, "dots") ? MLG_BALLOTS_DOTS : MLG_BALLOTS_CHOICES;
}

/* Yes stands before no. */
static MlgBallots *
make_ballots (const MlgFormQuestion *question)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  MlgBallots *ballots;

  for (guint i = 0; i < question->options->len; i++)
    g_ptr_array_add (names, (gpointer) mlg_record_get_text (question->options->pdata[i],
                                                            MLG_QUESTION_OPTION_LABEL));
  if (is_yes_no (question))
    {
      g_ptr_array_add (names, (gpointer) C_ ("answer", "Yes"));
      g_ptr_array_add (names, (gpointer) C_ ("answer", "No"));
    }
  g_ptr_array_add (names, NULL);
  ballots = mlg_ballots_new (find_form (question), (const char *const *) names->pdata);
  mlg_ballots_set_single (ballots,
                          is_yes_no (question)
                              || g_str_equal (mlg_form_question_get_type (question), "choice"));
  return ballots;
}

static const MlgField *
find_body_field (Loader *l, const char *name)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (l->db), "body");
  int field = kind != NULL ? mlg_kind_find_field (kind, name) : -1;

  return field >= 0 ? &kind->fields[field] : NULL;
}

static void
label_ballot (Loader *l, const MlgAnswerTraits *traits)
{
  const MlgField *category = find_body_field (l, "category");
  const MlgField *departement = find_body_field (l, "departement");
  const char *group =
      category != NULL ? mlg_code_list_get_group (category->codes, traits->category) : NULL;

  if (traits->role != NULL)
    mlg_ballots_label (l->ballots, MLG_SPLIT_ROLE,
                       mlg_code_list_get_title (&mlg_answer_roles, traits->role));
  if (group != NULL)
    mlg_ballots_label (l->ballots, MLG_SPLIT_CATEGORY, _ (group));
  if (traits->population >= 0)
    mlg_ballots_label (l->ballots, MLG_SPLIT_SIZE,
                       mlg_body_size_get_title (mlg_body_size_find (traits->population)));
  if (traits->departement != NULL && departement != NULL)
    mlg_ballots_label (l->ballots, MLG_SPLIT_DEPARTEMENT,
                       mlg_code_list_get_title (departement->codes, traits->departement));
}

static void
take_line (Loader *l, MlgRecord *line, gint32 *values)
{
  gint64 option = mlg_record_get_integer (line, MLG_ANSWER_LINE_OPTION);
  double value = mlg_record_get_real (line, MLG_ANSWER_LINE_VALUE);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (l->places, &option));

  if (is_yes_no (l->question))
    values[value > 0 ? 0 : 1] = MLG_BALLOTS_UNIT;
  else if (place > 0 && mlg_ballots_get_form (l->ballots) == MLG_BALLOTS_RANKS)
    values[place - 1] = (gint32) value;
  else if (place > 0)
    values[place - 1] = (gint32) lround (value * MLG_BALLOTS_UNIT);
}

/* An answer that says nothing to the question is no ballot. */
static gboolean
load_answer (Loader *l, MlgRecord *answer, GError **error)
{
  guint n = mlg_ballots_get_n_options (l->ballots);
  g_autofree gint32 *values = g_new (gint32, n);
  g_auto (MlgAnswerTraits) traits = { 0 };
  g_autoptr (GPtrArray) lines = mlg_record_load_where (
      l->db, &mlg_answer_line_kind, error, "WHERE answer=?1 AND question=?2 ORDER BY id", "ii",
      mlg_record_get_id (answer), mlg_record_get_id (l->question->question));

  if (lines == NULL || lines->len == 0)
    return lines != NULL;
  for (guint i = 0; i < n; i++)
    values[i] = MLG_BALLOT_NONE;
  for (guint i = 0; i < lines->len; i++)
    take_line (l, lines->pdata[i], values);
  if (!mlg_answer_find_traits (l->db, l->form->questionnaire, answer, l->weights, &traits, error)
      || !mlg_ballots_add (l->ballots, values, traits.weight, 1, error))
    return FALSE;
  l->n_weightless += traits.weight > 0 ? 0 : 1;
  label_ballot (l, &traits);
  return TRUE;
}

static gboolean
load_hands (Loader *l, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      l->db, "SELECT coalesce(option,0), value, hands FROM hand_count WHERE question=?1", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, mlg_record_get_id (l->question->question));
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 option = mlg_statement_get_integer (statement, 0);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (l->places, &option));
      guint hands = (guint) mlg_statement_get_integer (statement, 2);

      if (is_yes_no (l->question))
        mlg_ballots_add_hands (l->ballots, mlg_statement_get_real (statement, 1) > 0 ? 0 : 1,
                               hands);
      else if (place > 0)
        mlg_ballots_add_hands (l->ballots, place - 1, hands);
    }
  return step == MLG_STEP_DONE;
}

static GHashTable *
index_options (const MlgFormQuestion *question)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < question->options->len; i++)
    {
      gint64 id = mlg_record_get_id (question->options->pdata[i]);

      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }
  return places;
}

static gboolean
load_answers (Loader *l, GError **error)
{
  g_autoptr (GPtrArray) answers =
      mlg_record_load_where (l->db, &mlg_answer_kind, error, "WHERE questionnaire=?1 ORDER BY id",
                             "i", mlg_record_get_id (l->form->questionnaire));

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (!load_answer (l, answers->pdata[i], error))
      return FALSE;
  return answers != NULL && load_hands (l, error);
}

/**
 * mlg_ballots_load:
 * @question: of @form, one that mlg_form_question_is_counted() accepts, of %MLG_BALLOTS_MAX_OPTIONS options
 *   at the most
 * @weights: (nullable): one of mlg_questionnaire_weights; %NULL for that of the questionnaire
 * @issues: gets how many answers weigh nothing
 *
 * Returns: (transfer full): the answers to a question as ballots, in their groups, with the hands raised;
 *   %NULL with @error set
 */
MlgBallots *
mlg_ballots_load (MlgConnection *db,
                  const MlgForm *form,
                  const MlgFormQuestion *question,
                  const char *weights,
                  MlgIssueList *issues,
                  GError **error)
{
  g_autoptr (GHashTable) places = index_options (question);
  g_autoptr (MlgBallots) ballots = NULL;
  Loader l = { db, form, question, weights, NULL, places, 0 };

  if (question->options->len > MLG_BALLOTS_MAX_OPTIONS)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   _ ("A question of more than %d options cannot be counted"),
                   MLG_BALLOTS_MAX_OPTIONS);
      return NULL;
    }
  ballots = l.ballots = make_ballots (question);
  if (!load_answers (&l, error))
    return NULL;
  if (l.n_weightless > 0)
    mlg_issue_list_add (
        issues, MLG_SEVERITY_NOTE, NULL, 0, 0,
        _ ("Answers that weigh nothing (associates that do not count, populations not "
           "known): %u"),
        l.n_weightless);
  return g_steal_pointer (&ballots);
}
