/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-fold.h"

#include <string.h>

/* The letters from U+00C0 to U+00FF as they are filed; "" for one that takes the long way. */
static const char latin[][3] = {
  /* 00C0 */ "a",
  "a",
  "a",
  "a",
  "a",
  "a",
  "ae",
  "c",
  "e",
  "e",
  "e",
  "e",
  "i",
  "i",
  "i",
  "i",
  /* 00D0 */ "",
  "n",
  "o",
  "o",
  "o",
  "o",
  "o",
  "",
  "",
  "u",
  "u",
  "u",
  "u",
  "y",
  "",
  "",
  /* 00E0 */ "a",
  "a",
  "a",
  "a",
  "a",
  "a",
  "ae",
  "c",
  "e",
  "e",
  "e",
  "e",
  "i",
  "i",
  "i",
  "i",
  /* 00F0 */ "",
  "n",
  "o",
  "o",
  "o",
  "o",
  "o",
  "",
  "",
  "u",
  "u",
  "u",
  "u",
  "y",
  "",
  "y",
};

/* Nearly every letter of a list is one of those above, œ, or ASCII. */
static const char *
find_latin (const char *p)
{
  guchar first = (guchar) p[0], second = (guchar) p[1];

  if (first == 0xc5 && (second == 0x92 || second == 0x93))
    return "oe";
  if (first != 0xc3 || (second & 0xc0) != 0x80)
    return NULL;
  return *latin[second & 0x3f] != '\0' ? latin[second & 0x3f] : NULL;
}

/* Returns: where the folded text ends, or %NULL when a letter needs the long way. @folded has room for as
 * many bytes as the text: no letter becomes longer. */
static char *
fold_quickly (const char *text, char *folded)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *letters;

      if ((guchar) *p < 0x80)
        {
          *folded++ = *p == '-' || *p == '\'' ? ' ' : g_ascii_tolower (*p);
          continue;
        }
      if ((guchar) *p == 0xe2 && (guchar) p[1] == 0x80
          && ((guchar) p[2] == 0x99 || (guchar) p[2] == 0x90 || (guchar) p[2] == 0x91))
        {
          *folded++ = ' ';
          p += 2;
          continue;
        }
      letters = find_latin (p);
      if (letters == NULL)
        return NULL;
      while (*letters != '\0')
        *folded++ = *letters++;
      p++;
    }
  return folded;
}

static char *
fold_slowly (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (text));

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
  char *folded = g_malloc (strlen (text) + 1);
  char *end = fold_quickly (text, folded);

  if (end != NULL)
    {
      *end = '\0';
      return folded;
    }
  g_free (folded);
  return fold_slowly (text);
}

static void
fold_value (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char room[256];
  char *end = NULL;

  if (text == NULL)
    {
      sqlite3_result_null (context);
      return;
    }
  if (sqlite3_value_bytes (values[0]) < (int) sizeof room)
    end = fold_quickly (text, room);
  if (end != NULL)
    sqlite3_result_text (context, room, (int) (end - room), SQLITE_TRANSIENT);
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
