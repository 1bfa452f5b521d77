/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mlg-action-private.h"
#include "mlg-connection-private.h"
#include "mlg-schema.h"
#include "mlg-search-private.h"

/* Backups stand in a folder beside the network file, "NAME.maillage.backups", under names that say
 * when and why: "20261123T101500-daily.maillage". */
#define PAGES_AT_ONCE 256

static const char *const reasons[] = {
  [MLG_BACKUP_DAILY] = "daily",     [MLG_BACKUP_MIGRATION] = "migration",
  [MLG_BACKUP_RESTORE] = "restore", [MLG_BACKUP_IMPORT] = "import",
  [MLG_BACKUP_ASKED] = "asked",
};

void
mlg_backup_free (MlgBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

/**
 * mlg_backup_get_folder:
 * @network_path: the network file
 *
 * Returns: (transfer full): the folder of its backups, which may not exist yet
 */
char *
mlg_backup_get_folder (const char *network_path)
{
  return g_strconcat (network_path, ".backups", NULL);
}

static MlgBackup *
read_name (const char *folder, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 2);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  GStatBuf info;

  if (g_strv_length (parts) != 2 || !g_str_has_suffix (name, ".maillage"))
    return NULL;
  time = g_date_time_new_from_iso8601 (parts[0], utc);
  for (guint i = 0; time != NULL && i < G_N_ELEMENTS (reasons); i++)
    if (g_str_has_prefix (parts[1], reasons[i]))
      {
        MlgBackup *backup = g_new0 (MlgBackup, 1);

        backup->path = g_build_filename (folder, name, NULL);
        backup->reason = (MlgBackupReason) i;
        backup->time = g_date_time_to_unix (time);
        backup->size = g_stat (backup->path, &info) == 0 ? info.st_size : 0;
        return backup;
      }
  return NULL;
}

static gint
compare_backups (gconstpointer a, gconstpointer b)
{
  const MlgBackup *first = *(MlgBackup *const *) a, *second = *(MlgBackup *const *) b;

  return g_strcmp0 (second->path, first->path);
}

/**
 * mlg_backup_list:
 * @network_path: the network file
 *
 * Returns: (transfer full) (element-type MlgBackup): its backups, newest first
 */
GPtrArray *
mlg_backup_list (const char *network_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_backup_free);
  g_autofree char *folder = mlg_backup_get_folder (network_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      MlgBackup *backup = read_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

/* Copies page by page, so that a person can give up and a progress bar moves. */
static gboolean
copy_pages (MlgConnection *db, sqlite3_backup *backup, GError **error)
{
  int code;

  do
    {
      int total, left;

      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      total = sqlite3_backup_pagecount (backup);
      left = sqlite3_backup_remaining (backup);
      if (!mlg_connection_report (db, total > 0 ? 1.0 - (double) left / total : 0,
                                  _ ("Making a backup"), error))
        return FALSE;
    }
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  return mlg_connection_check (db, code, error);
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED, "%s: %s", path,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return synced;
}

static gboolean
copy_between (MlgConnection *from, MlgConnection *to, MlgConnection *reporter, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  gboolean copied;

  if (backup == NULL)
    {
      mlg_connection_fail (to, sqlite3_errcode (to->handle), error);
      return FALSE;
    }
  copied = copy_pages (reporter, backup, error);
  if (sqlite3_backup_finish (backup) == SQLITE_OK || !copied)
    return copied;
  mlg_connection_fail (to, sqlite3_errcode (to->handle), error);
  return FALSE;
}

static gboolean
write_copy (MlgConnection *db, const char *path, GError **error)
{
  g_autoptr (MlgConnection) copy =
      mlg_connection_open_raw (path, MLG_OPEN_CREATE, db->kinds, error);

  /* A backup is one file: no write-ahead log beside it. */
  return copy != NULL && copy_between (db, copy, db, error)
         && mlg_connection_exec (copy, "PRAGMA journal_mode=DELETE", error);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf one, two;

  return g_stat (path, &one) == 0 && g_stat (other, &two) == 0 && one.st_ino == two.st_ino
         && one.st_dev == two.st_dev;
}

/**
 * mlg_backup_write:
 * @path: where; a file that is there is replaced, once the copy is whole
 *
 * Writes a copy of the network file as it is now.
 */
gboolean
mlg_backup_write (MlgConnection *db, const char *path, GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);

  if (is_same_file (path, db->path))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
                   _ ("%s: this is the network file itself; choose another name"), path);
      return FALSE;
    }
  g_unlink (partial);
  if (write_copy (db, partial, error) && sync_file (partial, error))
    {
      if (g_rename (partial, path) == 0)
        return TRUE;
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED, "%s: %s", path,
                   g_strerror (errno));
    }
  g_unlink (partial);
  return FALSE;
}

