/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-charset.h"
#include "mlg-vcard-line.h"

/* What an unfolded line says: [group.]NAME[;PARAMETER[=VALUE[,VALUE…]]…]:value */

static gboolean
is_name (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return length > 0;
}

/* Returns: where one of @stops is, outside of quotes; the end when there is none. */
static const char *
find_outside_quotes (const char *text, const char *stops)
{
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || strchr (stops, *text) == NULL); text++)
    if (*text == '"')
      quoted = !quoted;
  return text;
}

/* RFC 6868: what a parameter's value cannot hold is written with a circumflex. */
static void
append_parameter (GString *out, const char *value, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (value[i] == '^' && i + 1 < length && strchr ("n'^", value[i + 1]) != NULL)
      {
        i++;
        g_string_append_c (out, value[i] == 'n' ? '\n' : value[i] == '\'' ? '"' : '^');
      }
    else if (value[i] != '"')
      g_string_append_c (out, value[i]);
}

/* Version 2.1 may leave the name of a parameter out: the value tells which it is. */
static const char *
guess_parameter_name (const char *value, gsize length)
{
  static const char *const encodings[] = { "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strlen (encodings[i]) == length && g_ascii_strncasecmp (value, encodings[i], length) == 0)
      return "ENCODING";
  return "TYPE";
}

static void
add_parameter (MlgVcardProperty *property, const char *text, const char *end)
{
  const char *equals = memchr (text, '=', (gsize) (end - text));
  const char *at = equals != NULL ? equals + 1 : text;
  g_autofree char *name = equals != NULL
                              ? g_ascii_strup (text, (gssize) (equals - text))
                              : g_strdup (guess_parameter_name (text, (gsize) (end - text)));

  while (at <= end)
    {
      const char *stop = find_outside_quotes (at, ",;:");
      GString *parameter = g_string_new (name);

      stop = MIN (stop, end);
      g_string_append_c (parameter, '=');
      append_parameter (parameter, at, (gsize) (stop - at));
      g_ptr_array_add (property->parameters,
                       g_utf8_make_valid (parameter->str, (gssize) parameter->len));
      g_string_free (parameter, TRUE);
      at = stop + 1;
    }
}

static gboolean
parse_name (MlgVcardProperty *property, const char *text, const char *end)
{
  const char *point = memchr (text, '.', (gsize) (end - text));
  const char *name = point != NULL ? point + 1 : text;

  if (!is_name (name, (gsize) (end - name))
      || (point != NULL && !is_name (text, (gsize) (point - text))))
    return FALSE;
  property->group = point != NULL ? g_ascii_strdown (text, (gssize) (point - text)) : NULL;
  property->name = g_ascii_strup (name, (gssize) (end - name));
  return TRUE;
}

/**
 * mlg_vcard_property_is_binary:
 *
 * Returns: whether it is a picture, a sound or a key, which is not kept
 */
gboolean
mlg_vcard_property_is_binary (const MlgVcardProperty *property)
{
  static const char *const names[] = { "PHOTO", "LOGO", "SOUND", "KEY", "X-THUMBNAIL", NULL };

  return g_strv_contains (names, property->name);
}

/**
 * mlg_vcard_property_is_encoded:
 * @encoding: "QUOTED-PRINTABLE", "BASE64" (the "B" of 3.0)
 */
gboolean
mlg_vcard_property_is_encoded (const MlgVcardProperty *property, const char *encoding)
{
  const char *value = mlg_vcard_property_get_parameter (property, "ENCODING");

  return value != NULL
         && (g_ascii_strcasecmp (value, encoding) == 0
             || (g_ascii_strcasecmp (value, "B") == 0 && g_str_equal (encoding, "BASE64")));
}

/**
 * mlg_vcard_property_parse:
 * @text: an unfolded line, ended by a NUL
 * @line: on which it begins
 * @wrong: (out): why it cannot be read, translated
 *
 * Returns: (transfer full) (nullable): the property, its value as it stands in the file
 */
MlgVcardProperty *
mlg_vcard_property_parse (const char *text, MlgVcardVersion version, int line, char **wrong)
{
  g_autoptr (MlgVcardProperty) property = g_new0 (MlgVcardProperty, 1);
  const char *at = find_outside_quotes (text, ";:");

  property->parameters = g_ptr_array_new_with_free_func (g_free);
  property->version = version;
  property->line = line;
  if (!parse_name (property, text, at))
    {
      *wrong = g_strdup (_ ("this is no line of a card: it is left aside"));
      return NULL;
    }
  while (*at == ';')
    {
      const char *end = find_outside_quotes (at + 1, ";:");

      add_parameter (property, at + 1, end);
      at = end;
    }
  if (*at != ':')
    {
      *wrong =
          g_strdup_printf (_ ("%s: a colon is missing: the line is left aside"), property->name);
      return NULL;
    }
  property->value = g_strdup (mlg_vcard_property_is_binary (property) ? "" : at + 1);
  return g_steal_pointer (&property);
}

static GString *
decode_quoted_printable (const char *text)
{
  GString *bytes = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '=' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]))
      {
        g_string_append_c (
            bytes, (char) (g_ascii_xdigit_value (text[1]) * 16 + g_ascii_xdigit_value (text[2])));
        text += 2;
      }
    else
      g_string_append_c (bytes, *text);
  return bytes;
}

