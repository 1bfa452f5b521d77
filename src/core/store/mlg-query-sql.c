/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>

#include "mlg-fold.h"
#include "mlg-query-private.h"
#include "mlg-search.h"

/* A query as SQL, from known columns only; values are bound. The records' table is called t. */

static const MlgKind *
find_referred (MlgConnection *db, const MlgField *field)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);

  g_assert (kind != NULL);
  return kind;
}

/* Writes "?7" and takes note of what it is to be; numbers are compared as numbers. */
static void
write_value (GString *sql, GPtrArray *bound, const MlgField *field, const char *value)
{
  g_ptr_array_add (bound, g_strdup (value));
  g_string_append_printf (sql, mlg_field_is_number (field) ? "CAST(?%u AS NUMERIC)" : "?%u",
                          bound->len);
}

/* "(?1, ?2)" */
static void
write_list (GString *sql, GPtrArray *bound, const MlgField *field, GStrv values)
{
  gboolean first = TRUE;

  g_string_append_c (sql, '(');
  for (; *values != NULL; values++)
    {
      if (**values == '\0')
        continue;
      if (!first)
        g_string_append_c (sql, ',');
      write_value (sql, bound, field, *values);
      first = FALSE;
    }
  g_string_append_c (sql, ')');
}

static void
write_values (GString *sql,
              GPtrArray *bound,
              MlgConnection *db,
              const MlgField *field,
              const MlgCondition *condition)
{
  if (condition->length > 0)
    g_string_append_printf (sql, "(substr(%s,1,%u) IN ", field->name, condition->length);
  else
    g_string_append_printf (sql, "(%s IN ", field->name);
  if (condition->below)
    {
      g_autofree char *branch = mlg_query_write_branch (db, field, condition->parent);

      g_string_append_printf (sql, "(%s SELECT id FROM branch WHERE top IN ", branch);
      write_list (sql, bound, field, condition->values);
      g_string_append_c (sql, ')');
    }
  else
    write_list (sql, bound, field, condition->values);
  if (g_strv_contains ((const char *const *) condition->values, ""))
    g_string_append_printf (sql, " OR %s IS NULL", field->name);
  g_string_append_c (sql, ')');
}

static void
write_range (GString *sql, GPtrArray *bound, const MlgField *field, const MlgCondition *condition)
{
  if (condition->from != NULL)
    {
      g_string_append_printf (sql, "%s>=", field->name);
      write_value (sql, bound, field, condition->from);
    }
  if (condition->from != NULL && condition->to != NULL)
    g_string_append (sql, " AND ");
  if (condition->to != NULL)
    {
      g_string_append_printf (sql, "%s<=", field->name);
      write_value (sql, bound, field, condition->to);
    }
}

static void
write_condition (GString *sql,
                 GPtrArray *bound,
                 MlgConnection *db,
                 const MlgKind *kind,
                 const MlgCondition *condition)
{
  const MlgKind *of = condition->other != NULL ? condition->other : kind;
  const MlgField *field = &of->fields[condition->field];

  if (condition->other != NULL)
    g_string_append_printf (sql, "t.id IN (SELECT %s FROM %s WHERE ",
                            of->fields[condition->reference].name, of->table);
  if (condition->values != NULL)
    write_values (sql, bound, db, field, condition);
  else
    write_range (sql, bound, field, condition);
  if (condition->other != NULL)
    g_string_append_c (sql, ')');
}

/**
 * mlg_query_write_from:
 * @bound: (element-type utf8): gets what the parameters are, each to be freed
 *
 * Returns: (transfer full): " FROM body AS t WHERE …"
 */