/* Keeps the newest ones. A failure to remove an old one is no reason to fail: the next backup tries
 * again. */
static void
prune (MlgConnection *db)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (db->path);

  for (guint i = MAX (db->backups_kept, 1); i < backups->len; i++)
    g_unlink (((MlgBackup *) backups->pdata[i])->path);
}

static char *
name_backup (const char *folder, MlgBackupReason reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  char *path = g_strdup_printf ("%s/%s-%s.maillage", folder, time, reasons[reason]);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s-%s-%u.maillage", folder, time, reasons[reason], i);
    }
  return path;
}

/**
 * mlg_backup_make:
 * @path: (out) (optional) (transfer full): where it is
 *
 * Makes a dated backup in the folder of backups, and drops the oldest beyond the number kept. Not
 * while an action is open.
 */
gboolean
mlg_backup_make (MlgConnection *db, MlgBackupReason reason, char **path, GError **error)
{
  g_autofree char *folder = mlg_backup_get_folder (db->path);
  g_autofree char *made = name_backup (folder, reason);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
                   _ ("%s: the folder of backups cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }
  if (!mlg_backup_write (db, made, error))
    return FALSE;
  prune (db);
  if (path != NULL)
    *path = g_steal_pointer (&made);
  return TRUE;
}

static gboolean
is_today (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (then) == g_date_time_get_year (now)
         && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now);
}

/**
 * mlg_backup_make_daily:
 *
 * Makes the backup of the day if there is none yet and there is something to keep.
 */
gboolean
mlg_backup_make_daily (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  gint64 n_actions = 0;

  if (is_today (db->backed_up))
    return TRUE;
  if (!mlg_connection_get_integer (db, &n_actions, error, "SELECT count(*) FROM action", ""))
    return FALSE;
  backups = mlg_backup_list (db->path);
  if (n_actions > 0 && (backups->len == 0 || !is_today (((MlgBackup *) backups->pdata[0])->time))
      && !mlg_backup_make (db, MLG_BACKUP_DAILY, NULL, error))
    return FALSE;
  db->backed_up = g_get_real_time () / G_USEC_PER_SEC;
  return TRUE;
}

/**
 * mlg_backup_set_kept:
 * @n: how many backups are kept, the newest ones; at least one
 */
void
mlg_backup_set_kept (MlgConnection *db, guint n)
{
  db->backups_kept = MAX (n, 1);
}

/* A copy of the backup, which SQLite makes with what its write-ahead log holds, is brought to the
 * present schema: the backup stays as it is. */
static MlgConnection *
open_backup (MlgConnection *db, const char *path, const char *working_copy, GError **error)
{
  g_autoptr (MlgConnection) source = NULL;
  g_autofree char *problem = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("%s: no such file"), path);
      return NULL;
    }
  source = mlg_connection_open_raw (path, MLG_OPEN_READ_ONLY, db->kinds, error);
  if (source == NULL
      || !mlg_connection_get_text (source, &problem, error, "PRAGMA quick_check(1)", ""))
    return NULL;
  if (g_strcmp0 (problem, "ok") != 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT,
                   _ ("%s: this backup is damaged (%s): choose another one"), path, problem);
      return NULL;
    }
  if (!write_copy (source, working_copy, error))
    return NULL;
  return mlg_connection_open (working_copy, MLG_OPEN_DEFAULT, db->kinds, error);
}

static void
remove_working_copy (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * mlg_backup_restore:
 * @path: a backup, or any network file
 *
 * Puts the contents of @path in the place of the whole network file, after a backup of what is there,
 * which restores this one in its turn. Not while an action is open. All or nothing.
 *
 * Errors: those of mlg_connection_open() for @path.
 */
gboolean
mlg_backup_restore (MlgConnection *db, const char *path, GError **error)
{
  g_autofree char *working_copy = g_strconcat (db->path, ".restoring", NULL);
  g_autoptr (MlgConnection) backup = NULL;
  gboolean restored;

  g_return_val_if_fail (db->action == NULL, FALSE);

  remove_working_copy (working_copy);
  backup = open_backup (db, path, working_copy, error);
  restored = backup != NULL && mlg_backup_make (db, MLG_BACKUP_RESTORE, NULL, error)
             && copy_between (backup, db, db, error)
             && mlg_connection_exec (db, "PRAGMA journal_mode=WAL", error)
             && mlg_search_prepare (db, error);
  g_clear_pointer (&backup, mlg_connection_close);
  remove_working_copy (working_copy);
  return restored;
}
