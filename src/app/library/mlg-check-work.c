/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-work.h"

#include "library/mlg-clause-place.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-own-thresholds.h"
#include "library/mlg-template-record.h"
#include "template/mlg-check-codes.h"
#include "template/mlg-rules-since.h"
#include "store/mlg-record-sql.h"

#define MOST_FITTING 5

/* A template or a draft held against the rules of a day, in the reader's thread. */

static const char *const names[] = {
  [MLG_CHECK_DATE] = "date",
  [MLG_CHECK_VALUE] = "value",
  [MLG_CHECK_PROCEDURE] = "procedure",
  [MLG_CHECK_BUYER] = "buyer",
  [MLG_CHECK_NATURE] = "nature",
  [MLG_CHECK_KIND] = "kind",
  [MLG_CHECK_MONTHS] = "months",
  [MLG_CHECK_LOTS] = "lot-count",
  [MLG_CHECK_CPV] = "cpv",
};

/**
 * mlg_check_input_get_name:
 *
 * Returns: what mlg_purchase_set() calls it
 */
const char *
mlg_check_input_get_name (MlgCheckInput input)
{
  return names[input];
}

/**
 * mlg_check_work_copy:
 *
 * Returns: (transfer full): a copy for another thread
 */
MlgCheckWork *
mlg_check_work_copy (const MlgCheckWork *work)
{
  MlgCheckWork *copy = g_new0 (MlgCheckWork, 1);

  copy->kind = work->kind;
  copy->id = work->id;
  for (guint i = 0; i < MLG_CHECK_N_INPUTS; i++)
    copy->inputs[i] = g_strdup (work->inputs[i]);
  copy->field = g_strdup (work->field);
  copy->answer = g_strdup (work->answer);
  copy->rules = work->rules != NULL ? mlg_rules_ref (work->rules) : NULL;
  return copy;
}

/**
 * mlg_check_work_free:
 */
void
mlg_check_work_free (MlgCheckWork *work)
{
  for (guint i = 0; i < MLG_CHECK_N_INPUTS; i++)
    g_free (work->inputs[i]);
  g_free (work->field);
  g_free (work->answer);
  g_clear_pointer (&work->rules, mlg_rules_unref);
  g_free (work);
}

/**
 * mlg_checked_free:
 */
void
mlg_checked_free (gpointer data)
{
  MlgChecked *checked = data;

  g_clear_pointer (&checked->results, g_ptr_array_unref);
  g_clear_pointer (&checked->fitting, g_ptr_array_unref);
  g_clear_pointer (&checked->codes, g_ptr_array_unref);
  g_strfreev (checked->news);
  g_clear_pointer (&checked->rules, mlg_rules_unref);
  g_clear_pointer (&checked->purchase, mlg_purchase_free);
  for (guint i = 0; i < MLG_CHECK_N_INPUTS; i++)
    g_free (checked->refused[i]);
  g_free (checked);
}

static MlgRules *
read_rules (MlgCheckWork *work, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) paths = NULL;

  if (work->rules != NULL)
    return mlg_rules_ref (work->rules);
  paths = mlg_rules_list_shipped (error);
  return paths != NULL ? mlg_rules_read ((const char *const *) paths, issues, NULL, error) : NULL;
}

/* The files are read once; the network may have changed its thresholds since. */
static MlgRules *
get_rules (MlgConnection *db, MlgCheckWork *work, GError **error)
{
  g_autoptr (MlgRules) rules = read_rules (work, error);

  return rules != NULL ? mlg_own_thresholds_apply (db, rules, error) : NULL;
}

static MlgAnswers *
read_answers (MlgConnection *db, MlgCheckWork *work, GError **error)
{
  g_autoptr (MlgTemplate) template = NULL;
  MlgAnswers *answers;

  if (work->kind == &mlg_draft_kind)
    {
      answers = mlg_draft_read (db, work->id, NULL, error);
      /* What is being written counts as soon as it makes sense. */
      if (answers != NULL && work->field != NULL)
        mlg_answers_set (answers, work->field, work->answer, NULL);
      return answers;
    }
  template = mlg_compose_template (db, work->id, NULL, error);
  return template != NULL ? mlg_answers_new (template) : NULL;
}

static void
set_input (MlgChecked *checked, MlgPurchase *purchase, MlgCheckInput input, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (!mlg_purchase_set (purchase, names[input], text, &error))
    checked->refused[input] = g_strdup (error->message);
}

