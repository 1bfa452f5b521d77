/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What each comparison is in an expression, and for people. */
static const struct
{
  const char *sign; /* (nullable) between the field and the value */
  const char *title;
} comparisons[MLG_N_COMPARISONS] = {
  [MLG_COMPARE_ANSWERED] = { NULL, N_ ("is answered") },
  [MLG_COMPARE_NOT_ANSWERED] = { NULL, N_ ("is not answered") },
  [MLG_COMPARE_IS] = { "=", N_ ("is") },
  [MLG_COMPARE_IS_NOT] = { "!=", N_ ("is not") },
  [MLG_COMPARE_MORE] = { ">", N_ ("is more than") },
  [MLG_COMPARE_AT_LEAST] = { ">=", N_ ("is at least") },
  [MLG_COMPARE_LESS] = { "<", N_ ("is less than") },
  [MLG_COMPARE_AT_MOST] = { "<=", N_ ("is at most") },
};

static const char *
skip_spaces (const char *p)
{
  return p + strspn (p, " \t\n");
}

/* A field's name, as the grammar of templates has it; words that XPath keeps for itself are none. */
static char *
take_name (const char **p)
{
  gsize n = strspn (*p, "abcdefghijklmnopqrstuvwxyz0123456789-");
  char *name;

  if (n == 0 || !g_ascii_islower (**p))
    return NULL;
  name = g_strndup (*p, n);
  *p += n;
  return name;
}

static gboolean
take_sign (const char **p, MlgComparison *comparison)
{
  gsize n = strspn (*p, "=!<>");

  for (guint i = MLG_COMPARE_IS; i < MLG_N_COMPARISONS; i++)
    if (strlen (comparisons[i].sign) == n && strncmp (*p, comparisons[i].sign, n) == 0)
      {
        *comparison = i;
        *p += n;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_string (const char **p, char **value)
{
  const char *end = strchr (*p + 1, **p);

  if (end == NULL)
    return FALSE;
  *value = g_strndup (*p + 1, (gsize) (end - *p - 1));
  *p = end + 1;
  return TRUE;
}

static gboolean
take_number (const char **p, char **value)
{
  gsize sign = **p == '-' ? 1 : 0;
  gsize whole = strspn (*p + sign, "0123456789");
  gsize n = sign + whole;

  if (whole == 0)
    return FALSE;
  if ((*p)[n] == '.')
    n += 1 + strspn (*p + n + 1, "0123456789");
  *value = g_strndup (*p, n);
  *p += n;
  return TRUE;
}

static gboolean
take_value (MlgCondition *self, const char **p)
{
  if (**p == '\'' || **p == '"')
    return take_string (p, &self->value);
  self->number = TRUE;
  return take_number (p, &self->value);
}

static gboolean
take_comparison (MlgCondition *self, const char *p)
{
  self->field = take_name (&p);
  if (self->field == NULL)
    return FALSE;
  p = skip_spaces (p);
  if (*p == '\0')
    return TRUE;
  if (!take_sign (&p, &self->comparison))
    return FALSE;
  p = skip_spaces (p);
  return take_value (self, &p) && *skip_spaces (p) == '\0';
}

static gboolean
take_absence (MlgCondition *self, const char *p)
{
  self->comparison = MLG_COMPARE_NOT_ANSWERED;
  self->field = take_name (&p);
  return self->field != NULL && g_str_equal (skip_spaces (p), ")");
}

/**
 * mlg_condition_parse:
 * @test: an expression
 *
 * Returns: (transfer full) (nullable): what it compares; %NULL when it is not of this shape, so that only
 *   its own text says it
 */
MlgCondition *
mlg_condition_parse (const char *test)
{
  g_autoptr (MlgCondition) self = g_new0 (MlgCondition, 1);
  const char *p = skip_spaces (test);
  gboolean known = g_str_has_prefix (p, "not(") ? take_absence (self, skip_spaces (p + 4))
                                                : take_comparison (self, p);

  return known ? g_steal_pointer (&self) : NULL;
}

static char *
quote (const char *value)
{
  if (strchr (value, '\'') == NULL)
    return g_strdup_printf ("'%s'", value);
  return strchr (value, '"') == NULL ? g_strdup_printf ("\"%s\"", value) : NULL;
}

/**
 * mlg_condition_write:
 *
 * Returns: (transfer full) (nullable): the expression; %NULL when the value has both sorts of quotes, which
 *   XPath 1.0 cannot write, or is not the number that it is said to be
 */
char *
mlg_condition_write (const MlgCondition *self)
{
  const char *value = self->value != NULL ? self->value : "";
  g_autofree char *written = NULL;

  if (self->comparison == MLG_COMPARE_ANSWERED)
    return g_strdup (self->field);
  if (self->comparison == MLG_COMPARE_NOT_ANSWERED)
    return g_strdup_printf ("not(%s)", self->field);
  if (!self->number)
    written = quote (value);
  else if (!take_number (&value, &written) || *value != '\0')
    return NULL;
  if (written == NULL)
    return NULL;
  return g_strdup_printf ("%s %s %s", self->field, comparisons[self->comparison].sign, written);
}

/**
 * mlg_comparison_get_title:
 *
 * Returns: (transfer none): between a field and a value, for people
 */
const char *
mlg_comparison_get_title (MlgComparison comparison)
{
  return _ (comparisons[comparison].title);
}

/**
 * mlg_comparison_has_value:
 *
 * Returns: whether something stands after it
 */
gboolean
mlg_comparison_has_value (MlgComparison comparison)
{
  return comparisons[comparison].sign != NULL;
}

static char *
tell (const MlgCondition *self, const char *label)
{
  if (self->value == NULL)
    return g_strdup_printf ("%s %s", label, mlg_comparison_get_title (self->comparison));
  if (g_str_equal (self->value, "true") || g_str_equal (self->value, "false"))
    {
      gboolean yes = g_str_equal (self->value, "true") == (self->comparison == MLG_COMPARE_IS);

      /* Translators: a condition: the label of a question that is answered by yes or no. */
      return g_strdup_printf (yes ? _ ("%s: yes") : _ ("%s: no"), label);
    }
  return g_strdup_printf ("%s %s %s", label, mlg_comparison_get_title (self->comparison),
                          self->value);
}

/**
 * mlg_condition_tell:
 * @test: an expression
 * @labels: (nullable) (element-type utf8 utf8): what fields are called, by their names
 *
 * Returns: (transfer full): the condition for people; the expression when it is not of this shape
 */
char *
mlg_condition_tell (const char *test, GHashTable *labels)
{
  g_autoptr (MlgCondition) self = mlg_condition_parse (test);
  const char *label =
      self != NULL && labels != NULL ? g_hash_table_lookup (labels, self->field) : NULL;

  if (self == NULL)
    return g_strdup (test);
  return tell (self, label != NULL ? label : self->field);
}

/**
 * mlg_condition_free:
 * @self: (transfer full): a condition
 *
 * Frees a condition with the names that it compares.
 */
void
mlg_condition_free (MlgCondition *self)
{
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}
