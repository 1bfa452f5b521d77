/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "mlg-clean-text.h"
#include "mlg-date.h"
#include "mlg-markup.h"
#include "mlg-record-private.h"
#include "mlg-store-error.h"

/* Values as text: as files carry them, as people read them, and as people write them. */

/**
 * mlg_record_dup_plain:
 *
 * The value as files carry it: numbers with a point, dates as YYYY-MM-DD, codes as codes.
 *
 * Returns: (transfer full) (nullable): %NULL for none
 */
char *
mlg_record_dup_plain (MlgRecord *self, guint field)
{
  const MlgValue *value = &mlg_record_get_values (self)[field];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case MLG_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case MLG_VALUE_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value->real));
    case MLG_VALUE_TEXT:
      return g_strdup (value->text);
    case MLG_VALUE_NULL:
    default:
      return NULL;
    }
}

static char *
display_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);
  GDate date;

  g_date_clear (&date, 1);
  if (g_strv_length (parts) == 3)
    {
      gint64 year = g_ascii_strtoll (parts[0], NULL, 10);
      gint64 month = g_ascii_strtoll (parts[1], NULL, 10);
      gint64 day = g_ascii_strtoll (parts[2], NULL, 10);

      if (year > 0 && year <= G_MAXUINT16 && month > 0 && day > 0
          && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }
  if (g_date_valid (&date))
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (
          g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

      return mlg_date_write_day (time);
    }
  return g_strdup (text);
}

/* A line of words; of several codes, their titles. */
static char *
display_line (const MlgField *description, const char *text)
{
  g_auto (GStrv) codes = NULL;
  GString *titles;

  if (description->codes == NULL)
    return g_strdup (text);
  codes = g_strsplit (text, " ", -1);
  titles = g_string_new (NULL);
  for (char **code = codes; *code != NULL; code++)
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                            mlg_code_list_get_title (description->codes, *code));
  return g_string_free (titles, FALSE);
}

/**
 * mlg_record_dup_display:
 *
 * The value as people read it, in their language: codes by their title, dates in words, numbers
 * grouped, and of XML the words. References show nothing: the name of another record is a query.
 *
 * Returns: (transfer full): "" for none
 */
char *
mlg_record_dup_display (MlgRecord *self, guint field)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];

  if (mlg_record_is_null (self, field) || description->type == MLG_FIELD_REFERENCE)
    return g_strdup ("");
  if ((description->flags & MLG_FIELD_MARKUP) != 0)
    return mlg_markup_to_words (mlg_record_get_text (self, field), -1);
  switch (description->type)
    {
    case MLG_FIELD_CODE:
      return g_strdup (
          mlg_code_list_get_title (description->codes, mlg_record_get_text (self, field)));
    case MLG_FIELD_DATE:
      return display_date (mlg_record_get_text (self, field));
    case MLG_FIELD_BOOLEAN:
      return g_strdup (mlg_record_get_boolean (self, field) ? _ ("Yes") : _ ("No"));
    case MLG_FIELD_INTEGER:
      return g_strdup_printf ("%'" G_GINT64_FORMAT, mlg_record_get_integer (self, field));
    case MLG_FIELD_REAL:
      return g_strdup_printf ("%'.2f", mlg_record_get_real (self, field));
    case MLG_FIELD_TEXT:
      return display_line (description, mlg_record_get_text (self, field));
    case MLG_FIELD_LONG_TEXT:
    case MLG_FIELD_TIME:
    case MLG_FIELD_REFERENCE:
    default:
      return g_strdup (mlg_record_get_text (self, field));
    }
}

static gboolean
refuse (GError **error, const MlgField *field, const char *text, const char *expected)
{
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               /* Translators: "58 bis" is not right for "Population": a whole number is expected */
               _ ("“%s” is not right for “%s”: %s"), text, _ (field->title), expected);
  return FALSE;
}

