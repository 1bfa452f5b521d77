/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-archived.h"

static int
find_field (const MlgKind *kind)
{
  return mlg_kind_find_field (kind, "archived");
}

/**
 * mlg_archived_has_kind:
 *
 * Returns: whether records of this kind can be put away
 */
gboolean
mlg_archived_has_kind (const MlgKind *kind)
{
  return find_field (kind) >= 0;
}

/**
 * mlg_archived_is:
 *
 * Returns: whether a record is put away
 */
gboolean
mlg_archived_is (MlgRecord *record)
{
  int field = find_field (mlg_record_get_kind (record));

  return field >= 0 && mlg_record_get_integer (record, (guint) field) != 0;
}

/**
 * mlg_archived_narrow:
 * @query: of a kind whose records can be put away
 * @archived: whether those that are put away are wanted, and only they; or only the others
 *
 * Returns: (transfer full): the query with this condition in the place of any other on it
 */
MlgQuery *
mlg_archived_narrow (MlgQuery *query, gboolean archived)
{
  /* What nobody ever put away says nothing. */
  static const char *const away[] = { "1", NULL };
  static const char *const here[] = { "", "0", NULL };
  int field = find_field (mlg_query_get_kind (query));

  g_return_val_if_fail (field >= 0, mlg_query_ref (query));
  return mlg_query_with_values (query, (guint) field, archived ? away : here);
}

/**
 * mlg_archived_count:
 * @kind: whose records can be put away
 *
 * Returns: how many are put away; -1 with @error set
 */
gint64
mlg_archived_count (MlgConnection *db, const MlgKind *kind, GError **error)
{
  g_autoptr (MlgQuery) all = mlg_query_new (kind);
  g_autoptr (MlgQuery) archived = mlg_archived_narrow (all, TRUE);

  return mlg_query_count (archived, db, error);
}

/**
 * mlg_archived_set:
 * @kind: whose records can be put away
 *
 * Puts a record away, or takes it out again; nothing else changes, its revision neither. In an action only.
 */
gboolean
mlg_archived_set (
    MlgConnection *db, const MlgKind *kind, gint64 id, gboolean archived, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET archived=?2 WHERE id=?1", kind->table);

  g_return_val_if_fail (mlg_archived_has_kind (kind), FALSE);
  return mlg_connection_execute (db, error, sql, "ii", id, (gint64) (archived != FALSE));
}
