/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-day.h"

#include <stdio.h>
#include <string.h>

/* Days as records keep them: YYYY-MM-DD, whose order is that of text. */

/**
 * mlg_day_today:
 *
 * Returns: (transfer full): the day that the computer's calendar shows
 */
char *
mlg_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * mlg_day_is_over:
 * @until: (nullable): the last day of something; %NULL when it has none
 * @today: the day that it is
 *
 * Returns: whether the last day is before today
 */
gboolean
mlg_day_is_over (const char *until, const char *today)
{
  return until != NULL && strcmp (until, today) < 0;
}

/**
 * mlg_day_add_months:
 * @day: a day
 * @months: how many, 0 or more
 *
 * Returns: (transfer full) (nullable): the same day so many months later, or the last day of a shorter
 *   month; %NULL when @day is none or the calendar ends before
 */
char *
mlg_day_add_months (const char *day, gint64 months)
{
  guint y = 0, m = 0, d = 0;
  GDate date;
  char text[sizeof "YYYY-MM-DD"];

  if (day == NULL || months < 0 || months > 12 * 1000
      || sscanf (day, "%4u-%2u-%2u", &y, &m, &d) != 3
      || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  g_date_add_months (&date, (guint) months);
  if (!g_date_valid (&date) || g_date_get_year (&date) > 9999)
    return NULL;
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}
