/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-charset.h"

#include <string.h>

/* The character set of a text of unknown origin, found from its bytes alone. */

static const struct
{
  const char *name; /* as g_convert() knows it */
  gsize mark;       /* bytes of the byte order mark */
} charsets[] = {
  [MLG_CHARSET_UTF_8] = { "UTF-8", 0 },
  [MLG_CHARSET_UTF_8_BOM] = { "UTF-8", 3 },
  [MLG_CHARSET_UTF_16_LE] = { "UTF-16LE", 2 },
  [MLG_CHARSET_UTF_16_BE] = { "UTF-16BE", 2 },
  [MLG_CHARSET_WINDOWS_1252] = { "WINDOWS-1252", 0 },
};

/* A text in UTF-8 of which a few bytes were damaged still has far more sequences that are right than
 * wrong ones; in Windows-1252 hardly any pair of letters makes a sequence by chance. */
static gboolean
is_mostly_utf8 (const char *data, gsize size)
{
  const char *end = data + size, *p = data;
  guint64 right = 0, wrong = 0;

  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          wrong++;
          p++;
          continue;
        }
      right++;
      p = g_utf8_next_char (p);
    }
  return right > wrong;
}

/**
 * mlg_charset_detect:
 * @data: the first or all bytes of a text
 *
 * A byte order mark decides; then whether the bytes are valid UTF-8, which hardly any other text
 * with accents is. What is left is taken for Windows-1252.
 */
MlgCharset
mlg_charset_detect (const char *data, gsize size)
{
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return MLG_CHARSET_UTF_8_BOM;
  if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return MLG_CHARSET_UTF_16_LE;
  if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return MLG_CHARSET_UTF_16_BE;
  if (g_utf8_validate_len (data, size, NULL) || is_mostly_utf8 (data, size))
    return MLG_CHARSET_UTF_8;
  return MLG_CHARSET_WINDOWS_1252;
}

/**
 * mlg_charset_is_plain:
 * @data: all bytes of a text
 *
 * Returns: whether it is UTF-8 in which nothing is wrong, without a mark: what decoding it would give
 */
gboolean
mlg_charset_is_plain (const char *data, gsize size)
{
  return size > 0 && (guchar) *data != 0xEF && g_utf8_validate_len (data, size, NULL);
}

/**
 * mlg_charset_get_name:
 *
 * Returns: the registered name, such as "UTF-16LE"
 */
const char *
mlg_charset_get_name (MlgCharset charset)
{
  g_return_val_if_fail (charset < G_N_ELEMENTS (charsets), NULL);

  return charsets[charset].name;
}

static guint
count_wrong (const char *data, gsize size)
{
  const char *end = data + size;
  guint n = 0;

  while (!g_utf8_validate_len (data, (gsize) (end - data), &data))
    {
      n++;
      data++;
    }
  return n;
}

static char *
decode_utf8 (const char *data, gsize size, gsize *length, guint *n_replaced)
{
  char *text;

  if (g_utf8_validate_len (data, size, NULL))
    {
      *length = size;
      text = g_malloc (size + 1);
      memcpy (text, data, size);
      text[size] = '\0';
      return text;
    }
  *n_replaced = count_wrong (data, size);
  text = g_utf8_make_valid (data, (gssize) size);
  *length = strlen (text);
  return text;
}

/* Five bytes mean nothing in Windows-1252, and iconv stops at them. */
static char *
decode_windows (const char *data, gsize size, gsize *length, guint *n_replaced)
{
  g_autofree char *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data, size);
  for (gsize i = 0; i < size; i++)
    if ((guchar) copy[i] >= 0x80 && memchr ("\x81\x8D\x8F\x90\x9D", copy[i], 5) != NULL)
      {
        copy[i] = '?';
        ++*n_replaced;
      }
  return g_convert (copy, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, length, NULL);
}

/**
 * mlg_charset_decode:
 * @charset: what mlg_charset_detect() said
 * @length: (out): bytes of the result
 * @n_replaced: (out): how many bytes meant nothing, each replaced by a mark
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 without its byte order mark, ended by a
 *   NUL; %NULL for UTF-16 that is damaged
 */
char *
mlg_charset_decode (
    MlgCharset charset, const char *data, gsize size, gsize *length, guint *n_replaced)
{
  g_return_val_if_fail (charset < G_N_ELEMENTS (charsets), NULL);

  *length = 0;
  *n_replaced = 0;
  if (size == 0)
    return g_strdup ("");
  data += charsets[charset].mark;
  size -= charsets[charset].mark;
  if (charset == MLG_CHARSET_WINDOWS_1252)
    return decode_windows (data, size, length, n_replaced);
  if (charset == MLG_CHARSET_UTF_8 || charset == MLG_CHARSET_UTF_8_BOM)
    return decode_utf8 (data, size, length, n_replaced);
  return g_convert (data, (gssize) size, "UTF-8", charsets[charset].name, NULL, length, NULL);
}