/* A draft tells its launch and its value itself. */
static gboolean
take_from_draft (MlgConnection *db, MlgCheckWork *work, MlgPurchase *purchase, GError **error)
{
  g_autoptr (MlgRecord) draft = NULL;
  g_autofree char *value = NULL;
  const char *launch;

  if (work->kind != &mlg_draft_kind)
    return TRUE;
  draft = mlg_record_load (db, &mlg_draft_kind, work->id, error);
  if (draft == NULL)
    return FALSE;
  launch = mlg_record_get_text (draft, MLG_DRAFT_LAUNCH_ON);
  value = mlg_record_dup_plain (draft, MLG_DRAFT_VALUE);
  return (mlg_purchase_get (purchase, "date") != NULL || launch == NULL
          || mlg_purchase_set (purchase, "date", launch, error))
         && (mlg_purchase_get (purchase, "value") != NULL || value == NULL || *value == '\0'
             || mlg_purchase_set (purchase, "value", value, error));
}

static gboolean
settle_date (MlgPurchase *purchase, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return mlg_purchase_get (purchase, "date") != NULL
         || mlg_purchase_set (purchase, "date", today, error);
}

static gboolean
is_open (const MlgCheckResult *result)
{
  return result->outcome == MLG_OUTCOME_NOT_MET || result->outcome == MLG_OUTCOME_TO_CHECK;
}

/* Clauses for all ways of satisfying a rule, each once. */
static GPtrArray *
find_fitting (MlgConnection *db,
              MlgTemplate *template,
              const MlgCheckResult *result,
              GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; is_open (result) && i < result->fixes->len; i++)
    {
      const MlgCheckFix *fix = result->fixes->pdata[i];
      g_autoptr (GPtrArray) found = NULL;

      if (fix->phase == NULL || fix->dimension == NULL || all != NULL)
        continue;
      found =
          mlg_clause_find_fitting (db, template, fix->phase, fix->dimension, MOST_FITTING, error);
      if (found == NULL)
        return NULL;
      if (found->len > 0)
        all = g_steal_pointer (&found);
    }
  return all != NULL ? g_steal_pointer (&all) : g_ptr_array_new ();
}

static gboolean
find_all_fitting (MlgConnection *db, MlgTemplate *template, MlgChecked *checked, GError **error)
{
  checked->fitting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < checked->results->len; i++)
    {
      GPtrArray *fitting = find_fitting (db, template, checked->results->pdata[i], error);

      if (fitting == NULL)
        return FALSE;
      g_ptr_array_add (checked->fitting, fitting);
    }
  return TRUE;
}

/* A draft is checked on its own day: only a template ages. */
static gboolean
find_news (MlgConnection *db, MlgCheckWork *work, MlgChecked *checked, GError **error)
{
  g_autoptr (MlgRecord) template = NULL;
  const char *day;

  if (work->kind != &mlg_template_record_kind)
    return TRUE;
  template = mlg_record_load (db, &mlg_template_record_kind, work->id, error);
  if (template == NULL)
    return FALSE;
  day = mlg_record_get_text (template, MLG_TEMPLATE_RECORD_CHECKED_ON);
  checked->news = mlg_rules_tell_since (checked->rules, day);
  return TRUE;
}

static gboolean
run (MlgConnection *db, MlgCheckWork *work, MlgChecked *checked, GError **error)
{
  MlgPurchase *purchase = checked->purchase = mlg_purchase_new ();
  g_autoptr (MlgAnswers) answers = read_answers (db, work, error);
  MlgTemplate *template;

  if (answers == NULL || (checked->rules = get_rules (db, work, error)) == NULL)
    return FALSE;
  template = mlg_answers_get_template (answers);
  for (guint i = 0; i < MLG_CHECK_N_INPUTS; i++)
    set_input (checked, purchase, (MlgCheckInput) i, work->inputs[i]);
  if (!take_from_draft (db, work, purchase, error) || !settle_date (purchase, error))
    return FALSE;
  checked->results = mlg_check_template (checked->rules, template, answers, purchase, error);
  if (checked->results == NULL || !find_all_fitting (db, template, checked, error))
    return FALSE;
  checked->codes = mlg_check_propose_codes (checked->rules, template, answers, error);
  return checked->codes != NULL && find_news (db, work, checked, error);
}

/**
 * mlg_check_work_run:
 * @data: a #MlgCheckWork
 *
 * See #MlgReadFunc. What is not known of the purchase is taken from the draft and from the text; without a
 * day it is today.
 *
 * Returns: (transfer full): a #MlgChecked
 */
gpointer
mlg_check_work_run (MlgConnection *db, gpointer data, GError **error)
{
  MlgChecked *checked = g_new0 (MlgChecked, 1);

  if (run (db, data, checked, error))
    return checked;
  mlg_checked_free (checked);
  return NULL;
}
