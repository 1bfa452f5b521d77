/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-private.h"

#include <glib/gi18n-lib.h>

#include "mlg-action-private.h"
#include "mlg-id.h"
#include "mlg-search-private.h"
#include "mlg-statement-private.h"

/* The actions, oldest first, each with its changeset. Those that are undone are at the end: the next
 * new action drops them. */

static gboolean
drop_undone (MlgConnection *db, gint64 *size, GError **error)
{
  return mlg_connection_get_integer (db, size, error, "SELECT sum(size) FROM action WHERE undone=1",
                                     "")
         && mlg_connection_execute (db, error, "DELETE FROM action WHERE undone=1", "");
}

/* Adds what the open transaction did. */
gboolean
mlg_history_add (MlgConnection *db, const char *name, MlgChangeset *changeset, GError **error)
{
  g_autoptr (GBytes) stored = mlg_changeset_store (changeset);
  g_autoptr (MlgStatement) statement = NULL;
  gint64 size = (gint64) g_bytes_get_size (stored), dropped = 0, last = 0;

  if (!drop_undone (db, &dropped, error)
      || !mlg_connection_get_integer (db, &last, error, "SELECT max(id) FROM action", ""))
    return FALSE;
  statement = mlg_connection_prepare (
      db,
      "INSERT INTO action(id, name, author, n_changes, undone, size, changeset)"
      " VALUES(?1,?2,?3,?4,0,?5,?6)",
      error);
  if (statement == NULL)
    return FALSE;
  /* The order of actions is that in which they were done, even if the clock was set back. */
  mlg_statement_bind_integer (statement, 1, MAX (mlg_id_new (), last + 1));
  mlg_statement_bind_text (statement, 2, name);
  mlg_statement_bind_text (statement, 3, g_get_real_name ());
  mlg_statement_bind_integer (statement, 4, mlg_changeset_get_n (changeset));
  mlg_statement_bind_integer (statement, 5, size);
  mlg_statement_bind_bytes (statement, 6, stored);
  return mlg_statement_run (statement, error) && mlg_history_resize (db, size - dropped, error);
}

/* Returns: the changeset, or %NULL with @error: it was dropped, or cannot be read. */
MlgChangeset *
mlg_history_load_changeset (MlgConnection *db, gint64 action, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "SELECT changeset FROM action WHERE id=?1", error);
  g_autoptr (GBytes) stored = NULL;
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, action);
  step = mlg_statement_step (statement, error);
  if (step == MLG_STEP_FAILED)
    return NULL;
  if (step == MLG_STEP_ROW)
    stored = mlg_statement_get_bytes (statement, 0);
  if (!mlg_statement_check (statement, error))
    return NULL;
  if (stored != NULL)
    return mlg_changeset_new_from_bytes (stored, error);
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                       _ ("This action is too old: what it changed is not kept any more"));
  return NULL;
}

static gboolean
find_next (MlgConnection *db, gboolean undo, gint64 *action, char **name, GError **error)
{
  const char *sql = undo ? "SELECT id FROM action WHERE undone=0 ORDER BY id DESC LIMIT 1"
                         : "SELECT id FROM action WHERE undone=1 ORDER BY id LIMIT 1";

  *action = 0;
  *name = NULL;
  if (!mlg_connection_get_integer (db, action, error, sql, ""))
    return FALSE;
  return *action == 0
         || mlg_connection_get_text (db, name, error, "SELECT name FROM action WHERE id=?1", "i",
                                     *action);
}

/**
 * mlg_history_get_next:
 * @undo_name: (out) (transfer full) (nullable): the action that Undo would undo; %NULL for none
 * @redo_name: (out) (transfer full) (nullable): the one that Redo would do again
 */
gboolean
mlg_history_get_next (MlgConnection *db, char **undo_name, char **redo_name, GError **error)
{
  gint64 action = 0;

  *redo_name = NULL;
  if (!find_next (db, TRUE, &action, undo_name, error))
    return FALSE;
  if (action != 0)
    {
      gint64 kept = 0;

      /* What was dropped for its age cannot be offered. */
      if (!mlg_connection_get_integer (db, &kept, error,
                                       "SELECT typeof(changeset)<>'null' FROM action WHERE id=?1",
                                       "i", action))
        return FALSE;
      if (!kept)
        g_clear_pointer (undo_name, g_free);
    }
  return find_next (db, FALSE, &action, redo_name, error);
}

