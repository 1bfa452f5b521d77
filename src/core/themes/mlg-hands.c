/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hands.h"

#include "mlg-hand-count.h"
#include "mlg-theme-edit.h"
#include "store/mlg-action.h"

/* Shows of hands: how many were raised for each option of a question at the end of a meeting. */

static GPtrArray *
find (MlgConnection *db, gint64 question, gint64 option, double value, GError **error)
{
  return mlg_record_load_where (
      db, &mlg_hand_count_kind, error,
      "WHERE question=?1 AND coalesce(option,0)=?2 AND (?2<>0 OR value=?3)", "iid", question,
      option, value);
}

/**
 * mlg_hands_store:
 * @option: the option, or 0 for a question of yes or no
 * @value: 1 for yes, 0 for no; not used with an option
 * @hands: how many were raised
 * @meeting: where, or 0 for what was said before
 *
 * Notes a show of hands; it takes the place of an earlier one for the same. In an action only.
 */
gboolean
mlg_hands_store (MlgConnection *db,
                 gint64 question,
                 gint64 option,
                 double value,
                 guint hands,
                 gint64 meeting,
                 GError **error)
{
  g_autoptr (GPtrArray) earlier = find (db, question, option, value, error);
  g_autoptr (MlgRecord) count = NULL;

  if (earlier == NULL)
    return FALSE;
  count =
      earlier->len > 0 ? g_object_ref (earlier->pdata[0]) : mlg_record_new (&mlg_hand_count_kind);
  mlg_record_set_integer (count, MLG_HAND_COUNT_QUESTION, question);
  if (option != 0)
    mlg_record_set_integer (count, MLG_HAND_COUNT_OPTION, option);
  else
    mlg_record_set_real (count, MLG_HAND_COUNT_VALUE, value);
  mlg_record_set_integer (count, MLG_HAND_COUNT_HANDS, hands);
  if (meeting != 0)
    mlg_record_set_integer (count, MLG_HAND_COUNT_MEETING, meeting);
  return mlg_theme_store (db, count, error);
}

/**
 * mlg_hands_remove:
 *
 * Takes a show of hands back, if there is one; see mlg_hands_store(). In an action only.
 */
gboolean
mlg_hands_remove (MlgConnection *db, gint64 question, gint64 option, double value, GError **error)
{
  g_autoptr (GPtrArray) earlier = find (db, question, option, value, error);

  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    if (!mlg_theme_remove (db, &mlg_hand_count_kind, mlg_record_get_id (earlier->pdata[i]), error))
      return FALSE;
  return earlier != NULL;
}

/**
 * mlg_hands_set_meeting:
 * @meeting: where the hands were raised, or 0 when that is not known
 *
 * Says it of all hands of a questionnaire. In an action only.
 */
gboolean
mlg_hands_set_meeting (MlgConnection *db, gint64 questionnaire, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) counts = mlg_hands_load (db, questionnaire, error);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      if (meeting != 0)
        mlg_record_set_integer (counts->pdata[i], MLG_HAND_COUNT_MEETING, meeting);
      else
        mlg_record_set_null (counts->pdata[i], MLG_HAND_COUNT_MEETING);
      if (!mlg_theme_store (db, counts->pdata[i], error))
        return FALSE;
    }
  return counts != NULL;
}

/**
 * mlg_hands_load:
 *
 * Returns: (transfer full) (element-type MlgRecord): the shows of hands of all questions of a questionnaire;
 *   %NULL with @error set
 */
GPtrArray *
mlg_hands_load (MlgConnection *db, gint64 questionnaire, GError **error)
{
  return mlg_record_load_where (db, &mlg_hand_count_kind, error,
                                "WHERE question IN (SELECT id FROM question WHERE questionnaire=?1)"
                                " ORDER BY id",
                                "i", questionnaire);
}
