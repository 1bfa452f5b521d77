/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-query-private.h"
#include "mlg-statement.h"

/* What a person can choose from: the values that a field takes among the records of a query, and how
 * many have each, whatever the query asks of this field itself. */

/**
 * mlg_facet_free:
 * @facet: (transfer full): a value and how many have it
 *
 * Frees a value of a facet.
 */
void
mlg_facet_free (MlgFacet *facet)
{
  g_free (facet->value);
  g_free (facet->title);
  g_free (facet);
}

static GPtrArray *
new_facets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);
}

static MlgFacet *
add_facet (GPtrArray *facets, const char *value, const char *title, guint n)
{
  MlgFacet *facet = g_new0 (MlgFacet, 1);

  facet->value = g_strdup (value);
  facet->title = g_strdup (value != NULL ? title : NULL);
  facet->n = n;
  g_ptr_array_add (facets, facet);
  return facet;
}

static const char *
find_title (const MlgField *field, const char *value, const char *name)
{
  if (field->type == MLG_FIELD_REFERENCE)
    return name;
  if (field->type == MLG_FIELD_CODE && field->codes != NULL)
    return mlg_code_list_get_title (field->codes, value);
  if (field->type == MLG_FIELD_BOOLEAN && value != NULL)
    return g_str_equal (value, "0") ? _ ("No") : _ ("Yes");
  return value;
}

/* Columns: the value, how many, the name of what it refers to. */
static GPtrArray *
read_facets (MlgStatement *statement, const MlgField *field, GError **error)
{
  g_autoptr (GPtrArray) facets = new_facets ();
  MlgStep step;

  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      const char *value = mlg_statement_get_text (statement, 0);
      guint n = (guint) mlg_statement_get_integer (statement, 1);

      add_facet (facets, value, find_title (field, value, mlg_statement_get_text (statement, 2)),
                 n);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&facets) : NULL;
}

static char *
write_name (MlgConnection *db, const MlgField *field, const char *alias)
{
  return field->type == MLG_FIELD_REFERENCE ? mlg_query_write_name (db, field, alias)
                                            : g_strdup ("NULL");
}

/**
 * mlg_query_facet:
 * @field: a field
 *
 * The values of a field among the records.
 *
 * Returns: (transfer full) (element-type MlgFacet): most frequent first
 */
GPtrArray *
mlg_query_facet (MlgQuery *self, MlgConnection *db, guint field, GError **error)
{
  const MlgField *description = &self->kind->fields[field];
  const char *column = description->name;
  g_autoptr (MlgQuery) others = mlg_query_copy_without (self, NULL, field, 0);
  g_autofree char *name = write_name (db, description, "t");
  g_autofree char *head = g_strdup_printf ("SELECT t.%s, count(*) AS n, %s", column, name);
  g_autofree char *tail = g_strdup_printf (" GROUP BY t.%s ORDER BY n DESC, t.%s", column, column);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (others, db, head, tail, error);

  return statement != NULL ? read_facets (statement, description, error) : NULL;
}

/**
 * mlg_query_facet_beginnings:
 * @field: a text, a date or a time
 * @length: how many characters: 4 for the year of a date
 *
 * As mlg_query_facet(), for the beginnings of a field: see mlg_query_with_beginnings().
 *
 * Returns: (transfer full) (element-type MlgFacet): the last in order first: the latest year; none last
 */
GPtrArray *
mlg_query_facet_beginnings (
    MlgQuery *self, MlgConnection *db, guint field, guint length, GError **error)
{
  const MlgField *description = &self->kind->fields[field];
  g_autoptr (MlgQuery) others = mlg_query_copy_without (self, NULL, field, length);
  g_autofree char *head =
      g_strdup_printf ("SELECT substr(t.%s,1,%u) AS v, count(*), NULL", description->name, length);
  g_autoptr (MlgStatement) statement =
      mlg_query_prepare (others, db, head, " GROUP BY v ORDER BY v DESC NULLS LAST", error);

  return statement != NULL ? read_facets (statement, description, error) : NULL;
}

