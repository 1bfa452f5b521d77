/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-known.h"

#include "themes/mlg-answer-edit.h"

/**
 * mlg_respondent_copy:
 * @respondent: an #MlgRespondent
 *
 * Returns: (transfer full): the same, for g_free()
 */
gpointer
mlg_respondent_copy (gpointer respondent)
{
  return g_memdup2 (respondent, sizeof (MlgRespondent));
}

/**
 * mlg_answer_known_read:
 * @respondent: an #MlgRespondent
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): an #MlgAnswerKnown; %NULL with @error set
 */
gpointer
mlg_answer_known_read (MlgConnection *db, gpointer respondent, GError **error)
{
  const MlgRespondent *who = respondent;
  MlgAnswerKnown known = { 0 };
  gint64 answer = 0;

  if (!mlg_answer_find (db, who->questionnaire, who->body, who->person, &answer, &known.answered,
                        error))
    return NULL;
  if (answer != 0 && (known.lines = mlg_answer_load_lines (db, answer, error)) == NULL)
    return NULL;
  return g_memdup2 (&known, sizeof known);
}

/**
 * mlg_answer_known_free:
 * @known: (transfer full): an #MlgAnswerKnown
 */
void
mlg_answer_known_free (gpointer known)
{
  g_clear_pointer (&((MlgAnswerKnown *) known)->lines, g_ptr_array_unref);
  g_free (known);
}
