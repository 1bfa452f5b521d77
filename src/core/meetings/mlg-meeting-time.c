/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MINUTES_A_DAY (24 * 60)

/**
 * mlg_moment_clean:
 *
 * See #MlgFieldClean: a day and a time as people write them, "23/11/2026 14:30", "2026-11-23 14h30" or
 * "2026-11-23T14:30", as YYYY-MM-DDTHH:MM:SS. A day alone is its first minute. What is none of these
 * stays as it is, for the field's type to refuse.
 */
char *
mlg_moment_clean (const char *text)
{
  int a = 0, b = 0, c = 0, used = 0;
  char first = '\0', second = '\0';
  g_autofree char *clock = NULL;

  if (sscanf (text, "%4d%c%2d%c%4d%n", &a, &first, &b, &second, &c, &used) != 5 || first != second
      || strchr ("-/.", first) == NULL)
    return g_strdup (text);
  if (a < 1000)
    {
      int day = a;

      a = c;
      c = day;
    }
  while (text[used] == ' ' || text[used] == 'T')
    used++;
  clock = text[used] != '\0' ? mlg_clock_clean (text + used) : g_strdup ("00:00");
  if (mlg_clock_get_minutes (clock) < 0)
    return g_strdup (text);
  return g_strdup_printf ("%04d-%02d-%02dT%s:00", a, b, c, clock);
}

/**
 * mlg_clock_clean:
 *
 * See #MlgFieldClean: "9h", "9h30", "9:30" and "09:30:00" as "09:30".
 */
char *
mlg_clock_clean (const char *text)
{
  const char *rest = text;
  guint hour = 0, minute = 0, second = 0;
  char sign = '\0';
  int used = 0;

  if (sscanf (text, "%2u%c%n", &hour, &sign, &used) != 2 || strchr ("hH:", sign) == NULL)
    return g_strdup (text);
  rest += used;
  if (*rest != '\0'
      && ((sscanf (rest, "%2u:%2u%n", &minute, &second, &used) != 2 || rest[used] != '\0')
          && (sscanf (rest, "%2u%n", &minute, &used) != 1 || rest[used] != '\0')))
    return g_strdup (text);
  if (hour > 23 || minute > 59 || second > 59)
    return g_strdup (text);
  return g_strdup_printf ("%02u:%02u", hour, minute);
}

/**
 * mlg_clock_check:
 *
 * See #MlgFieldCheck.
 */
char *
mlg_clock_check (const char *text)
{
  return mlg_clock_get_minutes (text) < 0
             ? g_strdup (_ ("a time of the day is expected, such as 09:30"))
             : NULL;
}

/**
 * mlg_time_zone_check:
 *
 * See #MlgFieldCheck.
 */
char *
mlg_time_zone_check (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (text);

  return zone == NULL ? g_strdup (_ ("the name of a time zone is expected, such as Europe/Paris"))
                      : NULL;
}

/**
 * mlg_rank_check:
 *
 * See #MlgFieldCheck. What is no number at all is told by the field's type.
 */
char *
mlg_rank_check (const char *text)
{
  return *text == '-' ? g_strdup (_ ("a rank is expected, from 0")) : NULL;
}

/**
 * mlg_minutes_check:
 *
 * See #MlgFieldCheck: no more than %MLG_MINUTES_MAX.
 */
char *
mlg_minutes_check (const char *text)
{
  return *text == '-' || g_ascii_strtoll (text, NULL, 10) > MLG_MINUTES_MAX
             ? g_strdup (_ ("a number of minutes is expected, from 0 to a week’s"))
             : NULL;
}

/**
 * mlg_clock_get_minutes:
 * @clock: (nullable): HH:MM
 *
 * Returns: the minutes since midnight; -1 when it is no time of the day
 */
int
mlg_clock_get_minutes (const char *clock)
{
  if (clock == NULL || strlen (clock) != strlen ("HH:MM") || !g_ascii_isdigit (clock[0])
      || !g_ascii_isdigit (clock[1]) || clock[2] != ':' || !g_ascii_isdigit (clock[3])
      || !g_ascii_isdigit (clock[4]))
    return -1;
  {
    int hour = (clock[0] - '0') * 10 + clock[1] - '0';
    int minute = (clock[3] - '0') * 10 + clock[4] - '0';

    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
  }
}

/**
 * mlg_clock_from_minutes:
 * @minutes: since midnight; those of the next days count from their own midnight
 *
 * Returns: (transfer full): HH:MM
 */
char *
mlg_clock_from_minutes (gint64 minutes)
{
  gint64 of_day = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;

  return g_strdup_printf ("%02d:%02d", (int) (of_day / 60), (int) (of_day % 60));
}

/**
 * mlg_moment_get_clock:
 * @moment: (nullable): YYYY-MM-DDTHH:MM:SS
 *
 * Returns: its minutes since midnight; -1 for none
 */
int
mlg_moment_get_clock (const char *moment)
{
  g_autofree char *clock = NULL;

  if (moment == NULL || strlen (moment) < strlen ("YYYY-MM-DDTHH:MM"))
    return -1;
  clock = g_strndup (moment + strlen ("YYYY-MM-DDT"), strlen ("HH:MM"));
  return mlg_clock_get_minutes (clock);
}

/**
 * mlg_moment_dup_day:
 * @moment: (nullable): YYYY-MM-DDTHH:MM:SS
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD
 */
char *
mlg_moment_dup_day (const char *moment)
{
  return moment != NULL ? g_strndup (moment, strlen ("YYYY-MM-DD")) : NULL;
}

static GDateTime *
read_moment (const char *moment)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return moment != NULL ? g_date_time_new_from_iso8601 (moment, utc) : NULL;
}

/**
 * mlg_moment_get_minutes_until:
 * @moment: (nullable): a moment
 * @later: (nullable): another one of the same time zone
 *
 * Returns: how many minutes from one to the other by the calendar, negative when @later is earlier;
 *   0 when one is none
 */
gint64
mlg_moment_get_minutes_until (const char *moment, const char *later)
{
  g_autoptr (GDateTime) from = read_moment (moment);
  g_autoptr (GDateTime) to = read_moment (later);

  return from != NULL && to != NULL ? g_date_time_difference (to, from) / G_TIME_SPAN_MINUTE : 0;
}

/**
 * mlg_moment_add_minutes:
 * @moment: (nullable): a moment
 *
 * Returns: (transfer full) (nullable): the moment so many minutes later by the calendar
 */
char *
mlg_moment_add_minutes (const char *moment, gint64 minutes)
{
  g_autoptr (GDateTime) time = read_moment (moment);
  g_autoptr (GDateTime) later = time != NULL && ABS (minutes) < 100 * 366 * MINUTES_A_DAY
                                    ? g_date_time_add (time, minutes * G_TIME_SPAN_MINUTE)
                                    : NULL;

  return later != NULL ? g_date_time_format (later, "%Y-%m-%dT%H:%M:%S") : NULL;
}

/**
 * mlg_moment_on_day:
 * @moment: (nullable): a moment
 * @day: YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the same time of another day
 */
char *
mlg_moment_on_day (const char *moment, const char *day)
{
  return moment != NULL && strlen (moment) > strlen ("YYYY-MM-DD")
             ? g_strconcat (day, moment + strlen ("YYYY-MM-DD"), NULL)
             : NULL;
}
