/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-action-private.h"
#include "mlg-connection-private.h"
#include "mlg-erasure-private.h"
#include "mlg-history-private.h"
#include "mlg-search.h"
#include "mlg-statement.h"
#include "mlg-verify.h"

/* Mending what can be mended without a loss. */

static void
tell (MlgConnection *db, MlgIssueList *mended, const char *text)
{
  mlg_issue_list_add (mended, MLG_SEVERITY_NOTE, db->path, 0, 0, "%s", text);
}

/* An action whose changeset cannot be read cannot be undone: now it says so by itself. */
static gboolean
drop_if_unreadable (MlgConnection *db, gint64 action, MlgIssueList *mended, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MlgChangeset) changeset = mlg_history_load_changeset (db, action, &problem);

  if (changeset != NULL && mlg_changeset_visit (changeset, NULL, NULL, NULL))
    return TRUE;
  if (g_error_matches (problem, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
    return TRUE;
  if (problem != NULL && !g_error_matches (problem, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  tell (db, mended, _ ("An action that could not be read can no longer be undone"));
  return mlg_connection_execute (db, error, "UPDATE action SET changeset=NULL, size=0 WHERE id=?1",
                                 "i", action);
}

static gboolean
mend_history (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  g_autoptr (GPtrArray) entries = mlg_history_list (db, G_MAXINT, 0, error);
  gboolean right;

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!drop_if_unreadable (db, mlg_history_entry_get_id (entries->pdata[i]), mended, error))
      return FALSE;
  if (!mlg_verify_history_size (db, &right, error))
    return FALSE;
  if (!right)
    tell (db, mended, _ ("The size of the history was counted anew"));
  return mlg_history_recount (db, error);
}

static gboolean
mend_erasures (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  g_autoptr (GPtrArray) tombstones = mlg_tombstone_list (db, error);
  gboolean found = FALSE;

  if (tombstones == NULL || !mlg_tombstone_apply (db, tombstones, TRUE, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  tell (db, mended, _ ("What had come back was erased again"));
  return mlg_erasure_note_pending (db, error);
}

static gboolean
mend_index (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  if (mlg_search_check (db, &wrong))
    return TRUE;
  if (!g_error_matches (wrong, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  tell (db, mended, _ ("The search index was made anew"));
  return mlg_search_rebuild (db, error);
}

static gboolean
mend_contents (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  if (!mlg_connection_begin_transaction (db, error))
    return FALSE;
  if (mlg_connection_exec (db, "REINDEX", error) && mend_history (db, mended, error)
      && mend_index (db, mended, error) && mend_erasures (db, mended, error)
      && mlg_connection_commit_transaction (db, error))
    return TRUE;
  mlg_connection_rollback_transaction (db);
  return FALSE;
}

static gboolean
give_pages_back (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  gint64 before = 0, after = 0;

  if (!mlg_connection_get_integer (db, &before, error, "PRAGMA page_count", "")
      || !mlg_connection_exec (db, "VACUUM", error)
      || !mlg_connection_get_integer (db, &after, error, "PRAGMA page_count", ""))
    return FALSE;
  if (after < before)
    mlg_issue_list_add (mended, MLG_SEVERITY_NOTE, db->path, 0, 0,
                        _ ("Unused pages were given back: %" PRId64), before - after);
  return TRUE;
}

/**
 * mlg_verify_repair:
 * @mended: gets a note for each thing that was mended
 *
 * Mends what can be mended without a loss: makes the search index and the other indexes new, counts
 * the history, erases again what was erased for privacy, finishes erasures and gives unused pages
 * back. What mlg_verify() still tells afterwards cannot be mended: a backup must be restored. Not
 * while an action is open.
 */
gboolean
mlg_verify_repair (MlgConnection *db, MlgIssueList *mended, GError **error)
{
  g_return_val_if_fail (db->action == NULL, FALSE);

  return mlg_connection_report (db, -1, _ ("Repairing"), error) && mend_contents (db, mended, error)
         && give_pages_back (db, mended, error) && mlg_erasure_finish (db, mended, error);
}
