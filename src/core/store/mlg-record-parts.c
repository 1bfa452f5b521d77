/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-parts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-action.h"
#include "mlg-changes.h"
#include "mlg-connection-private.h"
#include "mlg-record-private.h"
#include "mlg-record-sql.h"
#include "mlg-statement.h"

/* What records are parts of, and what goes with them. Parts may have parts, and a file from elsewhere
 * may even hold a ring of them: each is taken once. */

static gboolean
refers_to (MlgConnection *db, const MlgKind *kind, guint field, const MlgKind *other)
{
  const char *refers = kind->fields[field].refers;

  /* A backup in an older schema may not have the column yet. */
  return refers != NULL && g_str_equal (refers, other->name)
         && mlg_record_get_column (db, kind, field) >= 0;
}

typedef struct
{
  MlgConnection *db;
  GArray *found;    /* of MlgRecordKey */
  MlgChanges *seen; /* the same, to be found fast */
} Collecting;

static void
collect (Collecting *c, const MlgKind *kind, gint64 id)
{
  const MlgRecordKey key = { kind, id };

  if (mlg_changes_touch (c->seen, kind, id))
    return;
  mlg_changes_add (c->seen, kind, id);
  g_array_append_val (c->found, key);
}

static gboolean
collect_parts (Collecting *c, const MlgKind *kind, guint field, gint64 owner, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s=?1 ORDER BY id", kind->table,
                                          kind->fields[field].name);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (c->db, sql, error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, owner);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    collect (c, kind, mlg_statement_get_integer (statement, 0));
  return step == MLG_STEP_DONE;
}

static gboolean
collect_parts_of (Collecting *c, MlgRecordKey owner, GError **error)
{
  for (const MlgKind *const *kind = c->db->kinds; *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      if (((*kind)->fields[i].flags & MLG_FIELD_OWNER) != 0
          && refers_to (c->db, *kind, i, owner.kind)
          && !collect_parts (c, *kind, i, owner.id, error))
        return FALSE;
  return TRUE;
}

/**
 * mlg_record_list_parts:
 *
 * Returns: (transfer full) (element-type MlgRecordKey): the record itself, then its parts and theirs;
 *   %NULL with @error set
 */
GArray *
mlg_record_list_parts (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MlgRecordKey));
  g_autoptr (MlgChanges) seen = mlg_changes_new ();
  Collecting collecting = { .db = db, .found = found, .seen = seen };

  collect (&collecting, kind, id);
  for (guint i = 0; i < found->len; i++)
    if (!collect_parts_of (&collecting, g_array_index (found, MlgRecordKey, i), error))
      return NULL;
  return g_steal_pointer (&found);
}

/* What refers to the record without being a part of it lets go of it. */
static gboolean
release_references (MlgConnection *db, MlgRecordKey key, GError **error)
{
  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const MlgField *field = &(*kind)->fields[i];
        g_autofree char *sql = NULL;

        if ((field->flags & MLG_FIELD_OWNER) != 0 || !refers_to (db, *kind, i, key.kind))
          continue;
        sql = g_strdup_printf ("UPDATE %s SET %s=NULL WHERE %s=?1", (*kind)->table, field->name,
                               field->name);
        if (!mlg_connection_execute (db, error, sql, "i", key.id))
          return FALSE;
      }
  return TRUE;
}

/**
 * mlg_record_delete_parts:
 * @parts: what mlg_record_list_parts() gave
 *
 * Deletes the rows, parts before their wholes; other references to them are emptied. In the
 * transaction that is open.
 */
gboolean
mlg_record_delete_parts (MlgConnection *db, GArray *parts, GError **error)
{
  for (guint i = parts->len; i-- > 0;)
    {
      const MlgRecordKey key = g_array_index (parts, MlgRecordKey, i);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id=?1", key.kind->table);

      if (!release_references (db, key, error)
          || !mlg_connection_execute (db, error, sql, "i", key.id))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_record_remove:
 *
 * Removes a record with its parts; other references to it are emptied. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_MISSING when there is no such record.
 */
gboolean
mlg_record_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id=?1", kind->table);
  g_autoptr (GArray) parts = NULL;
  gint64 there = 0;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  if (!mlg_connection_get_integer (db, &there, error, sql, "i", id))
    return FALSE;
  if (!there)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                   _ ("%s %" PRId64 ": there is no such record"), _ (kind->title), id);
      return FALSE;
    }
  parts = mlg_record_list_parts (db, kind, id, error);
  return parts != NULL && mlg_record_delete_parts (db, parts, error);
}

static gboolean
is_under_itself (
    MlgConnection *db, MlgRecord *record, guint field, gboolean *is_ring, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const char *name = kind->fields[field].name;
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE up(id) AS (SELECT ?1 UNION SELECT %s FROM %s JOIN up USING(id)"
      " WHERE %s IS NOT NULL) SELECT 1 FROM up WHERE id=?2",
      name, kind->table, name);
  gint64 found = 0;

  if (!mlg_connection_get_integer (db, &found, error, sql, "ii",
                                   mlg_record_get_integer (record, field),
                                   mlg_record_get_id (record)))
    return FALSE;
  *is_ring = found != 0;
  return TRUE;
}

/**
 * mlg_record_check_tree:
 * @record: a record that was just written
 *
 * Refuses a record that stands under itself, at once or by way of others, in a field that says where
 * it stands (%MLG_FIELD_OWNER or %MLG_FIELD_TREE).
 *
 * Errors: %MLG_STORE_ERROR_INVALID.
 */
gboolean
mlg_record_check_tree (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MlgField *field = &kind->fields[i];
      gboolean is_ring = FALSE;

      if ((field->flags & (MLG_FIELD_OWNER | MLG_FIELD_TREE)) == 0 || field->refers == NULL
          || !g_str_equal (field->refers, kind->name) || mlg_record_is_null (record, i))
        continue;
      if (!is_under_itself (db, record, i, &is_ring, error))
        return FALSE;
      if (!is_ring)
        continue;
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   /* Translators: a kind of record ("Group"), and one of its fields ("Part of"). */
                   _ ("%s: “%s” leads back to the record itself: choose another one"),
                   _ (kind->title), _ (field->title));
      return FALSE;
    }
  return TRUE;
}
