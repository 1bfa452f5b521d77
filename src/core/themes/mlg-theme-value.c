/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CPV_MIN 2
#define CPV_MAX 8

/**
 * mlg_count_check:
 *
 * See #MlgFieldCheck. What is no number at all is told by the field's type.
 */
char *
mlg_count_check (const char *text)
{
  return *text == '-' ? g_strdup (_ ("a number from 0 is expected")) : NULL;
}

/**
 * mlg_weight_check:
 *
 * See #MlgFieldCheck.
 */
char *
mlg_weight_check (const char *text)
{
  return *text == '-' ? g_strdup (_ ("a weight from 0 is expected")) : NULL;
}

/* Splits at any of these, whatever is around them. */
static GStrv
split_list (const char *text, const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

/**
 * mlg_cpv_list_clean:
 *
 * See #MlgFieldClean: "33, 39 " becomes "33;39". The control digit of a full code ("39830000-9") is
 * left out: it follows from the others.
 */
char *
mlg_cpv_list_clean (const char *text)
{
  g_auto (GStrv) codes = split_list (text, ",; \t\n/");

  for (guint i = 0; codes[i] != NULL; i++)
    if (strlen (codes[i]) == CPV_MAX + 2 && codes[i][CPV_MAX] == '-')
      codes[i][CPV_MAX] = '\0';
  return g_strjoinv (";", codes);
}

/**
 * mlg_cpv_list_check:
 *
 * See #MlgFieldCheck: divisions (two digits) or longer codes of the Common Procurement Vocabulary,
 * regulation (EC) 213/2008.
 */
char *
mlg_cpv_list_check (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, ";", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      gsize length = strlen (codes[i]);

      if (length < CPV_MIN || length > CPV_MAX || strspn (codes[i], "0123456789") != length)
        return g_strdup_printf (_ ("“%s” is no CPV code: 2 to 8 digits are expected"), codes[i]);
    }
  return NULL;
}

/**
 * mlg_question_code_check:
 *
 * See #MlgFieldCheck: what names a question or an option in tables and forms.
 */
char *
mlg_question_code_check (const char *text)
{
  if (strlen (text) > MLG_QUESTION_CODE_MAX)
    return g_strdup_printf (_ ("%d characters at the most are expected"), MLG_QUESTION_CODE_MAX);
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-' && *c != '.')
      return g_strdup (_ ("letters without accents, digits, “_”, “-” and “.” are expected"));
  return NULL;
}

/**
 * mlg_kind_weights_clean:
 *
 * See #MlgFieldClean: "7210 = 1, 73=2" becomes "7210=1;73=2".
 */
char *
mlg_kind_weights_clean (const char *text)
{
  g_auto (GStrv) parts = split_list (text, ";\n");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], "=", 2);

      if (sides[0] == NULL || sides[1] == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = g_strconcat (g_strstrip (sides[0]), "=",
                              g_strdelimit (g_strstrip (sides[1]), ",", '.'), NULL);
    }
  return g_strjoinv (";", parts);
}

/* "73=2": the first digits of a legal category, and a weight. */
static gboolean
parse_weight (const char *part, char **prefix, double *weight)
{
  const char *equal = strchr (part, '=');
  char *end = NULL;

  if (equal == NULL || equal == part || strspn (part, "0123456789") != (gsize) (equal - part))
    return FALSE;
  *weight = g_ascii_strtod (equal + 1, &end);
  if (end == equal + 1 || *end != '\0' || !(*weight >= 0) || *weight > 1e9)
    return FALSE;
  *prefix = g_strndup (part, equal - part);
  return TRUE;
}

/**
 * mlg_kind_weights_check:
 *
 * See #MlgFieldCheck: "7210=1;73=2": the weight of the bodies whose legal category (INSEE, niveau III)
 * begins so.
 */
char *
mlg_kind_weights_check (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *prefix = NULL;
      double weight;

      if (!parse_weight (parts[i], &prefix, &weight))
        return g_strdup_printf (
            _ ("“%s” is not understood: the first digits of a legal category and a weight are "
               "expected, as 7210=1;73=2"),
            parts[i]);
    }
  return NULL;
}

/**
 * mlg_kind_weights_find:
 * @weights: (nullable): what mlg_kind_weights_check() accepts
 * @category: (nullable): a legal category
 *
 * Returns: the weight of the longest beginning that fits the category; 1 when none does
 */
double
mlg_kind_weights_find (const char *weights, const char *category)
{
  g_auto (GStrv) parts = g_strsplit (weights != NULL ? weights : "", ";", -1);
  double found = 1;
  gsize longest = 0;

  for (guint i = 0; category != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *prefix = NULL;
      double weight;

      if (!parse_weight (parts[i], &prefix, &weight) || !g_str_has_prefix (category, prefix)
          || strlen (prefix) <= longest)
        continue;
      longest = strlen (prefix);
      found = weight;
    }
  return found;
}