static gboolean
is_plain_number (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* "215 903 501", "1 234,5" and "1,234.5" are numbers as offices write them. */
static char *
strip_number (const char *text)
{
  g_autofree char *nfkc = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (NULL);
  const char *comma, *point;

  for (const char *p = nfkc != NULL ? nfkc : text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\'')
      g_string_append_unichar (plain, g_utf8_get_char (p));
  comma = strrchr (plain->str, ',');
  point = strrchr (plain->str, '.');
  if (comma != NULL && point != NULL && point > comma)
    g_string_replace (plain, ",", "", 0);
  else if (comma != NULL && point != NULL)
    g_string_replace (plain, ".", "", 0);
  g_string_replace (plain, ",", ".", 0);
  return g_string_free (plain, FALSE);
}

/* As many digits as a double holds whole. */
#define MOST_DIGITS 15

static gboolean
parse_number (MlgRecord *self, guint field, const char *text, GError **error)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];
  g_autofree char *wrong = description->check != NULL ? description->check (text) : NULL;
  g_autofree char *plain = NULL;
  char *end = NULL;
  double real;

  if (wrong != NULL)
    return refuse (error, description, text, wrong);
  if (description->type == MLG_FIELD_INTEGER && strlen (text) <= MOST_DIGITS
      && is_plain_number (text))
    {
      mlg_record_set_integer (self, field, g_ascii_strtoll (text, NULL, 10));
      return TRUE;
    }
  plain = is_plain_number (text) ? g_strdup (text) : strip_number (text);
  real = g_ascii_strtod (plain, &end);
  if (*plain == '\0' || *end != '\0' || !isfinite (real))
    return refuse (error, description, text, _ ("a number is expected"));
  if (description->type == MLG_FIELD_REAL)
    {
      mlg_record_set_real (self, field, real);
      return TRUE;
    }
  if (floor (real) < real || fabs (real) > 9e15)
    return refuse (error, description, text, _ ("a whole number is expected"));
  mlg_record_set_integer (self, field, (gint64) real);
  return TRUE;
}

static gboolean
parse_reference (MlgRecord *self, guint field, const char *text, GError **error)
{
  gint64 id = 0;

  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &id, NULL))
    return refuse (error, &mlg_record_get_kind (self)->fields[field], text,
                   _ ("the number of a record is expected"));
  mlg_record_set_integer (self, field, id);
  return TRUE;
}

static gboolean
parse_boolean (MlgRecord *self, guint field, const char *text, GError **error)
{
  static const char *const yes[] = { "1", "yes", "true", "y", "oui", "vrai", "o", "x", NULL };
  static const char *const no[] = { "0", "no", "false", "n", "non", "faux", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_strv_contains (yes, lower))
    mlg_record_set_boolean (self, field, TRUE);
  else if (g_strv_contains (no, lower))
    mlg_record_set_boolean (self, field, FALSE);
  else
    return refuse (error, &mlg_record_get_kind (self)->fields[field], text,
                   _ ("yes or no is expected"));
  return TRUE;
}

/* YYYY-MM-DD, DD/MM/YYYY, DD.MM.YYYY, DD-MM-YYYY; a time after it is left aside. */
static gboolean
parse_date (MlgRecord *self, guint field, const char *text, GError **error)
{
  int a = 0, b = 0, c = 0, used = 0;
  char separator = '\0', other = '\0';
  g_autofree char *plain = NULL;

  if (sscanf (text, "%4d%c%2d%c%4d%n", &a, &separator, &b, &other, &c, &used) != 5
      || separator != other || strchr ("-/.", separator) == NULL
      || (text[used] != '\0' && text[used] != 'T' && text[used] != ' '))
    return refuse (error, &mlg_record_get_kind (self)->fields[field], text,
                   _ ("a date is expected, such as 2026-11-23 or 23/11/2026"));
  if (a < 1000)
    {
      int day = a;

      a = c;
      c = day;
    }
  if (a < 1000 || b < 1 || b > 12 || c < 1 || c > 31
      || !g_date_valid_dmy ((GDateDay) c, (GDateMonth) b, (GDateYear) a))
    return refuse (error, &mlg_record_get_kind (self)->fields[field], text,
                   _ ("there is no such day"));
  plain = g_strdup_printf ("%04d-%02d-%02d", a, b, c);
  mlg_record_set_text (self, field, plain);
  return TRUE;
}

static gboolean
parse_time (MlgRecord *self, guint field, const char *text, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);
  g_autofree char *plain = NULL;

  if (time == NULL)
    return refuse (error, &mlg_record_get_kind (self)->fields[field], text,
                   _ ("a date and time is expected, such as 2026-11-23T14:30:00"));
  plain = g_date_time_format (time, g_str_has_suffix (text, "Z") ? "%Y-%m-%dT%H:%M:%SZ"
                                                                 : "%Y-%m-%dT%H:%M:%S");
  mlg_record_set_text (self, field, plain);
  return TRUE;
}

/* The name of a family of codes is no code: those of the family are told. */
static gboolean
refuse_code (GError **error, const MlgField *description, const char *text)
{
  g_autofree char *told =
      mlg_code_list_tell (description->codes, mlg_code_list_find_group (description->codes, text));
  /* Translators: some of what the list holds. */
  g_autofree char *expected = g_strdup_printf (_ ("it is not in the list: %s"), told);

  return refuse (error, description, text, expected);
}

static gboolean
parse_code (MlgRecord *self, guint field, const char *text, GError **error)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];
  const MlgCode *code = mlg_code_list_find_by_title (description->codes, text);

  if (code == NULL)
    return refuse_code (error, description, text);
  mlg_record_take_value (
      self, field,
      (MlgValue){ .type = MLG_VALUE_TEXT, .right = TRUE, .text = g_strdup (code->code) });
  return TRUE;
}

