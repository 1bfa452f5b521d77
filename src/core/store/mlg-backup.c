/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mlg-backup-private.h"
#include "mlg-connection-private.h"
#include "mlg-store-file.h"

/* Backups stand in a folder beside the network file, "NAME.maillage.backups", under names that say
 * when and why: "20261123T101500-daily.maillage". */

#define DAY (24 * 60 * 60)

static const char *const reasons[] = {
  [MLG_BACKUP_DAILY] = "daily",     [MLG_BACKUP_MIGRATION] = "migration",
  [MLG_BACKUP_RESTORE] = "restore", [MLG_BACKUP_IMPORT] = "import",
  [MLG_BACKUP_ASKED] = "asked",
};

/**
 * mlg_backup_free:
 * @backup: (transfer full): a backup of a list
 *
 * Frees what is told of a backup; its file stays where it is.
 */
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
  g_autofree char *resolved = mlg_store_file_resolve (network_path);

  return g_strconcat (resolved, ".backups", NULL);
}

/* "20261123T101500Z-daily.maillage", and "…-daily-2.maillage" for a second one in the same second. */
static gboolean
parse_reason (const char *text, MlgBackup *backup)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      const char *rest = text + strlen (reasons[i]);

      if (!g_str_has_prefix (text, reasons[i]) || (*rest != '.' && *rest != '-'))
        continue;
      backup->reason = (MlgBackupReason) i;
      backup->number = *rest == '-' ? (guint) strtoul (rest + 1, NULL, 10) : 1;
      return TRUE;
    }
  return FALSE;
}

static MlgBackup *
read_name (const char *folder, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 2);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (MlgBackup) backup = g_new0 (MlgBackup, 1);
  GStatBuf info;

  if (g_strv_length (parts) != 2 || !g_str_has_suffix (name, ".maillage")
      || !parse_reason (parts[1], backup))
    return NULL;
  time = g_date_time_new_from_iso8601 (parts[0], utc);
  if (time == NULL)
    return NULL;
  backup->path = g_build_filename (folder, name, NULL);
  backup->time = g_date_time_to_unix (time);
  backup->size = g_stat (backup->path, &info) == 0 ? info.st_size : 0;
  return g_steal_pointer (&backup);
}

static gint
compare_backups (gconstpointer a, gconstpointer b)
{
  const MlgBackup *first = *(MlgBackup *const *) a, *second = *(MlgBackup *const *) b;

  if (first->time != second->time)
    return first->time < second->time ? 1 : -1;
  if (first->number != second->number)
    return first->number < second->number ? 1 : -1;
  return (gint) second->reason - (gint) first->reason;
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

/* Those of each day and those that were asked for are what people count on; the others serve to go
 * back from what has just been done, and must not push those out. */
static guint
count_kept (MlgConnection *db, MlgBackupReason reason)
{
  enum
  {
    SHARE = 3
  };

  switch (reason)
    {
    case MLG_BACKUP_DAILY:
    case MLG_BACKUP_ASKED:
      return db->limits.backups;
    case MLG_BACKUP_MIGRATION:
    case MLG_BACKUP_RESTORE:
    case MLG_BACKUP_IMPORT:
    default:
      return (db->limits.backups + SHARE - 1) / SHARE;
    }
}

/* Keeps the newest of each reason. A failure to remove an old one is no reason to fail: the next
 * backup tries again. */
static void
prune (MlgConnection *db)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (db->path);
  guint n[G_N_ELEMENTS (reasons)] = { 0 };

  for (guint i = 0; i < backups->len; i++)
    {
      const MlgBackup *backup = backups->pdata[i];

      if (++n[backup->reason] > count_kept (db, backup->reason))
        g_unlink (backup->path);
    }
}

/**
 * mlg_backup_remove_partial:
 * @age: seconds since they were last written
 *
 * Removes what backups that were cut short have left in the folder of backups.
 */
void
mlg_backup_remove_partial (const char *network_path, gint64 age)
{
  g_autofree char *folder = mlg_backup_get_folder (network_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (strstr (name, ".part") != NULL && g_stat (path, &info) == 0
          && info.st_mtime + age <= time (NULL))
        g_unlink (path);
    }
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
 * Makes a dated backup in the folder of backups, and drops the oldest of the same reason beyond the
 * number kept: a third of it for those made before a migration, a restore or an import. Reports its
 * progress and can be cancelled. Not while an action is open.
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
  mlg_backup_remove_partial (db->path, DAY);
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

/* A file that was only just made, with one record as a new network has, is made again as fast as it is
 * restored. */
static gboolean
has_content (MlgConnection *db, gboolean *has, GError **error)
{
  g_autoptr (GString) records = g_string_new ("SELECT 0");
  gint64 n_actions = 0, n_records = 0;

  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    g_string_append_printf (records, "+(SELECT count(*) FROM (SELECT 1 FROM %s LIMIT 2))",
                            (*kind)->table);
  if (!mlg_connection_get_integer (db, &n_actions, error, "SELECT count(*) FROM action", "")
      || !mlg_connection_get_integer (db, &n_records, error, records->str, ""))
    return FALSE;
  *has = n_actions > 1 || n_records > 1;
  return TRUE;
}

/**
 * mlg_backup_make_before:
 * @reason: what is about to be done
 *
 * Makes a backup as mlg_backup_make() does, if there is something to go back to; if not, there is none of
 * the day either.
 */
gboolean
mlg_backup_make_before (MlgConnection *db, MlgBackupReason reason, GError **error)
{
  gboolean has;

  if (!has_content (db, &has, error))
    return FALSE;
  if (has)
    return mlg_backup_make (db, reason, NULL, error);
  db->backed_up = g_get_real_time () / G_USEC_PER_SEC;
  return TRUE;
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
