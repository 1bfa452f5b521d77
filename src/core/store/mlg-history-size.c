/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-connection-private.h"
#include "mlg-history-private.h"
#include "mlg-statement.h"

/* How much room the changesets take. The file remembers the sum, so that no action has to read the
 * whole history: it is part of the same transactions. */

/* Counts anew. In the transaction that is open. */
gboolean
mlg_history_recount (MlgConnection *db, GError **error)
{
  return mlg_connection_execute (db, error,
                                 "INSERT OR REPLACE INTO property(name, value)"
                                 " SELECT 'history-size', coalesce(sum(size),0) FROM action",
                                 "");
}

/* Gets what the file remembers: -1 when it does not. */
gboolean
mlg_history_get_size (MlgConnection *db, gint64 *size, GError **error)
{
  *size = -1;
  return mlg_connection_get_integer (db, size, error,
                                     "SELECT CAST(value AS INTEGER) FROM property"
                                     " WHERE name='history-size'",
                                     "");
}

static gboolean
set_size (MlgConnection *db, gint64 size, GError **error)
{
  return mlg_connection_execute (db, error,
                                 "INSERT OR REPLACE INTO property(name, value)"
                                 " VALUES('history-size', ?1)",
                                 "i", size);
}

/* Drops the changesets beyond a size, the oldest first; an entry without its changeset still tells
 * what was done. The newest is kept whatever its size. */
static gboolean
prune (MlgConnection *db, gint64 size, GError **error)
{
  return mlg_connection_execute (
             db, error,
             "WITH kept AS (SELECT id, sum(size) OVER (ORDER BY id DESC) AS total FROM action)"
             " UPDATE action SET changeset=NULL, size=0"
             " WHERE id IN (SELECT id FROM kept WHERE total>?1)"
             " AND id<(SELECT max(id) FROM action) AND changeset IS NOT NULL",
             "i", size)
         && mlg_history_recount (db, error);
}

/* Says that the changesets take @difference bytes more, or less, in the transaction that is open. Once
 * they take more than they may, a part more than needed goes: counting them all is rare then. */
gboolean
mlg_history_resize (MlgConnection *db, gint64 difference, GError **error)
{
  gint64 limit = db->limits.history, size;

  if (!mlg_history_get_size (db, &size, error))
    return FALSE;
  if (size < 0)
    {
      if (!mlg_history_recount (db, error) || !mlg_history_get_size (db, &size, error))
        return FALSE;
      difference = 0;
    }
  if (size + difference > limit)
    return prune (db, limit - limit / 8, error);
  return difference == 0 || set_size (db, size + difference, error);
}