/* Takes the text, which is not empty, when it is right. */
static gboolean
parse_text (MlgRecord *self, guint field, char **text, GError **error)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];
  g_autofree char *wrong = description->check != NULL ? description->check (*text) : NULL;
  gboolean right;

  if (wrong != NULL)
    return refuse (error, description, *text, wrong);
  mlg_clean_text (*text);
  right = g_utf8_validate (*text, -1, NULL);
  mlg_record_take_value (
      self, field,
      (MlgValue){ .type = MLG_VALUE_TEXT, .right = right, .text = g_steal_pointer (text) });
  return TRUE;
}

/* Without white space around it, in the form that is kept. */
static char *
clean_text (const MlgField *description, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *stripped = NULL;

  if (length == 0)
    return g_strdup ("");
  if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]))
    text = stripped = g_strstrip (g_strdup (text));
  return *text != '\0' && description->clean != NULL ? description->clean (text) : g_strdup (text);
}

/**
 * mlg_record_parse:
 * @text: (nullable): what a person or a file gave; blank is none
 *
 * Sets a field from text, in any form that people use: "oui", "23/11/2026", "238 246", a code or
 * its title. The field's check is made.
 *
 * Returns: %FALSE with %MLG_STORE_ERROR_INVALID, which says what is expected; nothing is set then
 */
gboolean
mlg_record_parse (MlgRecord *self, guint field, const char *text, GError **error)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];
  g_autofree char *stripped = clean_text (description, text != NULL ? text : "");

  if (*stripped == '\0')
    {
      mlg_record_set_null (self, field);
      return TRUE;
    }
  switch (description->type)
    {
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_REAL:
      return parse_number (self, field, stripped, error);
    case MLG_FIELD_REFERENCE:
      return parse_reference (self, field, stripped, error);
    case MLG_FIELD_BOOLEAN:
      return parse_boolean (self, field, stripped, error);
    case MLG_FIELD_DATE:
      return parse_date (self, field, stripped, error);
    case MLG_FIELD_TIME:
      return parse_time (self, field, stripped, error);
    case MLG_FIELD_CODE:
      return parse_code (self, field, stripped, error);
    case MLG_FIELD_TEXT:
    case MLG_FIELD_LONG_TEXT:
    default:
      return parse_text (self, field, &stripped, error);
    }
}

static void
validate_value (const MlgField *description,
                const MlgValue *value,
                MlgIssueList *issues,
                GError **first)
{
  const char *text = value->type == MLG_VALUE_TEXT ? value->text : NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *odd = NULL;

  if ((description->flags & MLG_FIELD_REQUIRED) != 0 && value->type == MLG_VALUE_NULL)
    wrong = g_strdup (_ ("it may not be empty"));
  else if (text == NULL)
    return;
  else if (!g_utf8_validate (text, -1, NULL))
    wrong = g_strdup (_ ("it is not valid text"));
  else if (description->type == MLG_FIELD_CODE
           && mlg_code_list_find (description->codes, text) == NULL)
    wrong = g_strdup_printf (_ ("“%s” is not in the list"), text);
  else if (description->check != NULL)
    wrong = description->check (text);
  if (wrong != NULL && first != NULL && *first == NULL)
    g_set_error (first, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, "%s: %s", _ (description->title),
                 wrong);
  if (wrong == NULL && description->warn != NULL && issues != NULL)
    odd = description->warn (text);
  if (issues != NULL && (wrong != NULL || odd != NULL))
    mlg_issue_list_add (issues, wrong != NULL ? MLG_SEVERITY_ERROR : MLG_SEVERITY_WARNING, NULL, 0,
                        0, "%s: %s", _ (description->title), wrong != NULL ? wrong : odd);
}

/**
 * mlg_record_validate:
 * @issues: (nullable): gets an error for each value that is refused, a warning for each odd one
 *
 * Checks all fields against their description. What has been found right is not looked at again until
 * a value is set, unless the odd ones are asked for.
 *
 * Returns: %FALSE with %MLG_STORE_ERROR_INVALID when a value is refused: the first one's message
 */
gboolean
mlg_record_validate (MlgRecord *self, MlgIssueList *issues, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (self);
  MlgValue *values = mlg_record_get_values (self);
  g_autoptr (GError) first = NULL;

  if (issues == NULL && mlg_record_is_checked (self))
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (issues == NULL && values[i].right)
      continue;
    else if (values[i].type != MLG_VALUE_NULL || (kind->fields[i].flags & MLG_FIELD_REQUIRED) != 0)
      validate_value (&kind->fields[i], &values[i], issues, &first);
  mlg_record_set_checked (self, first == NULL);
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}
