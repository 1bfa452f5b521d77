/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-conditions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A list that has rows, or has none, and how many. */
#define ROWS  "^(not\\()?([a-z][a-z0-9-]*)/row(\\))?$"
#define COUNT "^count\\(([a-z][a-z0-9-]*)/row\\) *(=|!=|>=|<=|>|<) *([0-9]+)$"

static const char *const signs[MLG_N_COMPARISONS] = {
  [MLG_COMPARE_IS] = "=",        [MLG_COMPARE_IS_NOT] = "!=", [MLG_COMPARE_MORE] = ">",
  [MLG_COMPARE_AT_LEAST] = ">=", [MLG_COMPARE_LESS] = "<",    [MLG_COMPARE_AT_MOST] = "<=",
};

static gboolean
is_number (const MlgTemplateField *field)
{
  return field->type == MLG_TEMPLATE_NUMBER || field->type == MLG_TEMPLATE_AMOUNT
         || field->type == MLG_TEMPLATE_PERCENTAGE || field->type == MLG_TEMPLATE_ROWS;
}

/**
 * mlg_conditions_take:
 *
 * Returns: whether a question can be compared so
 */
gboolean
mlg_conditions_take (const MlgTemplateField *field, MlgComparison comparison)
{
  if (!mlg_comparison_has_value (comparison) || is_number (field))
    return TRUE;
  return (comparison == MLG_COMPARE_IS || comparison == MLG_COMPARE_IS_NOT)
         && (field->type == MLG_TEMPLATE_TEXT || field->type == MLG_TEMPLATE_CHOICE
             || field->type == MLG_TEMPLATE_YES_NO || field->type == MLG_TEMPLATE_DATE
             || field->type == MLG_TEMPLATE_TIME);
}

/**
 * mlg_conditions_add:
 * @conditions: (element-type MlgCondition):
 * @value: (nullable): as answers keep it, or as people write it
 */
void
mlg_conditions_add (GPtrArray *conditions,
                    const char *field,
                    MlgComparison comparison,
                    const char *value)
{
  MlgCondition *condition = g_new0 (MlgCondition, 1);

  condition->field = g_strdup (field);
  condition->comparison = comparison;
  condition->value = g_strdup (value);
  g_ptr_array_add (conditions, condition);
}

static const MlgTemplateField *
find (MlgTemplate *template, const char *name, gboolean list)
{
  const MlgTemplateField *field =
      mlg_template_field_find (mlg_template_get_fields (template), name);

  return field != NULL && (field->type == MLG_TEMPLATE_ROWS) == list ? field : NULL;
}

