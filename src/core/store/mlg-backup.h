/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgBackupReason:
 * @MLG_BACKUP_DAILY: before the first change of a day
 * @MLG_BACKUP_MIGRATION: before the file is brought to a newer format
 * @MLG_BACKUP_RESTORE: before another backup takes its place
 * @MLG_BACKUP_IMPORT: before a large import
 * @MLG_BACKUP_ASKED: because somebody asked
 */
typedef enum
{
  MLG_BACKUP_DAILY,
  MLG_BACKUP_MIGRATION,
  MLG_BACKUP_RESTORE,
  MLG_BACKUP_IMPORT,
  MLG_BACKUP_ASKED,
} MlgBackupReason;

/**
 * MlgBackup:
 *
 * A backup in the folder of backups.
 */
typedef struct
{
  char *path; /* (owned) */
  MlgBackupReason reason;
  gint64 time;  /* seconds since 1970-01-01 UTC */
  gint64 size;  /* bytes */
  guint number; /* tells those of one second apart */
} MlgBackup;

void mlg_backup_free (MlgBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgBackup, mlg_backup_free)

char *mlg_backup_get_folder (const char *network_path);
GPtrArray *mlg_backup_list (const char *network_path);
gboolean mlg_backup_make (MlgConnection *db, MlgBackupReason reason, char **path, GError **error);
gboolean mlg_backup_make_before (MlgConnection *db, MlgBackupReason reason, GError **error);
gboolean mlg_backup_make_daily (MlgConnection *db, GError **error);
gboolean mlg_backup_write (MlgConnection *db, const char *path, GError **error);
gboolean mlg_backup_restore (MlgConnection *db, const char *path, GError **error);

G_END_DECLS
