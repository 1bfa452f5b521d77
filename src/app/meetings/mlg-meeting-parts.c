/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-parts.h"

#include "store/mlg-query.h"

/**
 * mlg_meeting_parts_load:
 * @kind: of the parts
 * @owner: the field that says what they belong to
 * @id: what they belong to
 * @sort: the field that says their order
 *
 * Returns: (transfer full) (element-type MlgRecord): the parts, in order; %NULL with @error set
 */
GPtrArray *
mlg_meeting_parts_load (
    MlgConnection *db, const MlgKind *kind, guint owner, gint64 id, guint sort, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char *const values[] = { text, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (kind);
  g_autoptr (MlgQuery) narrowed = mlg_query_with_values (all, owner, values);
  g_autoptr (MlgQuery) query = mlg_query_with_sort (narrowed, sort, FALSE);

  return mlg_query_load (query, db, G_MAXINT, 0, error);
}
