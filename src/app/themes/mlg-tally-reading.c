/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-reading.h"

#include "themes/mlg-questionnaire.h"

/* A count, done in the reader's thread. */

MlgTallyWish *
mlg_tally_wish_copy (const MlgTallyWish *wish)
{
  MlgTallyWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->weights = g_strdup (wish->weights);
  return copy;
}

void
mlg_tally_wish_free (MlgTallyWish *wish)
{
  g_free (wish->weights);
  g_free (wish);
}

static GPtrArray *
split_all (const MlgForm *form,
           const MlgBallots *ballots,
           MlgUnranked unranked,
           MlgIssueList *issues,
           GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_tally_group_free);
  gboolean anonymous = mlg_record_get_boolean (form->questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS);

  for (guint split = 0; split < MLG_N_SPLITS; split++)
    {
      GPtrArray *groups =
          mlg_tally_split (ballots, split, unranked, MLG_TALLY_ALL_METHODS, anonymous, NULL, error);

      if (groups == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, groups);
      mlg_tally_note_ungrouped (ballots, split, anonymous, issues);
    }
  return g_steal_pointer (&all);
}

static MlgFormQuestion *
find_question (const MlgForm *form, gint64 id)
{
  MlgFormQuestion *question = id != 0 ? mlg_form_find_question (form, id) : NULL;

  if (question != NULL && mlg_form_question_is_counted (question))
    return question;
  return mlg_form_find_counted (form);
}

static gboolean
count (MlgTallyReading *reading, MlgConnection *db, const MlgTallyWish *wish, GError **error)
{
  MlgUnranked unranked = wish->chosen ? wish->unranked : mlg_form_get_unranked (reading->form);
  g_autoptr (MlgBallots) ballots = mlg_ballots_load (db, reading->form, reading->question,
                                                     wish->weights, reading->issues, error);

  if (ballots == NULL)
    return FALSE;
  reading->tally = mlg_tally_run (ballots, unranked, MLG_TALLY_ALL_METHODS, NULL, error);
  if (reading->tally == NULL)
    return FALSE;
  reading->groups = split_all (reading->form, ballots, unranked, reading->issues, error);
  return reading->groups != NULL;
}

/**
 * mlg_tally_reading_new:
 *
 * Counts by every method, and within every group. In the reader's thread.
 *
 * Returns: (transfer full) (nullable): the count; %NULL with @error set
 */
MlgTallyReading *
mlg_tally_reading_new (MlgConnection *db, const MlgTallyWish *wish, GError **error)
{
  g_autoptr (MlgTallyReading) reading = g_atomic_rc_box_new0 (MlgTallyReading);

  reading->issues = mlg_issue_list_new ();
  reading->form = mlg_form_load (db, wish->questionnaire, error);
  if (reading->form == NULL)
    return NULL;
  reading->question = find_question (reading->form, wish->question);
  if (reading->question != NULL && !count (reading, db, wish, error))
    return NULL;
  return g_steal_pointer (&reading);
}

/**
 * mlg_tally_reading_ref:
 *
 * Returns: (transfer full): @reading
 */
MlgTallyReading *
mlg_tally_reading_ref (MlgTallyReading *reading)
{
  return g_atomic_rc_box_acquire (reading);
}

static void
clear (gpointer data)
{
  MlgTallyReading *reading = data;

  g_clear_pointer (&reading->tally, mlg_tally_free);
  g_clear_pointer (&reading->groups, g_ptr_array_unref);
  g_clear_pointer (&reading->issues, mlg_issue_list_unref);
  g_clear_pointer (&reading->form, mlg_form_free);
}

/**
 * mlg_tally_reading_unref:
 */
void
mlg_tally_reading_unref (MlgTallyReading *reading)
{
  g_atomic_rc_box_release_full (reading, clear);
}