static gboolean
parse_rows (MlgTemplate *template, const char *term, GPtrArray *conditions)
{
  g_autoptr (GRegex) regex = g_regex_new (ROWS, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *negation = NULL;
  g_autofree char *name = NULL;

  if (!g_regex_match (regex, term, 0, &match))
    return FALSE;
  negation = g_match_info_fetch (match, 1);
  name = g_match_info_fetch (match, 2);
  if (find (template, name, TRUE) == NULL)
    return FALSE;
  mlg_conditions_add (conditions, name,
                      *negation != '\0' ? MLG_COMPARE_NOT_ANSWERED : MLG_COMPARE_ANSWERED, NULL);
  return TRUE;
}

static gboolean
parse_count (MlgTemplate *template, const char *term, GPtrArray *conditions)
{
  g_autoptr (GRegex) regex = g_regex_new (COUNT, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match (regex, term, 0, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  sign = g_match_info_fetch (match, 2);
  number = g_match_info_fetch (match, 3);
  for (guint i = MLG_COMPARE_IS; i < MLG_N_COMPARISONS && find (template, name, TRUE) != NULL; i++)
    if (g_str_equal (signs[i], sign))
      {
        mlg_conditions_add (conditions, name, (MlgComparison) i, number);
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_term (MlgTemplate *template, const char *term, GPtrArray *conditions)
{
  g_autoptr (MlgCondition) condition = mlg_condition_parse (term);
  const MlgTemplateField *field =
      condition != NULL ? find (template, condition->field, FALSE) : NULL;

  if (condition == NULL)
    return parse_rows (template, term, conditions) || parse_count (template, term, conditions);
  if (field == NULL || !mlg_conditions_take (field, condition->comparison))
    return FALSE;
  g_ptr_array_add (conditions, g_steal_pointer (&condition));
  return TRUE;
}

/**
 * mlg_conditions_parse:
 * @test: an expression; "" is one that always holds
 *
 * Returns: (transfer full) (nullable) (element-type MlgCondition): what it compares; %NULL for an expression that
 *   is more than questions of the template with their values
 */
GPtrArray *
mlg_conditions_parse (MlgTemplate *template, const char *test)
{
  g_auto (GStrv) terms = g_strsplit (test, " and ", -1);
  g_autoptr (GPtrArray) conditions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_condition_free);

  for (char **term = terms; *term != NULL && *test != '\0'; term++)
    if (!parse_term (template, g_strstrip (*term), conditions))
      return NULL;
  return g_steal_pointer (&conditions);
}

static char *
refuse (const MlgTemplateField *field, const char *value, GError **error)
{
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               _ ("“%s” is not a value for “%s”"), value, field->label);
  return NULL;
}

static char *
parse_value (const MlgTemplateField *field, const char *value, GError **error)
{
  g_autofree char *kept = NULL;

  if (field->type == MLG_TEMPLATE_ROWS)
    kept =
        *value != '\0' && strspn (value, "0123456789") == strlen (value) ? g_strdup (value) : NULL;
  else
    kept = mlg_template_field_parse (field, value, NULL);
  return kept != NULL && *kept != '\0' ? g_steal_pointer (&kept) : refuse (field, value, error);
}

static char *
write_rows (const MlgCondition *condition, const char *value)
{
  if (condition->comparison == MLG_COMPARE_ANSWERED)
    return g_strdup_printf ("%s/row", condition->field);
  if (condition->comparison == MLG_COMPARE_NOT_ANSWERED)
    return g_strdup_printf ("not(%s/row)", condition->field);
  return g_strdup_printf ("count(%s/row) %s %s", condition->field, signs[condition->comparison],
                          value);
}

static char *
write_term (MlgTemplate *template, const MlgCondition *condition, GError **error)
{
  const MlgTemplateField *field =
      mlg_template_field_find (mlg_template_get_fields (template), condition->field);
  MlgCondition written = *condition;
  g_autofree char *value = NULL;
  char *term;

  if (field == NULL || !mlg_conditions_take (field, condition->comparison))
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("“%s” is not a question that can be compared so"), condition->field);
      return NULL;
    }
  if (mlg_comparison_has_value (condition->comparison))
    {
      value = parse_value (field, condition->value != NULL ? condition->value : "", error);
      if (value == NULL)
        return NULL;
    }
  if (field->type == MLG_TEMPLATE_ROWS)
    return write_rows (condition, value);
  written.value = value;
  written.number = is_number (field);
  term = mlg_condition_write (&written);
  return term != NULL ? term : refuse (field, value, error);
}

/**
 * mlg_conditions_write:
 * @conditions: (element-type MlgCondition): with values as people write them
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE and %MLG_TEMPLATE_ERROR_UNKNOWN, with what is wrong for people.
 *
 * Returns: (transfer full): the expression; "" for one that always holds
 */
char *
mlg_conditions_write (MlgTemplate *template, GPtrArray *conditions, GError **error)
{
  g_autoptr (GString) test = g_string_new (NULL);

  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *term = write_term (template, conditions->pdata[i], error);

      if (term == NULL)
        return NULL;
      g_string_append_printf (test, "%s%s", i > 0 ? " and " : "", term);
    }
  return g_strdup (test->str);
}
