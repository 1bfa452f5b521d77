/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "mlg-french.h"
#include "mlg-template-error.h"

/* Values as French offices write them, read into the form that files carry. */

static char *
refuse (const char *text, const char *expected, GError **error)
{
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               /* Translators: “58 bis”: a number is expected */
               _ ("“%s”: %s"), text, expected);
  return NULL;
}

/* Without any kind of space, nor what stands around the number. */
static char *
strip (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (NULL);

  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (!g_unichar_isspace (c) && c != 0x20ac && c != '%')
        g_string_append_unichar (plain, c);
    }
  if (g_str_has_suffix (plain->str, "euros"))
    g_string_truncate (plain, plain->len - strlen ("euros"));
  return g_string_free (plain, FALSE);
}

static gboolean
read_number (const char *text, double *number, char **rest)
{
  g_autofree char *plain = strip (text);
  const char *comma = strchr (plain, ',');
  char *end = NULL;

  /* With a comma and a point, the last one is the decimal mark. */
  if (comma != NULL && strchr (plain, '.') != NULL)
    {
      g_autoptr (GString) cleaned = g_string_new (plain);

      g_string_replace (cleaned, strrchr (plain, '.') > strrchr (plain, ',') ? "," : ".", "", 0);
      g_free (plain);
      plain = g_string_free (g_steal_pointer (&cleaned), FALSE);
    }
  g_strdelimit (plain, ",", '.');
  *number = g_ascii_strtod (plain, &end);
  if (end == plain || !isfinite (*number))
    return FALSE;
  if (rest != NULL)
    *rest = g_strdup (end);
  return rest != NULL || *end == '\0';
}

static char *
write_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/* Fifteen digits are kept. */
#define MOST_OF_A_NUMBER 1e15

/**
 * mlg_french_parse_number:
 * @text: "1 234,56", "1234.56", "40 %", "25 000 €"
 *
 * Returns: (transfer full): "1234.56", or %NULL with %MLG_TEMPLATE_ERROR_VALUE
 */
char *
mlg_french_parse_number (const char *text, GError **error)
{
  double number = 0;

  if (!read_number (text, &number, NULL))
    return refuse (text, _ ("a number is expected"), error);
  if (fabs (number) >= MOST_OF_A_NUMBER)
    return refuse (text, _ ("a number of at most fifteen digits is expected"), error);
  return write_number (number);
}

/* What is kept has fifteen digits: below this, two of them are cents. */
#define MOST_OF_AN_AMOUNT 1e13

/**
 * mlg_french_parse_amount:
 * @text: "1 234,56", "1234.56", "25 000 €"
 *
 * Returns: (transfer full): euros, to the cent: "1234.56", or %NULL with %MLG_TEMPLATE_ERROR_VALUE, for
 *   what is negative or too large to be kept to the cent too
 */
char *
mlg_french_parse_amount (const char *text, GError **error)
{
  double number = 0;

  if (!read_number (text, &number, NULL))
    return refuse (text, _ ("a number is expected"), error);
  if (number < 0)
    return refuse (text, _ ("an amount of zero or more is expected"), error);
  if (number >= MOST_OF_AN_AMOUNT)
    return refuse (text, _ ("an amount of less than 10,000 billion euros is expected"), error);
  return write_number (number);
}

/**
 * mlg_french_parse_date:
 * @text: "23/11/2026", "2026-11-23" or "23 novembre 2026"
 *
 * Returns: (transfer full): "2026-11-23", or %NULL with %MLG_TEMPLATE_ERROR_VALUE
 */
char *
mlg_french_parse_date (const char *text, GError **error)
{
  static const char *const months[] = { "janvier",   "fevrier", "mars",     "avril",
                                        "mai",       "juin",    "juillet",  "aout",
                                        "septembre", "octobre", "novembre", "decembre" };
  int year = 0, month = 0, day = 0;
  char name[32] = "";
  g_autofree char *plain = g_str_to_ascii (text, "fr");

  g_strstrip (plain);
  if (sscanf (plain, "%4d-%2d-%2d", &year, &month, &day) != 3
      && sscanf (plain, "%2d%*1[/.-]%2d%*1[/.-]%4d", &day, &month, &year) != 3
      && (sscanf (plain, "%2d %31[a-z] %4d", &day, name, &year) == 3
          || sscanf (plain, "%2der %31[a-z] %4d", &day, name, &year) == 3))
    for (month = 12; month > 0 && !g_str_equal (months[month - 1], name);)
      month--;
  if (year < 1000 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return refuse (text, _ ("a date is expected, such as 23/11/2026"), error);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * mlg_french_parse_duration:
 * @text: "12 mois", "1 an", "30 jours", "2 h", "12 months"
 *
 * Returns: (transfer full): "12 months", or %NULL with %MLG_TEMPLATE_ERROR_VALUE
 */
char *
mlg_french_parse_duration (const char *text, GError **error)
{
  static const struct
  {
    const char *start, *unit;
  } units[] = { { "jour", "days" },  { "day", "days" },    { "semaine", "weeks" },
                { "week", "weeks" }, { "mois", "months" }, { "month", "months" },
                { "an", "years" },   { "year", "years" },  { "heure", "hours" },
                { "hour", "hours" }, { "min", "minutes" } };
  double number = 0;
  g_autofree char *rest = NULL;
  g_autofree char *written = NULL;

  if (!read_number (text, &number, &rest) || number < 0)
    return refuse (text, _ ("a duration is expected, such as 12 mois"), error);
  written = write_number (number);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (rest, units[i].start))
      return g_strdup_printf ("%s %s", written, units[i].unit);
  if (g_str_equal (rest, "h"))
    return g_strdup_printf ("%s hours", written);
  return refuse (text, _ ("a unit is expected: jours, semaines, mois, ans"), error);
}

/**
 * mlg_french_parse_time:
 * @text: "14 h 30", "14h", "9:05"; a date may stand before it: "2026-11-23T09:05:00"
 *
 * Returns: (transfer full): "09:05", or %NULL with %MLG_TEMPLATE_ERROR_VALUE
 */
char *
mlg_french_parse_time (const char *text, GError **error)
{
  const char *mark = strchr (text, 'T');
  g_autofree char *plain = strip (mark != NULL ? mark + 1 : text);
  int hours = -1, minutes = 0, used = 0;
  char separator = 0;

  if (sscanf (plain, "%2d%c%n", &hours, &separator, &used) != 2 || strchr ("hH:", separator) == NULL
      || (plain[used] != '\0' && sscanf (plain + used, "%2d", &minutes) != 1) || hours < 0
      || hours > 23 || minutes < 0 || minutes > 59)
    return refuse (text, _ ("a time of day is expected, such as 14 h 30"), error);
  return g_strdup_printf ("%02d:%02d", hours, minutes);
}

/**
 * mlg_french_parse_yes_no:
 * @text: "oui", "non", "true", "1"…
 *
 * Returns: (transfer full): "true" or "false", or %NULL with %MLG_TEMPLATE_ERROR_VALUE
 */
char *
mlg_french_parse_yes_no (const char *text, GError **error)
{
  static const char *const yes[] = { "oui", "o", "yes", "true", "vrai", "1", "x", NULL };
  static const char *const no[] = { "non", "n", "no", "false", "faux", "0", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  g_strstrip (lower);
  if (g_strv_contains (yes, lower))
    return g_strdup ("true");
  if (g_strv_contains (no, lower))
    return g_strdup ("false");
  return refuse (text, _ ("oui or non is expected"), error);
}
