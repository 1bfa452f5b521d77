/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-backup-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const char *
get_reason (MlgBackupReason reason)
{
  switch (reason)
    {
    case MLG_BACKUP_DAILY:
      return _ ("Before the first change of the day");
    case MLG_BACKUP_MIGRATION:
      return _ ("Before a newer format");
    case MLG_BACKUP_RESTORE:
      return _ ("Before a backup was restored");
    case MLG_BACKUP_IMPORT:
      return _ ("Before an import");
    case MLG_BACKUP_ASKED:
    default:
      return _ ("Made on request");
    }
}

/**
 * mlg_backup_row_new:
 * @backup: a backup
 *
 * Returns: (transfer floating): a row that tells when and why it was made, and restores it by the
 *   action "backup.restore"
 */
GtkWidget *
mlg_backup_row_new (const MlgBackup *backup)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time);
  g_autofree char *title = g_date_time_format (time, "%c");
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", get_reason (backup->reason), size);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backup.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}
