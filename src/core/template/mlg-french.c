/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-french.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* How values are printed in a French document, whatever the language of the screen: the typography
 * of the Imprimerie nationale (narrow no-break space between thousands, no-break space before a
 * unit, comma, "1er" for the first of a month). */
#define NARROW_SPACE   "\u202f"
#define NO_BREAK_SPACE "\u00a0"

static const char *const months[] = { "janvier",   "février", "mars",     "avril",
                                      "mai",       "juin",    "juillet",  "août",
                                      "septembre", "octobre", "novembre", "décembre" };

static const char *const weekdays[] = { "lundi",    "mardi",  "mercredi", "jeudi",
                                        "vendredi", "samedi", "dimanche" };

/**
 * mlg_french_print_number:
 * @decimals: how many at the most, 0 to 6; a whole number has none unless this is 2 and it has cents
 *
 * Returns: (transfer full): "1 234,56"
 */
char *
mlg_french_print_number (double number, int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autofree char *format = g_strdup_printf ("%%.%df", decimals);
  GString *out = g_string_new (number < 0 ? "\u2212" : "");
  gsize whole;

  g_ascii_formatd (buffer, sizeof buffer, format, fabs (number));
  whole = strcspn (buffer, ".");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, NARROW_SPACE);
      g_string_append_c (out, buffer[i]);
    }
  if (buffer[whole] == '.' && strspn (buffer + whole + 1, "0") != strlen (buffer + whole + 1))
    g_string_append_printf (out, ",%s", buffer + whole + 1);
  return g_string_free (out, FALSE);
}

/* A number without the zeros at its end: 12.50 percent is 12,5 %. */
static char *
print_plain_number (double number)
{
  char *printed = mlg_french_print_number (number, 4);

  if (strchr (printed, ',') != NULL)
    while (g_str_has_suffix (printed, "0"))
      printed[strlen (printed) - 1] = '\0';
  return printed;
}

/**
 * mlg_french_print_date:
 * @iso: YYYY-MM-DD, a time may follow
 *
 * Returns: (transfer full): "1er mars 2026", or with the weekday "dimanche 1er mars 2026"; @iso
 *   itself when it is no date
 */
char *
mlg_french_print_date (const char *iso, gboolean with_weekday)
{
  int year = 0, month = 0, day = 0;
  g_autoptr (GDate) date = NULL;
  const char *weekday;

  if (sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (iso);
  date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  weekday = weekdays[g_date_get_weekday (date) - 1];
  return g_strdup_printf ("%s%s%d%s" NO_BREAK_SPACE "%s %d", with_weekday ? weekday : "",
                          with_weekday ? " " : "", day, day == 1 ? "er" : "", months[month - 1],
                          year);
}

static char *
print_time (const char *iso)
{
  const char *time = strchr (iso, 'T');
  int hours = 0, minutes = 0;

  if (sscanf (time != NULL ? time + 1 : iso, "%2d:%2d", &hours, &minutes) != 2)
    return g_strdup (iso);
  if (minutes == 0)
    return g_strdup_printf ("%d" NO_BREAK_SPACE "h", hours);
  return g_strdup_printf ("%d" NO_BREAK_SPACE "h" NO_BREAK_SPACE "%02d", hours, minutes);
}

static char *
print_duration (const char *kept)
{
  static const struct
  {
    const char *unit, *one, *several;
  } units[] = { { "days", "jour", "jours" },    { "weeks", "semaine", "semaines" },
                { "months", "mois", "mois" },   { "years", "an", "ans" },
                { "hours", "heure", "heures" }, { "minutes", "minute", "minutes" } };
  char *end = NULL;
  double number = g_ascii_strtod (kept, &end);
  g_autofree char *printed = print_plain_number (number);

  for (guint i = 0; *end == ' ' && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (end + 1, units[i].unit))
      return g_strdup_printf ("%s" NO_BREAK_SPACE "%s", printed,
                              number < 2 ? units[i].one : units[i].several);
  return g_strdup (kept);
}

static char *
print_amount (const char *kept)
{
  g_autofree char *number = mlg_french_print_number (g_ascii_strtod (kept, NULL), 2);

  return g_strconcat (number, NO_BREAK_SPACE "€", NULL);
}

static char *
print_percentage (const char *kept)
{
  g_autofree char *number = print_plain_number (g_ascii_strtod (kept, NULL));

  return g_strconcat (number, NO_BREAK_SPACE "%", NULL);
}

/**
 * mlg_french_print:
 * @format: (nullable): the name of a type, or long-date, time; anything else is text
 * @kept: a value as files carry it
 *
 * Returns: (transfer full): the value as it is printed in French
 */
char *
mlg_french_print (const char *format, const char *kept)
{
  if (g_strcmp0 (format, "date") == 0)
    return mlg_french_print_date (kept, FALSE);
  if (g_strcmp0 (format, "long-date") == 0)
    return mlg_french_print_date (kept, TRUE);
  if (g_strcmp0 (format, "time") == 0)
    return print_time (kept);
  if (g_strcmp0 (format, "duration") == 0)
    return print_duration (kept);
  if (g_strcmp0 (format, "amount") == 0)
    return print_amount (kept);
  if (g_strcmp0 (format, "percentage") == 0)
    return print_percentage (kept);
  if (g_strcmp0 (format, "number") == 0)
    return print_plain_number (g_ascii_strtod (kept, NULL));
  if (g_strcmp0 (format, "yes-no") == 0)
    return g_strdup (g_str_equal (kept, "true") ? "oui" : "non");
  return g_strdup (kept);
}