static GString *
decode_transfer (const MlgVcardProperty *property)
{
  gsize size = 0;
  g_autofree guchar *bytes = NULL;

  if (mlg_vcard_property_is_encoded (property, "QUOTED-PRINTABLE"))
    return decode_quoted_printable (property->value);
  if (!mlg_vcard_property_is_encoded (property, "BASE64"))
    return g_string_new (property->value);
  bytes = g_base64_decode (property->value, &size);
  return g_string_new_len ((const char *) bytes, (gssize) size);
}

/* Only these: a file must not choose which converter the system loads. */
static const char *
find_charset (const char *name)
{
  static const char *const names[][2] = {
    { "UTF-8", "UTF-8" },
    { "UTF8", "UTF-8" },
    { "US-ASCII", "UTF-8" },
    { "ASCII", "UTF-8" },
    { "ISO-8859-1", "WINDOWS-1252" },
    { "LATIN1", "WINDOWS-1252" },
    { "WINDOWS-1252", "WINDOWS-1252" },
    { "CP1252", "WINDOWS-1252" },
    { "ISO-8859-15", "ISO-8859-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i][0], name) == 0)
      return names[i][1];
  return NULL;
}

static char *
convert (GString *bytes, const char *charset)
{
  MlgCharset detected = MLG_CHARSET_UTF_8;
  gsize length;
  guint n_replaced;

  if (charset != NULL && g_str_equal (charset, "ISO-8859-15"))
    return g_convert (bytes->str, (gssize) bytes->len, "UTF-8", charset, NULL, NULL, NULL);
  if (charset != NULL ? g_str_equal (charset, "WINDOWS-1252")
                      : !g_utf8_validate_len (bytes->str, bytes->len, NULL))
    detected = MLG_CHARSET_WINDOWS_1252;
  return mlg_charset_decode (detected, bytes->str, bytes->len, &length, &n_replaced);
}

static void
leave_control_characters (char *text)
{
  char *out = text;

  for (; *text != '\0'; text++)
    if (!g_ascii_iscntrl (*text) || *text == '\n' || *text == '\t')
      *out++ = *text;
  *out = '\0';
}

/**
 * mlg_vcard_property_decode:
 * @wrong: (out): what is odd about it, translated, or %NULL
 *
 * Returns: (transfer full): the value in UTF-8, without quoted-printable nor base64. What says no
 *   character set and is not valid UTF-8 is taken for Windows-1252, which old address books wrote.
 */
char *
mlg_vcard_property_decode (const MlgVcardProperty *property, char **wrong)
{
  const char *name = mlg_vcard_property_get_parameter (property, "CHARSET");
  const char *charset = name != NULL ? find_charset (name) : NULL;
  g_autoptr (GString) bytes = decode_transfer (property);
  char *text;

  *wrong = NULL;
  for (gsize i = 0; i < bytes->len; i++)
    if (bytes->str[i] == '\0')
      bytes->str[i] = ' ';
  text = convert (bytes, charset);
  if (text == NULL)
    text = g_utf8_make_valid (bytes->str, (gssize) bytes->len);
  if (name != NULL && charset == NULL)
    *wrong = g_strdup_printf (_ ("%s: the character set “%s” is not known: check the accents"),
                              property->name, name);
  leave_control_characters (text);
  return text;
}
