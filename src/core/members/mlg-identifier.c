/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The numbers of the French registers. A wrong length or a letter is refused: it cannot be one. A
 * wrong key is only odd: numbers in official files break the rule too. */
#define SIREN_LENGTH 9
#define SIRET_LENGTH 14
#define LA_POSTE     "356000000"

/* Without the spaces and points between groups of digits. */
static char *
clean_digits (const char *text)
{
  GString *digits;

  if (text[strspn (text, "0123456789")] == '\0')
    return g_strdup (text);
  digits = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '.' && c != '-')
        g_string_append_unichar (digits, c);
    }
  return g_string_free (digits, FALSE);
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* The key of Luhn (ISO/IEC 7812-1, annex B): every second digit from the right counts double, less 9
 * when that passes 9; the sum is a multiple of 10. */
static gboolean
passes_luhn (const char *digits)
{
  guint sum = 0;
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (digits[length - 1 - i] - '0');

      if (i % 2 == 1)
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += digit;
    }
  return sum % 10 == 0;
}

static guint
sum_digits (const char *digits)
{
  guint sum = 0;

  for (; *digits != '\0'; digits++)
    sum += (guint) (*digits - '0');
  return sum;
}

/**
 * mlg_siren_clean:
 *
 * A #MlgFieldClean: "215 903 501" as "215903501"; of a SIRET, its SIREN.
 */
char *
mlg_siren_clean (const char *text)
{
  g_autofree char *digits = clean_digits (text);

  return is_digits (digits, SIRET_LENGTH) ? g_strndup (digits, SIREN_LENGTH)
                                          : g_steal_pointer (&digits);
}

/**
 * mlg_siren_check:
 *
 * A #MlgFieldCheck: nine digits.
 */
char *
mlg_siren_check (const char *text)
{
  return is_digits (text, SIREN_LENGTH) ? NULL : g_strdup (_ ("a SIREN has 9 digits"));
}

/**
 * mlg_siren_warn:
 *
 * A #MlgFieldCheck: the key of Luhn.
 */
char *
mlg_siren_warn (const char *text)
{
  if (!is_digits (text, SIREN_LENGTH) || passes_luhn (text))
    return NULL;
  return g_strdup (_ ("the key of this SIREN is wrong: a digit may be mistyped"));
}

/**
 * mlg_siret_clean:
 *
 * A #MlgFieldClean: fourteen digits without spaces.
 */
char *
mlg_siret_clean (const char *text)
{
  return clean_digits (text);
}

/**
 * mlg_siret_check:
 *
 * A #MlgFieldCheck: fourteen digits.
 */
char *
mlg_siret_check (const char *text)
{
  return is_digits (text, SIRET_LENGTH) ? NULL : g_strdup (_ ("a SIRET has 14 digits"));
}

/**
 * mlg_siret_warn:
 *
 * A #MlgFieldCheck: the key of Luhn; for the establishments of La Poste (SIREN 356 000 000) it is
 * enough that the digits add up to a multiple of 5.
 */
char *
mlg_siret_warn (const char *text)
{
  if (!is_digits (text, SIRET_LENGTH) || passes_luhn (text)
      || (g_str_has_prefix (text, LA_POSTE) && sum_digits (text) % 5 == 0))
    return NULL;
  return g_strdup (_ ("the key of this SIRET is wrong: a digit may be mistyped"));
}

/**
 * mlg_insee_clean:
 *
 * A #MlgFieldClean: the code of a commune, with the leading zero that spreadsheets drop: "1004" as
 * "01004"; "2a004" as "2A004".
 */
char *
mlg_insee_clean (const char *text)
{
  g_autofree char *code = clean_digits (text);

  if (is_digits (code, 4))
    return g_strconcat ("0", code, NULL);
  return g_ascii_strup (code, -1);
}

/**
 * mlg_insee_check:
 *
 * A #MlgFieldCheck: five characters, digits but for 2A and 2B (Corsica); shorter ones are those of a
 * département (2 or 3) or a region (2).
 */
char *
mlg_insee_check (const char *text)
{
  gsize length = strlen (text);
  gsize start = strspn (text, "0123456789");
  gboolean corsican = length >= 2 && text[0] == '2' && (text[1] == 'A' || text[1] == 'B')
                      && strspn (text + 2, "0123456789") == length - 2;

  if ((start == length || corsican) && (length == 2 || length == 3 || length == 5))
    return NULL;
  return g_strdup (_ ("an INSEE code has 5 characters, such as 59350 or 2A004"));
}

/**
 * mlg_siren_get_vat:
 * @siren: nine digits
 *
 * The French VAT number: FR, the key (12 + 3 × (SIREN mod 97)) mod 97, and the SIREN.
 *
 * Returns: (transfer full): "FR46443121975"
 */
char *
mlg_siren_get_vat (const char *siren)
{
  guint64 number = g_ascii_strtoull (siren, NULL, 10);

  return g_strdup_printf ("FR%02u%s", (guint) ((12 + 3 * (number % 97)) % 97), siren);
}

/**
 * mlg_identifier_display:
 * @digits: (nullable): a SIREN or a SIRET as it is kept
 *
 * Returns: (transfer full) (nullable): the number in the groups in which it is read, "215 903 501",
 *   with narrow spaces that do not break; anything else as it is
 */
char *
mlg_identifier_display (const char *digits)
{
  GString *text;

  if (digits == NULL || (!is_digits (digits, SIREN_LENGTH) && !is_digits (digits, SIRET_LENGTH)))
    return g_strdup (digits);
  text = g_string_new (NULL);
  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i % 3 == 0 && i <= SIREN_LENGTH)
        g_string_append (text, "\u202f");
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}
