/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-cell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "members/mlg-directory.h"
#include "members/mlg-identifier.h"
#include "store/mlg-fold.h"

/* What spreadsheets do to the values of registers, mended where it can be: zeros dropped at the
 * beginning, decimals added, dates in words or as the number of a day. */

/* The kinds of body that the lists of the administration write, and their INSEE legal category. */
static char *
prepare_category (const char *kind, char **odd G_GNUC_UNUSED)
{
  static const char *const accented[][2] = { { "département", "departement" },
                                             { "région", "region" } };
  const char *category = mlg_directory_get_category (kind);

  for (guint i = 0; category == NULL && i < G_N_ELEMENTS (accented); i++)
    if (g_ascii_strcasecmp (kind, accented[i][0]) == 0)
      category = mlg_directory_get_category (accented[i][1]);
  return g_strdup (category != NULL ? category : kind);
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* A commune may have several postcodes in one cell: the first one is taken. */
static char *
prepare_postcode (const char *cell, char **odd G_GNUC_UNUSED)
{
  g_autofree char *first = g_strndup (cell, strcspn (cell, "|,/"));

  if (strspn (first, "0123456789") == 5 && first[5] == ' ')
    first[5] = '\0';
  return is_digits (first, 4) ? g_strconcat ("0", first, NULL) : g_steal_pointer (&first);
}

/* A whole number of fifteen digits shows as "2.15904E+13" and its last digits are lost. */
static gboolean
is_rounded (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > 1)
    return FALSE;
  text += n;
  if (*text == '.' || *text == ',')
    text += 1 + strspn (text + 1, "0123456789");
  if (*text != 'E' && *text != 'e')
    return FALSE;
  text += text[1] == '+' ? 2 : 1;
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static char *
prepare_number (const char *cell, gsize length, char *(*warn) (const char *text), char **odd)
{
  g_autofree char *text = g_strdup (cell);
  gsize n = strspn (text, "0123456789");
  g_autofree char *longer = NULL;
  g_autofree char *wrong = NULL;

  if (n == length && text[n] == '\0')
    return g_steal_pointer (&text);

  if (is_rounded (text))
    {
      *odd = g_strdup_printf (
          _ ("“%s”: a spreadsheet has rounded this number, and its last digits are lost: in the "
             "original file, give the column the format “text”, then save it as CSV again"),
          text);
      return g_strdup ("");
    }
  if ((text[n] == '.' || text[n] == ',') && text[n + 1] == '0'
      && text[n + 1 + strspn (text + n + 1, "0")] == '\0')
    text[n] = '\0';
  if (!is_digits (text, length - 1))
    return g_steal_pointer (&text);
  longer = g_strconcat ("0", text, NULL);
  wrong = warn (longer);
  return wrong == NULL ? g_steal_pointer (&longer) : g_steal_pointer (&text);
}

/* French numbers of telephones begin with a zero, which spreadsheets take off. */
static char *
prepare_phone (const char *cell, char **odd G_GNUC_UNUSED)
{
  if (is_digits (cell, 9) && cell[0] != '0')
    return g_strconcat ("0", cell, NULL);
  return g_strdup (cell);
}

static char *
prepare_email (const char *cell, char **odd)
{
  gsize n = strcspn (cell, ";,\n|/");
  const char *rest = cell + n;

  if (*rest == '\0' || memchr (cell, '@', n) == NULL || strchr (rest, '@') == NULL
      || memchr (cell, '<', n) != NULL)
    return g_strdup (cell);
  *odd = g_strdup_printf (_ ("there are several addresses: those after the first one (%s) are left "
                             "aside"),
                          rest + 1 + strspn (rest + 1, " \t\n"));
  return g_strstrip (g_strndup (cell, n));
}

static guint
find_month (const char *word)
{
  static const char *const months[] = { "janvier",   "fevrier", "mars",     "avril",
                                        "mai",       "juin",    "juillet",  "aout",
                                        "septembre", "octobre", "novembre", "decembre" };
  static const char *const short_months[] = { "janv", "fevr", "mars", "avr", "mai", "juin",
                                              "juil", "aout", "sept", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (word, months[i]) || g_str_equal (word, short_months[i])
        || (strlen (word) == 3 && g_str_has_prefix (months[i], word)))
      return i + 1;
  return 0;
}

static guint
complete_year (guint year)
{
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

/* "lundi 23 novembre 2026", "23 nov. 2026", "1er déc. 26", "23-nov-26" */
static char *
read_date_in_words (const char *folded)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " .-/", -1);
  guint numbers[2] = { 0 }, n = 0, month = 0;

  for (GStrv word = words; *word != NULL; word++)
    {
      guint number = (guint) g_ascii_strtoull (*word, NULL, 10);

      if (number > 0 && n < 2)
        numbers[n++] = number;
      else if (month == 0)
        month = find_month (*word);
    }
  if (n < 2 || month == 0 || numbers[0] > 31)
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", complete_year (numbers[1]), month, numbers[0]);
}

