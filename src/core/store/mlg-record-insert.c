/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-action-private.h"
#include "mlg-record-parts.h"
#include "mlg-record-private.h"
#include "mlg-record-sql.h"
#include "mlg-statement-private.h"

/* Stores many new records. A statement that stores a row opens the table and its indexes, looks for the
 * place and closes them again: one that stores several rows does so once, and goes on at the end of the
 * table. It names only the columns that one of the rows fills: no table of records has a default value,
 * so that a column which is not named is NULL as the record says. */
#define ROWS_AT_ONCE 64

/* The statement for so many rows that fill these columns. */
typedef struct
{
  GArray *filled; /* (owned) (nullable) of guint: fields */
  guint n;
  MlgStatement *statement; /* (owned) (nullable) */
} Shape;

/* Returns: (element-type guint): the fields that one of the records fills */
static GArray *
find_filled (MlgRecord *const *records, guint n)
{
  guint n_fields = mlg_record_get_kind (records[0])->n_fields;
  GArray *filled = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_fields);

  for (guint field = 0; field < n_fields; field++)
    for (guint i = 0; i < n; i++)
      if (mlg_record_get_values (records[i])[field].type != MLG_VALUE_NULL)
        {
          g_array_append_val (filled, field);
          break;
        }
  return filled;
}

static char *
write_sql (const MlgKind *kind, GArray *filled, guint n)
{
  g_autoptr (GString) marks = g_string_new ("(?");
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s(id", kind->table);
  for (guint i = 0; i < filled->len; i++)
    {
      g_string_append_c (sql, ',');
      g_string_append (sql, kind->fields[g_array_index (filled, guint, i)].name);
      g_string_append (marks, ",?");
    }
  g_string_append (sql, ") VALUES");
  g_string_append_c (marks, ')');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (sql, i > 0 ? "," : "");
      g_string_append_len (sql, marks->str, (gssize) marks->len);
    }
  return g_string_free (sql, FALSE);
}

static void
bind_records (MlgStatement *statement, MlgRecord *const *records, guint n, GArray *filled)
{
  int index = 1;

  for (guint i = 0; i < n; i++)
    {
      const MlgValue *values = mlg_record_get_values (records[i]);

      mlg_statement_bind_integer (statement, index++, mlg_record_get_id (records[i]));
      for (guint j = 0; j < filled->len; j++)
        mlg_record_bind_value (statement, index++, &values[g_array_index (filled, guint, j)]);
    }
}

static void
forget_shape (Shape *shape)
{
  g_clear_pointer (&shape->filled, g_array_unref);
  g_clear_pointer (&shape->statement, mlg_statement_release);
}

static gboolean
is_shape (const Shape *shape, GArray *filled, guint n)
{
  return shape->statement != NULL && shape->n == n && shape->filled->len == filled->len
         && memcmp (shape->filled->data, filled->data, filled->len * sizeof (guint)) == 0;
}

/* Most rows of an import fill the same columns as those before. */
static gboolean
take_shape (Shape *shape, MlgConnection *db, MlgRecord *const *records, guint n, GError **error)
{
  g_autoptr (GArray) filled = find_filled (records, n);
  g_autofree char *sql = NULL;

  if (is_shape (shape, filled, n))
    return TRUE;
  forget_shape (shape);
  sql = write_sql (mlg_record_get_kind (records[0]), filled, n);
  shape->statement = mlg_connection_prepare (db, sql, error);
  shape->filled = g_steal_pointer (&filled);
  shape->n = n;
  return shape->statement != NULL;
}

static gboolean
run (MlgConnection *db, MlgRecord *const *records, guint n, Shape *shape, GError **error)
{
  gboolean done;

  if (!take_shape (shape, db, records, n, error))
    return FALSE;
  bind_records (shape->statement, records, n, shape->filled);
  done = mlg_statement_run (shape->statement, error);
  mlg_statement_forget (shape->statement);
  return done;
}

static gboolean
store_together (MlgConnection *db, MlgRecord *const *records, guint n, Shape *shape, GError **error)
{
  gboolean done;

  for (guint i = 0; i < n; i++)
    if (!mlg_record_validate (records[i], NULL, error))
      return FALSE;
  sqlite3session_enable (db->action->session, 0);
  done = run (db, records, n, shape, error);
  sqlite3session_enable (db->action->session, 1);
  for (guint i = 0; done && i < n; i++)
    mlg_changeset_writer_add (db->action->inserted, db, records[i]);
  for (guint i = 0; done && i < n; i++)
    done = mlg_record_check_tree (db, records[i], error);
  return done;
}

/* Only what comes with its id and is told without the session. */
static gboolean
go_together (MlgConnection *db, MlgRecord *const *records, guint n)
{
  if (n < 2 || !sqlite3session_isempty (db->action->session))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (mlg_record_get_id (records[i]) == 0 || !mlg_changeset_writer_can_add (records[i]))
      return FALSE;
  return TRUE;
}

static gboolean
store_some (MlgConnection *db, MlgRecord *const *records, guint n, Shape *shape, GError **error)
{
  if (go_together (db, records, n))
    return store_together (db, records, n, shape, error);
  for (guint i = 0; i < n; i++)
    if (!mlg_record_insert (db, records[i], error))
      return FALSE;
  return TRUE;
}

/**
 * mlg_record_insert_all:
 * @records: @n records of one kind; one without an id gets a new one
 *
 * Stores new records, as mlg_record_insert() does one after the other, in less time. They may refer to each
 * other in any order. In an action only, which must be given up when this fails.
 *
 * Errors: those of mlg_record_insert().
 */
gboolean
mlg_record_insert_all (MlgConnection *db, MlgRecord *const *records, guint n, GError **error)
{
  Shape shape = { 0 };
  gboolean done = TRUE;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  for (guint at = 0; done && at < n; at += ROWS_AT_ONCE)
    done = store_some (db, records + at, MIN (n - at, ROWS_AT_ONCE), &shape, error);
  forget_shape (&shape);
  return done;
}
