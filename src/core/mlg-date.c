/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-date.h"

#include <glib/gi18n-lib.h>

/* Dates and times as people write them. */

/**
 * mlg_date_write_day:
 *
 * Returns: (transfer full): "3 March 2024"; the first of a month as its language has it
 */
char *
mlg_date_write_day (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  if (g_date_time_get_day_of_month (time) == 1)
    /* Translators: the first of a month: “1 March 2024”, in French “1er mars 2024”; see strftime(3). */
    return g_date_time_format (time, C_ ("first of a month", "%-d %B %Y"));
  /* Translators: a date as people write it: day, month's name, year. */
  return g_date_time_format (time, C_ ("date", "%-d %B %Y"));
}

/**
 * mlg_date_write_time:
 *
 * Returns: (transfer full): "3 March 2024, 14:05"
 */
char *
mlg_date_write_time (GDateTime *time)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  day = mlg_date_write_day (time);
  clock = g_date_time_format (time, "%H:%M");
  /* Translators: a date and a time. */
  return g_strdup_printf (C_ ("time", "%s, %s"), day, clock);
}