/* What a changeset from before a migration does not tell, the index would not know either. */
static gboolean
update_index (MlgConnection *db, MlgChangeset *changeset, GError **error)
{
  gboolean present;

  if (!mlg_changeset_is_present (changeset, db, &present, error))
    return FALSE;
  return present ? mlg_search_update (db, changeset, error) : mlg_search_rebuild (db, error);
}

static gboolean
apply (MlgConnection *db, gint64 action, gboolean undo, MlgChanges **changes, GError **error)
{
  g_autoptr (MlgChangeset) stored = mlg_history_load_changeset (db, action, error);
  g_autoptr (MlgChangeset) inverse = NULL;
  MlgChangeset *changeset = stored;

  if (stored == NULL)
    return FALSE;
  if (undo && (changeset = inverse = mlg_changeset_invert (stored, error)) == NULL)
    return FALSE;
  if (!mlg_changeset_apply (changeset, db, error) || !update_index (db, changeset, error))
    return FALSE;
  if (changes != NULL)
    *changes = mlg_changeset_get_changes (changeset, db->kinds);
  return TRUE;
}

static gboolean
step_in_history (
    MlgConnection *db, gboolean undo, char **name, MlgChanges **changes, GError **error)
{
  g_autoptr (MlgChanges) changed = NULL;
  g_autofree char *found = NULL;
  gint64 action = 0;

  g_return_val_if_fail (db->action == NULL, FALSE);

  if (!mlg_connection_begin_transaction (db, error))
    return FALSE;
  if (!find_next (db, undo, &action, &found, error)
      || (action != 0
          && (!apply (db, action, undo, &changed, error)
              || !mlg_connection_execute (db, error, "UPDATE action SET undone=?2 WHERE id=?1",
                                          "ii", action, (gint64) undo)))
      || !mlg_connection_commit_transaction (db, error))
    {
      mlg_connection_rollback_transaction (db);
      return FALSE;
    }
  if (name != NULL)
    *name = g_steal_pointer (&found);
  if (changes != NULL)
    *changes = changed != NULL ? g_steal_pointer (&changed) : mlg_changes_new ();
  return TRUE;
}

/**
 * mlg_history_undo:
 * @name: (out) (optional) (transfer full) (nullable): what was undone; %NULL if nothing was left to
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Undoes the last action that is not undone, also one of an earlier day.
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT when a record is not as the action left it; nothing is changed.
 */
gboolean
mlg_history_undo (MlgConnection *db, char **name, MlgChanges **changes, GError **error)
{
  return step_in_history (db, TRUE, name, changes, error);
}

/**
 * mlg_history_redo:
 * @name: (out) (optional) (transfer full) (nullable): what was done again; %NULL for nothing
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Does again the first action that is undone.
 */
gboolean
mlg_history_redo (MlgConnection *db, char **name, MlgChanges **changes, GError **error)
{
  return step_in_history (db, FALSE, name, changes, error);
}

typedef struct
{
  gint64 action;
} Reverting;

static gboolean
revert (MlgConnection *db, gpointer data, GError **error)
{
  Reverting *reverting = data;
  g_autoptr (MlgChangeset) stored = mlg_history_load_changeset (db, reverting->action, error);
  g_autoptr (MlgChangeset) inverse = stored != NULL ? mlg_changeset_invert (stored, error) : NULL;

  return inverse != NULL && mlg_changeset_apply (inverse, db, error);
}

/**
 * mlg_history_revert:
 * @action: any action that is not undone, not only the last one
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Undoes one action and leaves those that came after; this is itself an action.
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT when a later action changed the same record.
 */
gboolean
mlg_history_revert (MlgConnection *db, gint64 action, MlgChanges **changes, GError **error)
{
  Reverting reverting = { .action = action };
  g_autofree char *reverted = NULL;
  g_autofree char *name = NULL;

  if (!mlg_connection_get_text (db, &reverted, error, "SELECT name FROM action WHERE id=?1", "i",
                                action))
    return FALSE;
  /* Translators: the name of an action in the history: Revert “Add Lille”. */
  name = g_strdup_printf (_ ("Revert “%s”"), reverted != NULL ? reverted : "");
  return mlg_connection_act (db, name, revert, &reverting, changes, error);
}
