/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-text.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting.h"
#include "mlg-date.h"

/* What people read of a meeting. */

static GDateTime *
read_moment (MlgRecord *meeting, guint field)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *moment = mlg_record_get_text (meeting, field);

  return moment != NULL ? g_date_time_new_from_iso8601 (moment, zone) : NULL;
}

/* "Thursday 10 December 2026" */
static char *
write_long_day (GDateTime *time)
{
  g_autofree char *day = mlg_date_write_day (time);
  g_autofree char *name = g_date_time_format (time, "%A");

  /* Translators: the name of a weekday and a date: “Thursday 10 December 2026”. */
  return g_strdup_printf (C_ ("weekday and date", "%s %s"), name, day);
}

static gboolean
is_same_day (MlgRecord *meeting)
{
  g_autofree char *first = mlg_moment_dup_day (mlg_record_get_text (meeting, MLG_MEETING_STARTS));
  g_autofree char *last = mlg_moment_dup_day (mlg_record_get_text (meeting, MLG_MEETING_ENDS));

  return g_strcmp0 (first, last) == 0;
}

static char *
write_end (MlgRecord *meeting, GDateTime *ends, gboolean all_day)
{
  if (is_same_day (meeting))
    return all_day ? NULL : g_date_time_format (ends, "%H:%M");
  return all_day ? write_long_day (ends) : mlg_date_write_time (ends);
}

/**
 * mlg_meeting_text_when:
 *
 * Returns: (transfer full) (nullable): "Thursday 10 December 2026, 09:30 – 12:30"; %NULL when it is not
 *   known
 */
char *
mlg_meeting_text_when (MlgRecord *meeting)
{
  g_autoptr (GDateTime) starts = read_moment (meeting, MLG_MEETING_STARTS);
  g_autoptr (GDateTime) ends = read_moment (meeting, MLG_MEETING_ENDS);
  gboolean all_day = mlg_record_get_boolean (meeting, MLG_MEETING_ALL_DAY);
  g_autofree char *day = starts != NULL ? write_long_day (starts) : NULL;
  g_autofree char *clock = mlg_meeting_text_clock (meeting);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (starts == NULL)
    return NULL;
  from = clock != NULL ? g_strdup_printf ("%s, %s", day, clock) : g_steal_pointer (&day);
  until = ends != NULL ? write_end (meeting, ends, all_day) : NULL;
  return until != NULL ? g_strdup_printf ("%s – %s", from, until) : g_steal_pointer (&from);
}

/**
 * mlg_meeting_text_clock:
 *
 * Returns: (transfer full) (nullable): "09:30"; %NULL when it lasts all day or is not known
 */
char *
mlg_meeting_text_clock (MlgRecord *meeting)
{
  int minutes = mlg_moment_get_clock (mlg_record_get_text (meeting, MLG_MEETING_STARTS));

  return minutes >= 0 && !mlg_record_get_boolean (meeting, MLG_MEETING_ALL_DAY)
             ? mlg_clock_from_minutes (minutes)
             : NULL;
}

/**
 * mlg_meeting_text_start:
 *
 * See #MlgFieldFormat: "10 December 2026, 09:30", without the time for what lasts all day.
 */
char *
mlg_meeting_text_start (MlgRecord *meeting, guint field)
{
  g_autoptr (GDateTime) starts = read_moment (meeting, field);

  if (starts == NULL)
    return NULL;
  return mlg_record_get_boolean (meeting, MLG_MEETING_ALL_DAY) ? mlg_date_write_day (starts)
                                                               : mlg_date_write_time (starts);
}

/**
 * mlg_meeting_text_kind:
 *
 * Returns: (transfer full): "Kick-off meeting · Draft"
 */
char *
mlg_meeting_text_kind (MlgRecord *meeting)
{
  g_autofree char *type = mlg_record_dup_display (meeting, MLG_MEETING_TYPE);
  g_autofree char *state = mlg_record_dup_display (meeting, MLG_MEETING_STATE);

  if (state == NULL || *state == '\0')
    return g_steal_pointer (&type);
  return g_strdup_printf ("%s · %s", type, state);
}

/**
 * mlg_meeting_text_line:
 *
 * See #MlgRecordText: "10 December 2026, 09:30 · Kick-off meeting · Draft".
 */
char *
mlg_meeting_text_line (MlgRecord *meeting)
{
  g_autofree char *kind = mlg_meeting_text_kind (meeting);
  g_autofree char *start = mlg_meeting_text_start (meeting, MLG_MEETING_STARTS);

  return start != NULL ? g_strdup_printf ("%s · %s", start, kind) : g_steal_pointer (&kind);
}

/**
 * mlg_meeting_text_minutes:
 * @minutes: how many, from 0
 *
 * Returns: (transfer full): "45 min", "1 h", "2 h 05"
 */
char *
mlg_meeting_text_minutes (gint64 minutes)
{
  if (minutes < 60)
    /* Translators: a length of time, short. */
    return g_strdup_printf (C_ ("length of time", "%d min"), (int) minutes);
  if (minutes % 60 == 0)
    /* Translators: a length of time, short: hours. */
    return g_strdup_printf (C_ ("length of time", "%d h"), (int) (minutes / 60));
  /* Translators: a length of time, short: hours and minutes. */
  return g_strdup_printf (C_ ("length of time", "%d h %02d"), (int) (minutes / 60),
                          (int) (minutes % 60));
}
