/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-votes.h"

/* Figures for lists: how many said something of a theme, and how many answered. */

/**
 * mlg_theme_count_votes:
 *
 * Counts the answers that name a theme at all — ranked, scored above nothing, chosen, given dots — and
 * the hands raised for it, over all questionnaires. How far it is liked is what a tally says.
 *
 * Returns: how many; -1 with @error set
 */
gint64
mlg_theme_count_votes (MlgConnection *db, gint64 theme, GError **error)
{
  gint64 answers = 0, hands = 0;

  if (!mlg_connection_get_integer (
          db, &answers, error,
          "SELECT count(DISTINCT l.answer) FROM answer_line AS l"
          " JOIN question_option AS o ON o.id=l.option WHERE o.theme=?1 AND l.value>0",
          "i", theme)
      || !mlg_connection_get_integer (
          db, &hands, error,
          "SELECT coalesce(sum(h.hands),0) FROM hand_count AS h"
          " JOIN question_option AS o ON o.id=h.option WHERE o.theme=?1",
          "i", theme))
    return -1;
  return answers + hands;
}

/**
 * mlg_questionnaire_count_answers:
 *
 * Returns: how many answered, hands not counted; -1 with @error set
 */
gint64
mlg_questionnaire_count_answers (MlgConnection *db, gint64 questionnaire, GError **error)
{
  gint64 n = 0;

  return mlg_connection_get_integer (db, &n, error,
                                     "SELECT count(*) FROM answer WHERE questionnaire=?1", "i",
                                     questionnaire)
             ? n
             : -1;
}