char *
mlg_query_write_from (MlgQuery *self, MlgConnection *db, GPtrArray *bound)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *match = self->words != NULL ? mlg_search_write_match (self->words) : NULL;

  g_string_append_printf (sql, " FROM %s AS t WHERE 1", self->kind->table);
  if (match != NULL)
    {
      g_ptr_array_add (bound, g_steal_pointer (&match));
      g_string_append_printf (sql, " AND t.id IN (SELECT rowid FROM search WHERE search MATCH ?%u)",
                              bound->len);
    }
  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append (sql, " AND ");
      write_condition (sql, bound, db, self->kind, self->conditions->pdata[i]);
    }
  return g_string_free (sql, FALSE);
}

/**
 * mlg_query_write_name:
 * @field: a reference
 * @alias: of the table that has it
 *
 * Returns: (transfer full): the name of what is referred to
 */
char *
mlg_query_write_name (MlgConnection *db, const MlgField *field, const char *alias)
{
  const MlgKind *kind = find_referred (db, field);
  g_autofree char *name = mlg_kind_get_name_sql (kind, "n");

  return g_strdup_printf ("(SELECT %s FROM %s AS n WHERE n.id=%s.%s)", name, kind->table, alias,
                          field->name);
}

/**
 * mlg_query_write_branch:
 * @field: a reference
 * @parent: see mlg_query_with_branch()
 *
 * Returns: (transfer full): "WITH … branch(top, id)": each record with itself and all that is below;
 *   a record that is below itself does no harm
 */
char *
mlg_query_write_branch (MlgConnection *db, const MlgField *field, guint parent)
{
  const MlgKind *kind = find_referred (db, field);

  return g_strdup_printf ("WITH RECURSIVE branch(top, id) AS (SELECT id, id FROM %s"
                          " UNION SELECT b.top, p.id FROM branch AS b JOIN %s AS p ON p.%s=b.id)",
                          kind->table, kind->table, kind->fields[parent].name);
}

/* Codes are sorted by what people read for them. A code that is in no list is read itself. */
static char *
write_code_key (const MlgField *field)
{
  GString *key = g_string_new (NULL);

  g_string_printf (key, "CASE t.%s", field->name);
  for (const MlgCode *code = field->codes->codes; code->code != NULL; code++)
    {
      g_autofree char *title = mlg_fold (mlg_code_list_get_title (field->codes, code->code));
      char *when = sqlite3_mprintf (" WHEN %Q THEN %Q", code->code, title);

      g_string_append (key, when);
      sqlite3_free (when);
    }
  g_string_append_printf (key, " ELSE fold(t.%s) END", field->name);
  return g_string_free (key, FALSE);
}

/* What a field is sorted by: text in the order of a French dictionary. */
static char *
write_key (MlgQuery *self, MlgConnection *db, const MlgField *field)
{
  if (field->type == MLG_FIELD_REFERENCE)
    {
      g_autofree char *name = mlg_query_write_name (db, field, "t");

      return g_strdup_printf ("fold(%s)", name);
    }
  if (mlg_field_is_number (field) || field->type == MLG_FIELD_DATE || field->type == MLG_FIELD_TIME)
    return g_strdup_printf ("t.%s", field->name);
  if (field->type == MLG_FIELD_CODE && field->codes != NULL && !field->codes->is_read)
    return write_code_key (field);
  return g_strdup_printf ("fold(t.%s)", field->name);
}

/**
 * mlg_query_write_order:
 *
 * Returns: (transfer full): " ORDER BY …": what is empty last, whatever the direction; then by name
 */
char *
mlg_query_write_order (MlgQuery *self, MlgConnection *db)
{
  const char *direction = self->descending ? "DESC" : "ASC";
  g_autofree char *name = mlg_kind_get_name_sql (self->kind, "t");
  g_autofree char *key = NULL;

  if (self->sort == MLG_QUERY_BY_NAME)
    return g_strdup_printf (" ORDER BY fold(%s) %s, t.id", name, direction);
  key = write_key (self, db, &self->kind->fields[self->sort]);
  return g_strdup_printf (" ORDER BY %s %s NULLS LAST, fold(%s), t.id", key, direction, name);
}
