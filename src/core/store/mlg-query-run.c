/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-query-private.h"
#include "mlg-record-private.h"
#include "mlg-statement.h"

/* A query asked of a file: ids, a page of records, how many, how much. */

/**
 * mlg_query_prepare:
 * @head: what comes before FROM
 * @tail: what comes after the conditions
 *
 * Returns: (transfer full): the statement, ready to be stepped
 */
MlgStatement *
mlg_query_prepare (
    MlgQuery *self, MlgConnection *db, const char *head, const char *tail, GError **error)
{
  g_autoptr (GPtrArray) bound = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from = mlg_query_write_from (self, db, bound);
  g_autofree char *sql = g_strconcat (head, from, tail, NULL);
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
  g_autofree char *order = mlg_query_write_order (self, db);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (self, db, "SELECT t.id", order, error);
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

/* "SELECT t.id,t.name,…": the columns that mlg_record_read_rows() takes. */
static char *
write_columns (const MlgKind *kind)
{
  GString *sql = g_string_new ("SELECT t.id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ",t.%s", kind->fields[i].name);
  return g_string_free (sql, FALSE);
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
  g_autofree char *columns = write_columns (self->kind);
  g_autofree char *order = mlg_query_write_order (self, db);
  g_autofree char *tail = g_strdup_printf ("%s LIMIT %u OFFSET %u", order, limit, offset);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (self, db, columns, tail, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (statement == NULL || !mlg_record_read_rows (statement, self->kind, records, error))
    return NULL;
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
  g_autoptr (MlgStatement) statement = mlg_query_prepare (self, db, "SELECT count(*)", "", error);

  if (statement == NULL || mlg_statement_step (statement, error) != MLG_STEP_ROW)
    return -1;
  return mlg_statement_get_integer (statement, 0);
}

/**
 * mlg_query_sum:
 * @field: a number
 * @sum: (out): what the records that have a value add up to; 0 when none has
 *
 * Returns: %FALSE with @error set
 */
gboolean
mlg_query_sum (MlgQuery *self, MlgConnection *db, guint field, double *sum, GError **error)
{
  const MlgField *description = &self->kind->fields[field];
  g_autofree char *head = g_strdup_printf ("SELECT total(t.%s)", description->name);
  g_autoptr (MlgStatement) statement = NULL;

  g_return_val_if_fail (mlg_field_is_number (description), FALSE);

  statement = mlg_query_prepare (self, db, head, "", error);
  if (statement == NULL || mlg_statement_step (statement, error) != MLG_STEP_ROW)
    return FALSE;
  *sum = mlg_statement_get_real (statement, 0);
  return TRUE;
}

/**
 * mlg_query_list_values:
 * @field: a field of text or a code
 * @among: another field
 *
 * Returns: (transfer full): the values of @field among the records that have something in @among,
 *   each once, "" for none; %NULL with @error set
 */
char **
mlg_query_list_values (MlgQuery *self, MlgConnection *db, guint field, guint among, GError **error)
{
  const char *column = self->kind->fields[field].name;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autofree char *head = g_strdup_printf ("SELECT ifnull(t.%s,'')", column);
  g_autofree char *tail = g_strdup_printf (" GROUP BY 1 HAVING count(t.%s)>0 ORDER BY 1",
                                           self->kind->fields[among].name);
  g_autoptr (MlgStatement) statement = mlg_query_prepare (self, db, head, tail, error);
  MlgStep step = MLG_STEP_FAILED;

  while (statement != NULL && (step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_strv_builder_add (values, mlg_statement_get_text (statement, 0));
  return step == MLG_STEP_DONE ? g_strv_builder_end (values) : NULL;
}
