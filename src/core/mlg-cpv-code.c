/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cpv-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mlg_cpv_clean:
 *
 * See #MlgFieldClean: "90 910 000 - 9" as "90910000-9".
 */
char *
mlg_cpv_clean (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  return g_string_free (kept, FALSE);
}

/**
 * mlg_cpv_check:
 *
 * See #MlgFieldCheck: eight digits, then a hyphen and the check digit if there is one.
 */
char *
mlg_cpv_check (const char *text)
{
  gsize n = strspn (text, "0123456789");
  gboolean alone = text[n] == '\0';
  gboolean checked = text[n] == '-' && g_ascii_isdigit (text[n + 1]) && text[n + 2] == '\0';

  if (n == MLG_CPV_DIGITS && (alone || checked))
    return NULL;
  return g_strdup (_ ("a code of eight digits is expected, such as 90910000-9"));
}

/**
 * mlg_cpv_division:
 * @code: a code
 *
 * Returns: (transfer full): the digits of its division, without the check digit: "90000000"
 */
char *
mlg_cpv_division (const char *code)
{
  return g_strdup_printf ("%.2s000000", code);
}
