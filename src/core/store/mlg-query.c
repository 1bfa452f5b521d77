/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-query-private.h"

/* What a list shows: a kind of record, conditions, words, an order. Written as SQL in mlg-query-sql.c,
 * run in mlg-query-run.c and mlg-query-facet.c. */

G_DEFINE_BOXED_TYPE (MlgQuery, mlg_query, mlg_query_ref, mlg_query_unref)

static void
condition_free (gpointer data)
{
  MlgCondition *condition = data;

  g_strfreev (condition->values);
  g_free (condition->from);
  g_free (condition->to);
  g_free (condition);
}

static MlgCondition *
condition_copy (const MlgCondition *condition)
{
  MlgCondition *copy = g_new (MlgCondition, 1);

  *copy = *condition;
  copy->values = g_strdupv (condition->values);
  copy->from = g_strdup (condition->from);
  copy->to = g_strdup (condition->to);
  return copy;
}

/**
 * mlg_query_new:
 *
 * Returns: (transfer full): all records of a kind, by name
 */
MlgQuery *
mlg_query_new (const MlgKind *kind)
{
  MlgQuery *self = g_atomic_rc_box_new0 (MlgQuery);

  self->kind = kind;
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->sort = MLG_QUERY_BY_NAME;
  return self;
}

/**
 * mlg_query_ref:
 *
 * Takes another reference, from any thread: a query never changes.
 *
 * Returns: (transfer full): @self
 */
MlgQuery *
mlg_query_ref (MlgQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MlgQuery *self = data;

  g_free (self->words);
  g_ptr_array_unref (self->conditions);
}

/**
 * mlg_query_unref:
 * @self: (transfer full): a query
 *
 * Gives a reference back; the last one frees the query with its conditions.
 */
void
mlg_query_unref (MlgQuery *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * mlg_query_get_kind:
 *
 * Returns: the kind of the records that the query finds; static
 */
const MlgKind *
mlg_query_get_kind (MlgQuery *self)
{
  return self->kind;
}

/**
 * mlg_query_get_words:
 *
 * Returns: (nullable): the words that are looked for
 */
const char *
mlg_query_get_words (MlgQuery *self)
{
  return self->words;
}

/**
 * mlg_query_get_sort:
 * @descending: (out) (optional): the direction
 *
 * Returns: the field of the order, or %MLG_QUERY_BY_NAME
 */
guint
mlg_query_get_sort (MlgQuery *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

static gboolean
refers_to (const MlgField *field, const MlgKind *kind)
{
  return field->refers != NULL && g_str_equal (field->refers, kind->name);
}

static gboolean
condition_is_touched (const MlgCondition *condition, const MlgKind *of, const MlgKind *kind)
{
  const MlgKind *holder = condition->other != NULL ? condition->other : of;

  return condition->other == kind
         || (condition->below && refers_to (&holder->fields[condition->field], kind));
}

/**
 * mlg_query_is_touched:
 *
 * Returns: whether a change of a record of @kind may change the result
 */
gboolean
mlg_query_is_touched (MlgQuery *self, const MlgKind *kind)
{
  if (self->kind == kind)
    return TRUE;
  if (self->sort != MLG_QUERY_BY_NAME && refers_to (&self->kind->fields[self->sort], kind))
    return TRUE;
  for (guint i = 0; i < self->conditions->len; i++)
    if (condition_is_touched (self->conditions->pdata[i], self->kind, kind))
      return TRUE;
  return FALSE;
}

static MlgQuery *
copy (MlgQuery *self)
{
  MlgQuery *made = mlg_query_new (self->kind);

  made->words = g_strdup (self->words);
  made->sort = self->sort;
  made->descending = self->descending;
  for (guint i = 0; i < self->conditions->len; i++)
    g_ptr_array_add (made->conditions, condition_copy (self->conditions->pdata[i]));
  return made;
}

/* Returns: (transfer full): a copy without what is asked of a field, or of its beginning. */
MlgQuery *
mlg_query_copy_without (MlgQuery *self, const MlgKind *other, guint field, guint length)
{
  MlgQuery *made = copy (self);

  for (guint i = made->conditions->len; i > 0; i--)
    {
      const MlgCondition *condition = made->conditions->pdata[i - 1];

      if (condition->other == other && condition->field == field && condition->length == length)
        g_ptr_array_remove_index (made->conditions, i - 1);
    }
  return made;
}

/**
 * mlg_query_with_words:
 * @words: (nullable): as for mlg_search_find(); without any word the list is not restricted
 *
 * Returns: (transfer full): the query with these words in the place of any others
 */
MlgQuery *
mlg_query_with_words (MlgQuery *self, const char *words)
{
  MlgQuery *made = copy (self);

  g_free (made->words);
  made->words = g_strdup (words);
  return made;
}

/**
 * mlg_query_with_values:
 * @values: (nullable): the values of which the field must have one, as files carry them; "" is none.
 *   %NULL or empty lifts the condition
 *
 * Returns: (transfer full): the query with this condition in the place of any other on @field
 */
MlgQuery *
mlg_query_with_values (MlgQuery *self, guint field, const char *const *values)
{
  return mlg_query_with_related (self, NULL, 0, field, values);
}

/* All codes of the groups; what is not a group is a code, or none. */
static GStrv
list_codes (const MlgCodeList *codes, const char *const *groups)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; groups != NULL && *groups != NULL; groups++)
    {
      g_autofree const char **group = mlg_code_list_get_group_codes (codes, *groups);

      if (*group == NULL)
        g_strv_builder_add (builder, *groups);
      g_strv_builder_addv (builder, group);
    }
  return g_strv_builder_end (builder);
}

