/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-query.h"

#include "mlg-record-sql.h"
#include "mlg-search.h"
#include "mlg-statement.h"

/* What a list shows: a kind of record, conditions, words, an order. Immutable: each refinement is a
 * new query. It is written as SQL from known columns only, values are bound. */
typedef struct
{
  const MlgKind *other; /* (nullable) (unowned) the kind that refers to the records */
  guint reference;      /* the field of @other that refers to them */
  guint field;
  GStrv values; /* (owned) any of them; an empty one is none */
} Condition;

struct _MlgQuery
{
  const MlgKind *kind;   /* (unowned) static */
  char *words;           /* (owned) (nullable) */
  GPtrArray *conditions; /* (owned) of Condition */
  guint sort;
  gboolean descending;
};

G_DEFINE_BOXED_TYPE (MlgQuery, mlg_query, mlg_query_ref, mlg_query_unref)

void
mlg_facet_free (MlgFacet *facet)
{
  g_free (facet->value);
  g_free (facet);
}

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_strfreev (condition->values);
  g_free (condition);
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
 */
void
mlg_query_unref (MlgQuery *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * mlg_query_get_kind:
 */
const MlgKind *
mlg_query_get_kind (MlgQuery *self)
{
  return self->kind;
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
  for (guint i = 0; i < self->conditions->len; i++)
    if (((Condition *) self->conditions->pdata[i])->other == kind)
      return TRUE;
  return FALSE;
}

/* A copy without the condition that is to be set anew. */
static MlgQuery *
copy_without (MlgQuery *self, const MlgKind *other, guint field, gboolean all)
{
  MlgQuery *copy = mlg_query_new (self->kind);

  copy->words = g_strdup (self->words);
  copy->sort = self->sort;
  copy->descending = self->descending;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *condition = self->conditions->pdata[i];
      Condition *kept;

      if (!all && condition->other == other && condition->field == field)
        continue;
      kept = g_new0 (Condition, 1);
      *kept = *condition;
      kept->values = g_strdupv (condition->values);
      g_ptr_array_add (copy->conditions, kept);
    }
  return copy;
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
  MlgQuery *copy = copy_without (self, NULL, 0, TRUE);

  g_free (copy->words);
  copy->words = g_strdup (words);
  return copy;
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
  MlgQuery *copy = copy_without (self, other, field, FALSE);
  Condition *condition;

  if (values == NULL || *values == NULL)
    return copy;
  condition = g_new0 (Condition, 1);
  condition->other = other;
  condition->reference = reference;
  condition->field = field;
  condition->values = g_strdupv ((GStrv) values);
  g_ptr_array_add (copy->conditions, condition);
  return copy;
}

/**
 * mlg_query_with_sort:
 * @field: a field, or %MLG_QUERY_BY_NAME
 *
 * Returns: (transfer full): the query in this order
 */
MlgQuery *
mlg_query_with_sort (MlgQuery *self, guint field, gboolean descending)
{
  MlgQuery *copy = copy_without (self, NULL, 0, TRUE);

  copy->sort = field;
  copy->descending = descending;
  return copy;
}

static void
write_values (
    GString *sql, GPtrArray *bound, const MlgField *field, const char *column, GStrv values)
{
  gboolean none = g_strv_contains ((const char *const *) values, "");
  gboolean first = TRUE;

  g_string_append_printf (sql, "(%s IN (", column);
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (*values[i] == '\0')
        continue;
      g_ptr_array_add (bound, values[i]);
      g_string_append_printf (sql, mlg_field_is_number (field) ? "%sCAST(?%u AS NUMERIC)" : "%s?%u",
                              first ? "" : ",", bound->len);
      first = FALSE;
    }
  g_string_append (sql, ")");
  if (none)
    g_string_append_printf (sql, " OR %s IS NULL", column);
  g_string_append (sql, ")");
}

static void
write_condition (GString *sql, GPtrArray *bound, const MlgKind *kind, Condition *condition)
{
  const MlgKind *of = condition->other != NULL ? condition->other : kind;
  const MlgField *field = &of->fields[condition->field];

  if (condition->other != NULL)
    g_string_append_printf (sql, "id IN (SELECT %s FROM %s WHERE ",
                            of->fields[condition->reference].name, of->table);
  write_values (sql, bound, field, field->name, condition->values);
  if (condition->other != NULL)
    g_string_append (sql, ")");
}

/* "FROM body WHERE …", and in @bound what its parameters are. */
static char *
write_from (MlgQuery *self, GPtrArray *bound, char **match)
{
  GString *sql = g_string_new (NULL);

  *match = self->words != NULL ? mlg_search_write_match (self->words) : NULL;
  g_string_append_printf (sql, " FROM %s WHERE 1", self->kind->table);
  if (*match != NULL)
    {
      g_ptr_array_add (bound, *match);
      g_string_append_printf (sql, " AND id IN (SELECT rowid FROM search WHERE search MATCH ?%u)",
                              bound->len);
    }
  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append (sql, " AND ");
      write_condition (sql, bound, self->kind, self->conditions->pdata[i]);
    }
  return g_string_free (sql, FALSE);
}

