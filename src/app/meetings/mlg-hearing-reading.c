/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing-reading.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-hearing-answer.h"
#include "meetings/mlg-hearing-question.h"
#include "meetings/mlg-hearing.h"
#include "mlg-meeting-parts.h"
#include "mlg-meeting-text.h"

/**
 * mlg_hearing_reading_free:
 */
void
mlg_hearing_reading_free (MlgHearingReading *reading)
{
  g_clear_pointer (&reading->heard, g_ptr_array_unref);
  g_clear_pointer (&reading->hearings, g_ptr_array_unref);
  g_clear_pointer (&reading->questions, g_ptr_array_unref);
  g_clear_pointer (&reading->answers, g_ptr_array_unref);
  g_free (reading);
}

static gpointer
copy_record (gconstpointer record, gpointer data)
{
  return g_object_ref ((gpointer) record);
}

static gboolean
read_answers (MlgConnection *db, MlgHearingReading *reading, GError **error)
{
  reading->answers = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < reading->hearings->len; i++)
    {
      g_autoptr (GPtrArray) answers = mlg_meeting_parts_load (
          db, &mlg_hearing_answer_kind, MLG_HEARING_ANSWER_HEARING,
          mlg_record_get_id (reading->hearings->pdata[i]), MLG_HEARING_ANSWER_QUESTION, error);

      if (answers == NULL)
        return FALSE;
      g_ptr_array_extend (reading->answers, answers, copy_record, NULL);
    }
  return TRUE;
}

/**
 * mlg_hearing_reading_load:
 * @id: points to the id of a meeting
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): a #MlgHearingReading; %NULL with @error set
 */
gpointer
mlg_hearing_reading_load (MlgConnection *db, gpointer id, GError **error)
{
  gint64 meeting = *(gint64 *) id;
  g_autoptr (MlgHearingReading) reading = g_new0 (MlgHearingReading, 1);

  reading->heard = mlg_hearing_compare (db, meeting, error);
  if (reading->heard == NULL)
    return NULL;
  reading->hearings = mlg_meeting_parts_load (db, &mlg_hearing_kind, MLG_HEARING_MEETING, meeting,
                                              MLG_HEARING_STARTS, error);
  if (reading->hearings == NULL)
    return NULL;
  reading->questions =
      mlg_meeting_parts_load (db, &mlg_hearing_question_kind, MLG_HEARING_QUESTION_MEETING, meeting,
                              MLG_HEARING_QUESTION_POSITION, error);
  return reading->questions != NULL && read_answers (db, reading, error)
             ? g_steal_pointer (&reading)
             : NULL;
}

static MlgRecord *
find_answer (const MlgHearingReading *reading, gint64 hearing, gint64 question)
{
  for (guint i = 0; i < reading->answers->len; i++)
    {
      MlgRecord *answer = reading->answers->pdata[i];

      if (mlg_record_get_integer (answer, MLG_HEARING_ANSWER_HEARING) == hearing
          && mlg_record_get_integer (answer, MLG_HEARING_ANSWER_QUESTION) == question)
        return answer;
    }
  return NULL;
}

/**
 * mlg_hearing_reading_is_asked:
 *
 * Returns: whether a supplier was asked a question
 */
gboolean
mlg_hearing_reading_is_asked (const MlgHearingReading *reading, gint64 hearing, gint64 question)
{
  MlgRecord *answer = find_answer (reading, hearing, question);

  return answer != NULL && mlg_record_get_boolean (answer, MLG_HEARING_ANSWER_ASKED);
}

/**
 * mlg_hearing_reading_get_answer:
 *
 * Returns: (transfer none) (nullable): what a supplier answered to a question
 */
const char *
mlg_hearing_reading_get_answer (const MlgHearingReading *reading, gint64 hearing, gint64 question)
{
  MlgRecord *answer = find_answer (reading, hearing, question);

  return answer != NULL ? mlg_record_get_text (answer, MLG_HEARING_ANSWER_ANSWER) : NULL;
}

/**
 * mlg_hearing_reading_write_time:
 *
 * Returns: (transfer full): "10:00 – 10:30 · 30 min"
 */
char *
mlg_hearing_reading_write_time (const MlgSupplierHeard *heard)
{
  g_autofree char *length = NULL;

  if (heard->minutes < 0)
    return g_strdup (heard->starts != NULL ? heard->starts : "–");
  length = mlg_meeting_text_minutes (heard->minutes);
  return g_strdup_printf ("%s – %s · %s", heard->starts, heard->ends, length);
}

static void
append (GString *line, const char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? "\n" : "", part);
}

/**
 * mlg_hearing_reading_write_verdict:
 *
 * Returns: (transfer full): "Treated as the others", or in what they were not, in lines
 */
char *
mlg_hearing_reading_write_verdict (const MlgSupplierHeard *heard)
{
  GString *line = g_string_new (NULL);

  if (!heard->same_time)
    append (line, heard->minutes < 0 ? _ ("Time not noted") : _ ("Longer than others"));
  if (!heard->same_questions)
    append (line, _ ("Not all questions"));
  if (!heard->same_documents)
    append (line, _ ("Other documents"));
  if (line->len == 0)
    append (line, _ ("As the others"));
  return g_string_free (line, FALSE);
}
