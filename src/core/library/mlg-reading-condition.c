/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-reading.h"

/* The conditions of a template as people say them: a question, how it compares, and a value. */

#define COMPARISON                                                                                 \
  "^(?:count\\()?([a-z][a-z0-9-]*)(/row)?\\)? *(=|!=|>|<|>=|<=) *(?:'([^']*)'|([0-9.]+))$"
#define PRESENCE "^(not\\()?([a-z][a-z0-9-]*)(?:/row)?\\)?$"

/* A question, or a column of one that is a list. */
static const MlgTemplateField *
find_field (MlgTemplate *template, const char *name)
{
  GPtrArray *fields = mlg_template_get_fields (template);
  const MlgTemplateField *found = mlg_template_field_find (fields, name);

  for (guint i = 0; found == NULL && i < fields->len; i++)
    found = mlg_template_field_find (((MlgTemplateField *) fields->pdata[i])->columns, name);
  return found;
}

static char *
write_words (const MlgTemplateField *field, const char *sign, const char *value)
{
  gboolean equal = g_str_equal (sign, "=");
  g_autofree char *printed = mlg_template_field_print (field, value);

  if (field->type == MLG_TEMPLATE_YES_NO)
    return g_strdup_printf (g_str_equal (value, "true") == equal ? _ ("%s: yes") : _ ("%s: no"),
                            field->label);
  /* Translators: a question and its answer: “Level of ambition” is “exemplary”. */
  return g_strdup_printf (equal ? _ ("“%s” is “%s”") : _ ("“%s” is not “%s”"), field->label,
                          printed != NULL ? printed : value);
}

static char *
write_number (const MlgTemplateField *field, gboolean counts, const char *sign, const char *number)
{
  if (counts)
    /* Translators: a list of a template, a sign and a number: number of “Lots” > 1. */
    return g_strdup_printf (_ ("number of “%s” %s %s"), field->label, sign, number);
  return g_strdup_printf ("“%s” %s %s", field->label, sign, number);
}

static char *
write_comparison (MlgTemplate *template, const char *term)
{
  g_autoptr (GRegex) regex = g_regex_new (COMPARISON, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const MlgTemplateField *field;
  g_autofree char *name = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *value = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match (regex, term, 0, &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  rows = g_match_info_fetch (match, 2);
  sign = g_match_info_fetch (match, 3);
  value = g_match_info_fetch (match, 4);
  number = g_match_info_fetch (match, 5);
  field = find_field (template, name);
  if (field == NULL)
    return NULL;
  if (number != NULL && *number != '\0')
    return write_number (field, *rows != '\0', sign, number);
  return write_words (field, sign, value);
}

static char *
write_presence (MlgTemplate *template, const char *term)
{
  g_autoptr (GRegex) regex = g_regex_new (PRESENCE, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const MlgTemplateField *field;
  g_autofree char *negation = NULL;
  g_autofree char *name = NULL;

  if (!g_regex_match (regex, term, 0, &match))
    return NULL;
  negation = g_match_info_fetch (match, 1);
  name = g_match_info_fetch (match, 2);
  field = find_field (template, name);
  if (field == NULL)
    return NULL;
  return g_strdup_printf (*negation != '\0' ? _ ("“%s” is not answered") : _ ("“%s” is answered"),
                          field->label);
}

static char *
write_term (MlgTemplate *template, const char *term)
{
  char *words = write_comparison (template, term);

  if (words == NULL)
    words = write_presence (template, term);
  return words != NULL ? words : g_strdup (term);
}

/**
 * mlg_reading_write_condition:
 * @test: the expression of a condition
 *
 * Returns: (transfer full): the condition as people say it, with the labels of the template's questions; what
 *   is too involved stays as it is
 */
char *
mlg_reading_write_condition (MlgTemplate *template, const char *test)
{
  g_auto (GStrv) terms = g_strsplit (test, " and ", -1);
  g_autofree char *all = NULL;

  if (g_strstr_len (test, -1, " or ") != NULL)
    return g_strdup (test);
  for (char **term = terms; *term != NULL; term++)
    {
      g_autofree char *words = write_term (template, g_strstrip (*term));
      g_autofree char *before = g_steal_pointer (&all);

      all = before != NULL ? g_strdup_printf (_ ("%s and %s"), before, words)
                           : g_steal_pointer (&words);
    }
  return g_steal_pointer (&all);
}