static gint
compare_facets (gconstpointer a, gconstpointer b)
{
  const MlgFacet *first = *(const MlgFacet *const *) a, *second = *(const MlgFacet *const *) b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;
  return g_utf8_collate (first->title != NULL ? first->title : "",
                         second->title != NULL ? second->title : "");
}

/**
 * mlg_query_facet_groups:
 * @field: a field with a list of codes
 *
 * The groups of codes that the field has among the records: seven kinds of body where there are
 * dozens of legal categories. A code without a group stands for itself.
 *
 * Returns: (transfer full) (element-type MlgFacet): most frequent first; the value is what
 *   mlg_query_with_groups() takes
 */
GPtrArray *
mlg_query_facet_groups (MlgQuery *self, MlgConnection *db, guint field, GError **error)
{
  const MlgCodeList *codes = self->kind->fields[field].codes;
  g_autoptr (GPtrArray) by_code = mlg_query_facet (self, db, field, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = new_facets ();

  if (by_code == NULL)
    return NULL;
  for (guint i = 0; i < by_code->len; i++)
    {
      const MlgFacet *code = by_code->pdata[i];
      const char *group = mlg_code_list_get_group (codes, code->value);
      const char *value = group != NULL ? group : code->value;
      MlgFacet *facet = g_hash_table_lookup (seen, value != NULL ? value : "");

      if (facet == NULL)
        {
          facet = add_facet (groups, value, group != NULL ? _ (group) : code->title, 0);
          g_hash_table_insert (seen, facet->value != NULL ? facet->value : (char *) "", facet);
        }
      facet->n += code->n;
    }
  g_ptr_array_sort (groups, compare_facets);
  return g_steal_pointer (&groups);
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
  const MlgField *description = &other->fields[field];
  const char *column = description->name;
  const char *refers = other->fields[reference].name;
  g_autoptr (MlgQuery) others = mlg_query_copy_without (self, other, field, 0);
  g_autofree char *name = write_name (db, description, "r");
  g_autofree char *head =
      g_strdup_printf ("SELECT r.%s, count(DISTINCT r.%s) AS n, %s FROM %s AS r WHERE r.%s IN"
                       " (SELECT t.id",
                       column, refers, name, other->table, refers);
  g_autofree char *tail = g_strdup_printf (") GROUP BY r.%s ORDER BY n DESC, r.%s", column, column);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (others, db, head, tail, error);

  return statement != NULL ? read_facets (statement, description, error) : NULL;
}

/**
 * mlg_query_facet_branches:
 * @other: a kind that refers to the records
 * @reference: its field that refers to them
 * @field: another reference of @other
 * @parent: see mlg_query_with_branch()
 *
 * As mlg_query_facet_related(), what is below a value counted with it: the bodies of each group and of
 * its sub-groups.
 *
 * Returns: (transfer full) (element-type MlgFacet): most frequent first
 */
GPtrArray *
mlg_query_facet_branches (MlgQuery *self,
                          MlgConnection *db,
                          const MlgKind *other,
                          guint reference,
                          guint field,
                          guint parent,
                          GError **error)
{
  const MlgField *description = &other->fields[field];
  const char *refers = other->fields[reference].name;
  g_autoptr (MlgQuery) others = mlg_query_copy_without (self, other, field, 0);
  g_autofree char *branch = mlg_query_write_branch (db, description, parent);
  g_autofree char *name = mlg_query_write_name (db, description, "r");
  g_autofree char *head = g_strdup_printf (
      "%s SELECT r.%s, count(DISTINCT r.member) AS n, %s FROM (SELECT b.top AS %s, o.%s AS member"
      " FROM branch AS b JOIN %s AS o ON o.%s=b.id) AS r WHERE r.member IN (SELECT t.id",
      branch, description->name, name, description->name, refers, other->table, description->name);
  g_autofree char *tail = g_strdup_printf (") GROUP BY r.%s ORDER BY n DESC, r.%s",
                                           description->name, description->name);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (others, db, head, tail, error);

  return statement != NULL ? read_facets (statement, description, error) : NULL;
}