/* "23/11/26" */
static char *
read_short_date (const char *text)
{
  guint day, month, year;
  int used = 0;

  if (sscanf (text, "%2u/%2u/%2u%n", &day, &month, &year, &used) != 3 || text[used] != '\0')
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", complete_year (year), month, day);
}

/* Excel counts days from 1899-12-30; the numbers of 1954 to 2064 have five digits. */
static char *
read_serial_date (const char *text)
{
  guint64 serial = 0;
  GDate date;

  if (!g_ascii_string_to_unsigned (text, 10, 20000, 60000, &serial, NULL))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

static char *
prepare_date (const char *cell, char **odd G_GNUC_UNUSED)
{
  g_autofree char *folded = mlg_fold (cell);
  char *date = read_short_date (cell);

  if (date == NULL)
    date = read_serial_date (cell);
  if (date == NULL && strpbrk (folded, "abcdefghijklmnopqrstuvwxyz") != NULL)
    date = read_date_in_words (folded);
  return date != NULL ? date : g_strdup (cell);
}

static char *
prepare_siren (const char *cell, char **odd)
{
  return prepare_number (cell, 9, mlg_siren_warn, odd);
}

static char *
prepare_siret (const char *cell, char **odd)
{
  return prepare_number (cell, 14, mlg_siret_warn, odd);
}

/**
 * mlg_import_cell_find_preparer:
 * @field: where cells go
 *
 * What makes of the cells that a spreadsheet shows what mlg_record_parse() takes: the same for all cells
 * of a column.
 *
 * Returns: (nullable): %NULL for a field whose cells are taken as they are
 */
MlgImportPreparer
mlg_import_cell_find_preparer (const MlgField *field)
{
  static const struct
  {
    const char *field;
    MlgImportPreparer prepare;
  } preparers[] = {
    { "category", prepare_category }, { "postcode", prepare_postcode }, { "siren", prepare_siren },
    { "epci", prepare_siren },        { "siret", prepare_siret },       { "phone", prepare_phone },
    { "mobile", prepare_phone },      { "email", prepare_email },
  };

  if (field->type == MLG_FIELD_DATE)
    return prepare_date;
  for (guint i = 0; i < G_N_ELEMENTS (preparers); i++)
    if (g_str_equal (field->name, preparers[i].field))
      return preparers[i].prepare;
  return NULL;
}

/**
 * mlg_import_cell_is_total:
 * @cell: the first cell of a row
 *
 * Returns: whether it names what stands below a column rather than in it ("Somme" does not: it is a
 *   département)
 */
gboolean
mlg_import_cell_is_total (const char *cell)
{
  static const char *const words[] = { "total",   "totaux",  "sous total", "total general",
                                       "moyenne", "average", NULL };
  g_autofree char *folded = NULL;

  if (*cell == '\0' || strchr ("tTsSmMaA", *cell) == NULL)
    return FALSE;
  folded = mlg_fold (cell);
  g_strdelimit (folded, ":()", ' ');
  g_strstrip (folded);
  return g_strv_contains (words, folded);
}
