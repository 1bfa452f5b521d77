/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-action-private.h"
#include "mlg-backup-private.h"
#include "mlg-connection-private.h"
#include "mlg-erasure-private.h"
#include "mlg-schema.h"
#include "mlg-store-file.h"

/* Putting a backup in the place of the file, and cleaning the backups of what was erased. Both work on
 * a copy beside, which is whole before it takes any place. */

static gboolean
check_backup (MlgConnection *source, GError **error)
{
  g_autofree char *problem = NULL;

  if (!mlg_schema_check_identity (source, error)
      || !mlg_connection_get_text (source, &problem, error, "PRAGMA quick_check(1)", ""))
    return FALSE;
  if (g_strcmp0 (problem, "ok") == 0)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT,
               _ ("%s: this backup is damaged (%s): choose another one"), source->path, problem);
  return FALSE;
}

/* Opens a copy of a backup, which SQLite makes with what its write-ahead log holds: the backup stays
 * as it is. */
static MlgConnection *
open_copy (MlgConnection *db, const char *path, const char *working_copy, GError **error)
{
  g_autoptr (MlgConnection) source = NULL;
  MlgConnection *copy;

  source = mlg_connection_open_raw (path, MLG_OPEN_READ_ONLY, db->kinds, error);
  if (source == NULL)
    return NULL;
  mlg_connection_set_cancellable (source, db->cancellable);
  if (!check_backup (source, error) || !mlg_backup_write_copy (source, db, working_copy, error))
    return NULL;
  copy = mlg_connection_open_raw (working_copy, MLG_OPEN_DEFAULT, db->kinds, error);
  if (copy == NULL)
    return NULL;
  copy->is_copy = TRUE;
  mlg_connection_set_cancellable (copy, db->cancellable);
  return copy;
}

/* Erases in the copy what the file knows to be erased, and writes it anew if anything was. */
static gboolean
clean_copy (MlgConnection *copy, GPtrArray *tombstones, gboolean *found, GError **error)
{
  if (!mlg_connection_begin_transaction (copy, error))
    return FALSE;
  if (!mlg_tombstone_apply (copy, tombstones, FALSE, found, error)
      || !mlg_connection_commit_transaction (copy, error))
    {
      mlg_connection_rollback_transaction (copy);
      return FALSE;
    }
  return !*found || mlg_connection_exec (copy, "VACUUM", error);
}

static gboolean
put_in_place (MlgConnection *db, MlgConnection *copy, GError **error)
{
  g_autoptr (GPtrArray) tombstones = mlg_tombstone_list (db, error);
  gboolean found = FALSE;

  return tombstones != NULL && mlg_schema_prepare (copy, FALSE, error)
         && clean_copy (copy, tombstones, &found, error)
         && mlg_backup_make (db, MLG_BACKUP_RESTORE, NULL, error)
         && mlg_backup_copy (copy, db, db, _ ("Restoring"), error);
}

/**
 * mlg_backup_restore:
 * @path: a backup, or any network file
 *
 * Puts the contents of @path in the place of the whole network file, after a backup of what is there,
 * which restores this one in its turn. What was erased for privacy since does not come back. Reports
 * its progress and can be cancelled. Not while an action is open. All or nothing.
 *
 * Errors: those of mlg_connection_open() for @path.
 */
gboolean
mlg_backup_restore (MlgConnection *db, const char *path, GError **error)
{
  g_autofree char *working_copy = NULL;
  g_autoptr (MlgConnection) copy = NULL;
  gboolean restored;

  g_return_val_if_fail (db->action == NULL, FALSE);

  if (!mlg_connection_check_file (path, MLG_OPEN_READ_ONLY, error))
    return FALSE;
  working_copy = mlg_store_file_reserve (db->path, error);
  if (working_copy == NULL)
    return FALSE;
  copy = open_copy (db, path, working_copy, error);
  restored = copy != NULL && put_in_place (db, copy, error);
  g_clear_pointer (&copy, mlg_connection_close);
  mlg_store_file_remove (working_copy);
  return restored;
}

static gboolean
clean_backup (MlgConnection *db, const char *path, GPtrArray *tombstones, GError **error)
{
  g_autofree char *working_copy = mlg_store_file_reserve (path, error);
  g_autoptr (MlgConnection) copy = NULL;
  gboolean found = FALSE, done;

  if (working_copy == NULL)
    return FALSE;
  copy = open_copy (db, path, working_copy, error);
  done = copy != NULL && clean_copy (copy, tombstones, &found, error);
  g_clear_pointer (&copy, mlg_connection_close);
  if (done && found)
    done = mlg_store_file_put (working_copy, path, TRUE, error);
  mlg_store_file_remove (working_copy);
  return done;
}

static gboolean
knows_all (MlgConnection *db, const char *path, GPtrArray *tombstones, GError **error)
{
  g_autoptr (MlgConnection) backup =
      mlg_connection_open_raw (path, MLG_OPEN_READ_ONLY, db->kinds, error);
  g_autoptr (GPtrArray) known = backup != NULL ? mlg_tombstone_list (backup, error) : NULL;
  guint i = 0, n = 0;

  /* Both are in the order of their ids. */
  for (; known != NULL && i < tombstones->len; i++)
    {
      while (n < known->len
             && ((MlgTombstone *) known->pdata[n])->id
                    < ((MlgTombstone *) tombstones->pdata[i])->id)
        n++;
      if (n == known->len
          || ((MlgTombstone *) known->pdata[n])->id != ((MlgTombstone *) tombstones->pdata[i])->id)
        return FALSE;
    }
  return known != NULL;
}

/* Erases in all backups what the file knows to be erased.
 * @left: gets a warning for each one that could not be cleaned
 * @cleaned: set to whether none was left */
gboolean
mlg_backup_erase (MlgConnection *db, MlgIssueList *left, gboolean *cleaned, GError **error)
{
  g_autoptr (GPtrArray) tombstones = mlg_tombstone_list (db, error);
  g_autoptr (GPtrArray) backups = mlg_backup_list (db->path);

  *cleaned = TRUE;
  if (tombstones == NULL)
    return FALSE;
  mlg_backup_remove_partial (db->path, 0);
  for (guint i = 0; i < backups->len; i++)
    {
      const char *path = ((MlgBackup *) backups->pdata[i])->path;
      g_autoptr (GError) problem = NULL;

      if (!mlg_connection_report (db, (double) i / backups->len, _ ("Erasing in the backups"),
                                  error))
        return FALSE;
      if (knows_all (db, path, tombstones, NULL) || clean_backup (db, path, tombstones, &problem))
        continue;
      *cleaned = FALSE;
      mlg_issue_list_add (left, MLG_SEVERITY_WARNING, path, 0, 0,
                          _ ("Traces are left in this backup; delete it if it is of no use: %s"),
                          problem->message);
    }
  return TRUE;
}
