/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-fold.h"

#include <string.h>

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80 || *text == '\'' || *text == '-')
      return FALSE;
  return TRUE;
}

/**
 * mlg_fold:
 * @text: UTF-8
 *
 * The text as a dictionary files it: without case, without diacritics, œ as oe, and a space for a
 * hyphen or an apostrophe. Two texts that fold alike are filed together.
 *
 * Returns: (transfer full): the folded text
 */
char *
mlg_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  GString *folded;

  if (is_plain (text))
    return g_ascii_strdown (text, -1);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (text));
  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_ismark (c))
        continue;
      if (c == 0x153 || c == 0xe6)
        g_string_append (folded, c == 0x153 ? "oe" : "ae");
      else if (c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011)
        g_string_append_c (folded, ' ');
      else
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static void
fold_value (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, mlg_fold (text), -1, g_free);
}

/**
 * mlg_fold_register:
 * @handle: a connection
 *
 * Makes mlg_fold() known to SQL as fold().
 */
gboolean
mlg_fold_register (sqlite3 *handle)
{
  return sqlite3_create_function (handle, "fold", 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                  fold_value, NULL, NULL)
         == SQLITE_OK;
}