/* Text in the order of a French dictionary; what is empty last, whatever the direction. */
static char *
write_order (MlgQuery *self)
{
  const char *direction = self->descending ? "DESC" : "ASC";
  g_autofree char *name = mlg_kind_get_name_sql (self->kind, NULL);
  const MlgField *field = self->sort != MLG_QUERY_BY_NAME ? &self->kind->fields[self->sort] : NULL;

  if (field == NULL)
    return g_strdup_printf (" ORDER BY fold(%s) %s, id", name, direction);
  if (mlg_field_is_number (field) || field->type == MLG_FIELD_DATE || field->type == MLG_FIELD_TIME)
    return g_strdup_printf (" ORDER BY %s %s NULLS LAST, fold(%s), id", field->name, direction,
                            name);
  return g_strdup_printf (" ORDER BY fold(%s) %s NULLS LAST, fold(%s), id", field->name, direction,
                          name);
}

static MlgStatement *
prepare (MlgQuery *self, MlgConnection *db, const char *head, const char *tail, GError **error)
{
  g_autoptr (GPtrArray) bound = g_ptr_array_new ();
  g_autofree char *match = NULL;
  g_autofree char *from = write_from (self, bound, &match);
  g_autofree char *sql = g_strconcat ("SELECT ", head, from, tail, NULL);
  MlgStatement *statement = mlg_connection_prepare (db, sql, error);

  for (guint i = 0; statement != NULL && i < bound->len; i++)
    mlg_statement_bind_text (statement, (int) i + 1, bound->pdata[i]);
  return statement;
}

/**
 * mlg_query_run:
 *
 * Returns: (transfer full) (element-type gint64): the ids, in order
 */
GArray *
mlg_query_run (MlgQuery *self, MlgConnection *db, GError **error)
{
  g_autofree char *order = write_order (self);
  g_autoptr (MlgStatement) statement = prepare (self, db, "id", order, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MlgStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 id = mlg_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * mlg_query_load:
 * @limit: how many at the most
 * @offset: how many to pass over
 *
 * Returns: (transfer full) (element-type MlgRecord): the records, in order
 */
GPtrArray *
mlg_query_load (MlgQuery *self, MlgConnection *db, guint limit, guint offset, GError **error)
{
  g_autoptr (GArray) ids = mlg_query_run (self, db, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;
  for (guint i = offset; i < ids->len && records->len < limit; i++)
    {
      MlgRecord *record = mlg_record_load (db, self->kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/**
 * mlg_query_count:
 *
 * Returns: how many records there are, or -1 with @error set
 */
gint64
mlg_query_count (MlgQuery *self, MlgConnection *db, GError **error)
{
  g_autoptr (MlgStatement) statement = prepare (self, db, "count(*)", "", error);

  if (statement == NULL || mlg_statement_step (statement, error) != MLG_STEP_ROW)
    return -1;
  return mlg_statement_get_integer (statement, 0);
}

static GPtrArray *
read_facets (MlgStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);
  MlgStep step;

  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgFacet *facet = g_new0 (MlgFacet, 1);

      facet->value = g_strdup (mlg_statement_get_text (statement, 0));
      facet->n = (guint) mlg_statement_get_integer (statement, 1);
      g_ptr_array_add (facets, facet);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&facets) : NULL;
}

/**
 * mlg_query_facet:
 * @field: a field
 *
 * The values of a field among the records, whatever the query asks of this field itself: what a
 * person can choose from.
 *
 * Returns: (transfer full) (element-type MlgFacet): most frequent first
 */
GPtrArray *
mlg_query_facet (MlgQuery *self, MlgConnection *db, guint field, GError **error)
{
  g_autoptr (MlgQuery) others = copy_without (self, NULL, field, FALSE);
  const char *name = self->kind->fields[field].name;
  g_autofree char *head = g_strconcat (name, ", count(*) AS n", NULL);
  g_autofree char *tail = g_strdup_printf (" GROUP BY %s ORDER BY n DESC, %s", name, name);
  g_autoptr (MlgStatement) statement = prepare (others, db, head, tail, error);

  return statement != NULL ? read_facets (statement, error) : NULL;
}

/**
 * mlg_query_facet_related:
 * @other: a kind that refers to the records
 * @reference: its field that refers to them
 * @field: its field whose values are wanted
 *
 * As mlg_query_facet(), for a field of what refers to the records: the roles held in the bodies.
 *
 * Returns: (transfer full) (element-type MlgFacet): most frequent first
 */
GPtrArray *
mlg_query_facet_related (MlgQuery *self,
                         MlgConnection *db,
                         const MlgKind *other,
                         guint reference,
                         guint field,
                         GError **error)
{
  g_autoptr (MlgQuery) others = copy_without (self, other, field, FALSE);
  const char *name = other->fields[field].name;
  const char *refers = other->fields[reference].name;
  g_autofree char *head =
      g_strdup_printf ("r.%s, count(DISTINCT r.%s) AS n FROM %s AS r WHERE r.%s IN (SELECT id",
                       name, refers, other->table, refers);
  g_autofree char *tail = g_strdup_printf (") GROUP BY r.%s ORDER BY n DESC, r.%s", name, name);
  g_autoptr (MlgStatement) statement = prepare (others, db, head, tail, error);

  return statement != NULL ? read_facets (statement, error) : NULL;
}
