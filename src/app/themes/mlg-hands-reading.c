/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hands-reading.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting.h"
#include "themes/mlg-hand-count.h"
#include "themes/mlg-hands.h"
#include "store/mlg-record-sql.h"
#include "themes/mlg-questionnaire.h"

/* Where the hands were raised; before any was, where the questionnaire is asked. */
static gint64
find_meeting (MlgConnection *db, gint64 questionnaire, GPtrArray *counts, GError **error)
{
  g_autoptr (MlgRecord) record = NULL;
  MlgRecord *last = counts->len > 0 ? counts->pdata[counts->len - 1] : NULL;

  if (last != NULL)
    return mlg_record_get_integer (last, MLG_HAND_COUNT_MEETING);
  record = mlg_record_load (db, &mlg_questionnaire_kind, questionnaire, error);
  return record != NULL ? mlg_record_get_integer (record, MLG_QUESTIONNAIRE_MEETING) : 0;
}

/**
 * mlg_hands_reading_read:
 * @questionnaire: (type gint64*): which one
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): an #MlgHandsReading; %NULL with @error set
 */
gpointer
mlg_hands_reading_read (MlgConnection *db, gpointer questionnaire, GError **error)
{
  gint64 id = *(gint64 *) questionnaire;
  g_autoptr (GPtrArray) counts = mlg_hands_load (db, id, error);
  g_autoptr (GError) failure = NULL;
  MlgHandsReading *reading;
  gint64 meeting;

  if (counts == NULL)
    return NULL;
  reading = g_new0 (MlgHandsReading, 1);
  meeting = find_meeting (db, id, counts, &failure);
  if (meeting != 0)
    reading->meeting = mlg_record_load (db, &mlg_meeting_kind, meeting, &failure);
  reading->counts = g_steal_pointer (&counts);
  if (failure == NULL)
    return reading;
  mlg_hands_reading_free (reading);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * mlg_hands_reading_free:
 * @data: (transfer full): an #MlgHandsReading
 */
void
mlg_hands_reading_free (gpointer data)
{
  MlgHandsReading *reading = data;

  g_clear_pointer (&reading->counts, g_ptr_array_unref);
  g_clear_object (&reading->meeting);
  g_free (reading);
}

/**
 * mlg_hands_reading_get_meeting:
 *
 * Returns: where the hands were or are to be raised; 0 when that is not known
 */
gint64
mlg_hands_reading_get_meeting (const MlgHandsReading *reading)
{
  return reading->meeting != NULL ? mlg_record_get_id (reading->meeting) : 0;
}

/**
 * mlg_hands_reading_get_meeting_title:
 *
 * Returns: (nullable): its title
 */
const char *
mlg_hands_reading_get_meeting_title (const MlgHandsReading *reading)
{
  return reading->meeting != NULL ? mlg_record_get_text (reading->meeting, MLG_MEETING_TITLE)
                                  : NULL;
}

/* Returns: how many hands; -1 when they were not counted */
static gint64
find_hands (const MlgHandsReading *reading, gint64 question, gint64 option, guint place)
{
  for (guint i = 0; i < reading->counts->len; i++)
    {
      MlgRecord *count = reading->counts->pdata[i];
      gboolean same = option != 0
                          ? mlg_record_get_integer (count, MLG_HAND_COUNT_OPTION) == option
                          : (mlg_record_get_real (count, MLG_HAND_COUNT_VALUE) > 0) == (place == 0);

      if (same && mlg_record_get_integer (count, MLG_HAND_COUNT_QUESTION) == question)
        return mlg_record_get_integer (count, MLG_HAND_COUNT_HANDS);
    }
  return -1;
}

/**
 * mlg_hands_reading_print:
 * @options: (element-type gint64): of @question; empty for yes and no
 * @places: how many options, or 2
 *
 * Returns: (transfer full): the hands for a question as one writes them: "12 3 - 5"; empty when none were
 *   counted
 */
char *
mlg_hands_reading_print (const MlgHandsReading *reading,
                         gint64 question,
                         GArray *options,
                         guint places)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize told = 0;

  for (guint i = 0; i < places; i++)
    {
      gint64 option = options->len > 0 ? g_array_index (options, gint64, i) : 0;
      gint64 hands = find_hands (reading, question, option, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (hands < 0)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, hands);
      told = hands < 0 ? told : text->len;
    }
  g_string_truncate (text, told);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mlg_hands_reading_tell:
 *
 * Returns: (transfer full): how many were counted and where, or how to write them
 */
char *
mlg_hands_reading_tell (const MlgHandsReading *reading)
{
  const char *title = mlg_hands_reading_get_meeting_title (reading);
  g_autofree char *counted = NULL;
  guint n = 0;

  for (guint i = 0; i < reading->counts->len; i++)
    n += (guint) mlg_record_get_integer (reading->counts->pdata[i], MLG_HAND_COUNT_HANDS);
  if (reading->counts->len == 0)
    return g_strdup (
        _ ("How many hands for each option, in their order: 12 3 - 5; without options, "
           "for yes and for no"));
  counted = g_strdup_printf (ngettext ("%'u hand counted", "%'u hands counted", n), n);
  /* Translators: how many hands were counted, and the title of a meeting. */
  return title != NULL ? g_strdup_printf (_ ("%s at “%s”"), counted, title)
                       : g_steal_pointer (&counted);
}
