/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-vcard.h"

#include <string.h>

/* What a line of a card says, once it was read: its parameters and its text. */

/**
 * mlg_vcard_property_free:
 * @property: (transfer full): a property
 *
 * Frees a property with its parameters and its value.
 */
void
mlg_vcard_property_free (MlgVcardProperty *property)
{
  g_free (property->group);
  g_free (property->name);
  g_ptr_array_unref (property->parameters);
  g_free (property->value);
  g_free (property);
}

/**
 * mlg_vcard_free:
 * @card: (transfer full): a card
 *
 * Frees a card with its properties.
 */
void
mlg_vcard_free (MlgVcard *self)
{
  g_ptr_array_unref (self->properties);
  g_free (self);
}

static const char *
match_parameter (const char *parameter, const char *name)
{
  gsize n = strlen (name);

  return g_ascii_strncasecmp (parameter, name, n) == 0 && parameter[n] == '=' ? parameter + n + 1
                                                                              : NULL;
}

/**
 * mlg_vcard_property_get_parameter:
 *
 * Returns: (transfer none) (nullable): the first value of a parameter
 */
const char *
mlg_vcard_property_get_parameter (const MlgVcardProperty *property, const char *name)
{
  const char *value = NULL;

  for (guint i = 0; value == NULL && i < property->parameters->len; i++)
    value = match_parameter (property->parameters->pdata[i], name);
  return value;
}

/**
 * mlg_vcard_property_has_type:
 * @type: in small letters: "work", "cell"
 *
 * Types come one by one, in one list, or in one quoted list, by the version.
 */
gboolean
mlg_vcard_property_has_type (const MlgVcardProperty *property, const char *type)
{
  for (guint i = 0; i < property->parameters->len; i++)
    {
      const char *value = match_parameter (property->parameters->pdata[i], "TYPE");
      g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;
      g_auto (GStrv) types = lower != NULL ? g_strsplit (lower, ",", -1) : NULL;

      if (types != NULL && g_strv_contains ((const char *const *) types, type))
        return TRUE;
    }
  return FALSE;
}

/**
 * mlg_vcard_property_get_preference:
 *
 * Returns: 1 for what is preferred (TYPE=pref of 2.1 and 3.0) to 100, PREF of 4.0; 101 without
 */
guint
mlg_vcard_property_get_preference (const MlgVcardProperty *property)
{
  const char *value = mlg_vcard_property_get_parameter (property, "PREF");
  guint64 preference = 0;

  if (value != NULL && g_ascii_string_to_unsigned (value, 10, 1, 100, &preference, NULL))
    return (guint) preference;
  return mlg_vcard_property_has_type (property, "pref") ? 1 : 101;
}

/* RFC 6350, 3.4. Version 2.1 escapes the semicolon only, but what writes it often escapes more; a
 * backslash before an n is there a folder of Windows, more often than the end of a line. */
static const char *
append_escaped (GString *text, const char *p, MlgVcardVersion version)
{
  if (strchr (";,:\\", p[1]) != NULL && p[1] != '\0')
    g_string_append_c (text, p[1]);
  else if ((p[1] == 'n' || p[1] == 'N') && version != MLG_VCARD_2_1)
    g_string_append_c (text, '\n');
  else
    {
      g_string_append_c (text, '\\');
      return p + 1;
    }
  return p + 2;
}

static char *
take_part (const char **at, char separator, MlgVcardVersion version)
{
  GString *text = g_string_new (NULL);
  const char *p = *at;

  while (*p != '\0' && (separator == '\0' || *p != separator))
    if (*p == '\\')
      p = append_escaped (text, p, version);
    else
      g_string_append_c (text, *p++);
  *at = p;
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * mlg_vcard_property_dup_text:
 *
 * Returns: (transfer full): the value as one text, without white space around it
 */
char *
mlg_vcard_property_dup_text (const MlgVcardProperty *property)
{
  const char *at = property->value;

  return take_part (&at, '\0', property->version);
}

/**
 * mlg_vcard_property_split:
 * @separator: ';' between the parts of a name or an address, ',' in a list
 *
 * Returns: (transfer full): the parts of the value, without white space around them
 */
GStrv
mlg_vcard_property_split (const MlgVcardProperty *property, char separator)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *at = property->value;

  for (;;)
    {
      g_ptr_array_add (parts, take_part (&at, separator, property->version));
      if (*at == '\0')
        break;
      at++;
    }
  g_ptr_array_add (parts, NULL);
  return (GStrv) g_ptr_array_free (parts, FALSE);
}
