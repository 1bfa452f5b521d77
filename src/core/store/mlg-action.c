/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-action-private.h"

#include <glib/gi18n-lib.h>

#include "mlg-backup.h"
#include "mlg-changeset.h"
#include "mlg-history-private.h"
#include "mlg-search-private.h"

/* An action is a transaction with a name, whose writes are recorded by SQLite's session extension.
 * At its end the changeset that comes out serves everything that must know what changed: the search
 * index, the history from which it can be undone, and the lists on screen. There are no triggers. */

/* Abandons what is being recorded. */
void
mlg_action_free (MlgAction *action)
{
  g_clear_pointer (&action->session, sqlite3session_delete);
  g_clear_pointer (&action->inserted, mlg_changeset_writer_free);
  g_free (action->name);
  g_free (action);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgAction, mlg_action_free)

gboolean
mlg_connection_begin_transaction (MlgConnection *db, GError **error)
{
  return mlg_connection_exec (db, "BEGIN IMMEDIATE", error);
}

/* Cancelling comes too late for what is being committed. */
gboolean
mlg_connection_commit_transaction (MlgConnection *db, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&db->cancellable);
  gboolean done = mlg_connection_exec (db, "COMMIT", error);

  db->cancellable = g_steal_pointer (&cancellable);
  if (!done)
    mlg_connection_rollback_transaction (db);
  return done;
}

void
mlg_connection_rollback_transaction (MlgConnection *db)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&db->cancellable);

  if (!sqlite3_get_autocommit (db->handle))
    mlg_connection_exec (db, "ROLLBACK", NULL);
  db->cancellable = g_steal_pointer (&cancellable);
}

/* A full disk, an I/O error, a want of memory or an interruption makes SQLite roll the whole transaction
 * back by itself. What followed in the action would then be written at once, and for good: the action
 * is over, whatever the caller thinks. */
gboolean
mlg_connection_check_action (MlgConnection *db, GError **error)
{
  if (db->action == NULL || !sqlite3_get_autocommit (db->handle))
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
               _ ("%s: the action was given up after a fault; nothing was changed"), db->path);
  return FALSE;
}

/* Only the tables of records are recorded: the history and the search index are kept beside. */
static int
is_recorded (void *data, const char *table)
{
  MlgConnection *db = data;

  return mlg_kind_find_by_table (db->kinds, table) != NULL;
}

static MlgAction *
start_recording (MlgConnection *db, const char *name, GError **error)
{
  g_autoptr (MlgAction) action = g_new0 (MlgAction, 1);

  action->name = g_strdup (name);
  action->inserted = mlg_changeset_writer_new ();
  if (!mlg_connection_check (db, sqlite3session_create (db->handle, "main", &action->session),
                             error))
    return NULL;
  sqlite3session_table_filter (action->session, is_recorded, db);
  if (!mlg_connection_check (db, sqlite3session_attach (action->session, NULL), error))
    return NULL;
  return g_steal_pointer (&action);
}

/**
 * mlg_connection_begin:
 * @name: what people read in the history and on the Undo button, translated: "Add Lille"
 *
 * Opens an action. The first one of a day makes a backup before.
 */
gboolean
mlg_connection_begin (MlgConnection *db, const char *name, GError **error)
{
  g_return_val_if_fail (db->action == NULL, FALSE);

  if (db->read_only)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
                   _ ("%s: open for reading only; nothing was changed"), db->path);
      return FALSE;
    }
  if (!mlg_backup_make_daily (db, error) || !mlg_connection_begin_transaction (db, error))
    return FALSE;
  db->action = start_recording (db, name, error);
  if (db->action == NULL)
    mlg_connection_rollback_transaction (db);
  return db->action != NULL;
}

/**
 * mlg_connection_in_action:
 *
 * Returns: whether an action is open
 */
gboolean
mlg_connection_in_action (MlgConnection *db)
{
  return db->action != NULL;
}

/**
 * mlg_connection_rename_action:
 * @name: the name of the open action, now that it is known: "Import 128 members"
 */
void
mlg_connection_rename_action (MlgConnection *db, const char *name)
{
  g_return_if_fail (db->action != NULL);

  g_free (db->action->name);
  db->action->name = g_strdup (name);
}

static MlgChangeset *
take_changeset (MlgConnection *db, MlgAction *action, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (action->session, &size, &data);
  GByteArray *only =
      code == SQLITE_OK && size == 0 ? mlg_changeset_writer_take_table (action->inserted) : NULL;

  if (only != NULL)
    {
      sqlite3_free (data);
      return mlg_changeset_new_take_array (only);
    }
  if (code == SQLITE_OK)
    code = mlg_changeset_writer_finish (action->inserted, &size, &data);
  if (!mlg_connection_check (db, code, error))
    return NULL;
  return mlg_changeset_new_take (data, size);
}

static gboolean
finish (MlgConnection *db, MlgAction *action, MlgChanges **changes, GError **error)
{
  g_autoptr (MlgChangeset) changeset = take_changeset (db, action, error);

  if (changeset == NULL)
    return FALSE;
  g_clear_pointer (&action->session, sqlite3session_delete);
  if (mlg_changeset_is_empty (changeset))
    {
      mlg_connection_rollback_transaction (db);
      if (changes != NULL)
        *changes = mlg_changes_new ();
      return TRUE;
    }
  mlg_changeset_prepare (changeset);
  if (!mlg_search_update (db, changeset, error)
      || !mlg_history_add (db, action->name, changeset, error)
      || !mlg_connection_commit_transaction (db, error))
    return FALSE;
  if (changes != NULL)
    *changes = mlg_changeset_get_changes (changeset, db->kinds);
  return TRUE;
}

/**
 * mlg_connection_commit:
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Ends the action: all of it is in the file, on the disk, when this returns %TRUE, and it can be
 * undone. An action that changed nothing leaves no entry. On an error nothing of it is left.
 */
gboolean
mlg_connection_commit (MlgConnection *db, MlgChanges **changes, GError **error)
{
  g_autoptr (MlgAction) action = NULL;
  gboolean whole;

  g_return_val_if_fail (db->action != NULL, FALSE);

  whole = mlg_connection_check_action (db, error);
  action = g_steal_pointer (&db->action);
  if (whole && finish (db, action, changes, error))
    return TRUE;
  g_clear_pointer (&action->session, sqlite3session_delete);
  mlg_connection_rollback_transaction (db);
  return FALSE;
}

/**
 * mlg_connection_rollback:
 *
 * Abandons the action: nothing of it is left.
 */
void
mlg_connection_rollback (MlgConnection *db)
{
  g_return_if_fail (db->action != NULL);

  g_clear_pointer (&db->action, mlg_action_free);
  mlg_connection_rollback_transaction (db);
}

/**
 * mlg_connection_act:
 * @name: see mlg_connection_begin()
 * @func: (scope call): what the action does
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Runs @func as an action: all of it or nothing.
 */
gboolean
mlg_connection_act (MlgConnection *db,
                    const char *name,
                    MlgActionFunc func,
                    gpointer data,
                    MlgChanges **changes,
                    GError **error)
{
  if (!mlg_connection_begin (db, name, error))
    return FALSE;
  if (func (db, data, error))
    return mlg_connection_commit (db, changes, error);
  mlg_connection_rollback (db);
  return FALSE;
}