/**
 * mlg_query_with_groups:
 * @field: a field with a list of codes
 * @groups: (nullable): groups of codes, as mlg_query_facet_groups() gives them: the field must have a
 *   code of one of them; "" is none. %NULL or empty lifts the condition
 *
 * Returns: (transfer full): the query with this condition in the place of any other on @field
 */
MlgQuery *
mlg_query_with_groups (MlgQuery *self, guint field, const char *const *groups)
{
  const MlgCodeList *codes = self->kind->fields[field].codes;
  g_auto (GStrv) values = NULL;

  g_return_val_if_fail (codes != NULL, NULL);

  values = list_codes (codes, groups);
  return mlg_query_with_values (self, field, (const char *const *) values);
}

/**
 * mlg_query_with_range:
 * @field: a number, a date or a time
 * @from: (nullable): the lowest value, as files carry it; %NULL for no limit
 * @to: (nullable): the highest value, itself included; %NULL for no limit. Of a time, a date alone
 *   is its first instant
 *
 * Records that have no value are in no range.
 *
 * Returns: (transfer full): the query with this condition in the place of any other on @field;
 *   without one if both are %NULL
 */
MlgQuery *
mlg_query_with_range (MlgQuery *self, guint field, const char *from, const char *to)
{
  MlgQuery *made = mlg_query_copy_without (self, NULL, field, 0);
  MlgCondition condition = { .field = field, .from = (char *) from, .to = (char *) to };

  if (from != NULL || to != NULL)
    g_ptr_array_add (made->conditions, condition_copy (&condition));
  return made;
}

static MlgQuery *
with_condition (MlgQuery *self, const MlgCondition *condition)
{
  MlgQuery *made =
      mlg_query_copy_without (self, condition->other, condition->field, condition->length);

  if (condition->values != NULL && *condition->values != NULL)
    g_ptr_array_add (made->conditions, condition_copy (condition));
  return made;
}

/**
 * mlg_query_with_related:
 * @other: (nullable): a kind that refers to the records: functions, to their bodies
 * @reference: the field of @other that refers to them
 * @field: a field of @other
 * @values: (nullable): as for mlg_query_with_values()
 *
 * Returns: (transfer full): the query of those to which such a record refers
 */
MlgQuery *
mlg_query_with_related (
    MlgQuery *self, const MlgKind *other, guint reference, guint field, const char *const *values)
{
  MlgCondition condition = {
    .other = other, .reference = reference, .field = field, .values = (GStrv) values
  };

  return with_condition (self, &condition);
}

/**
 * mlg_query_with_branch:
 * @other: (nullable): a kind that refers to the records: the members of groups, to their bodies;
 *   %NULL for a field of the records themselves
 * @reference: the field of @other that refers to them
 * @field: another reference of @other: to the group
 * @parent: the field of what @field refers to that makes it a part of another: a group's parent
 * @values: (nullable): as for mlg_query_with_values(): ids
 *
 * As mlg_query_with_related(), each value standing also for all that is below it: the bodies of a
 * group or of its sub-groups.
 *
 * Returns: (transfer full): the query
 */
MlgQuery *
mlg_query_with_branch (MlgQuery *self,
                       const MlgKind *other,
                       guint reference,
                       guint field,
                       guint parent,
                       const char *const *values)
{
  MlgCondition condition = { .other = other,
                             .reference = reference,
                             .field = field,
                             .values = (GStrv) values,
                             .below = TRUE,
                             .parent = parent };

  return with_condition (self, &condition);
}

/**
 * mlg_query_with_beginnings:
 * @field: a text, a date or a time
 * @length: how many characters are compared: 4 for the year of a date
 * @values: (nullable): as for mlg_query_with_values(): the beginnings
 *
 * What is asked of a whole field, by mlg_query_with_values() or mlg_query_with_range(), stays beside it.
 *
 * Returns: (transfer full): the query with this condition in the place of any other on the beginning of
 *   @field
 */
MlgQuery *
mlg_query_with_beginnings (MlgQuery *self, guint field, guint length, const char *const *values)
{
  MlgCondition condition = { .field = field, .length = length, .values = (GStrv) values };

  return with_condition (self, &condition);
}

/**
 * mlg_query_with_sort:
 * @field: a field, or %MLG_QUERY_BY_NAME; a reference sorts by the name of what it refers to
 *
 * Returns: (transfer full): the query in this order
 */
MlgQuery *
mlg_query_with_sort (MlgQuery *self, guint field, gboolean descending)
{
  MlgQuery *made = copy (self);

  made->sort = field;
  made->descending = descending;
  return made;
}
