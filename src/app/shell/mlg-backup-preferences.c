/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-backup-preferences.h"

#include <glib/gi18n-lib.h>

#include "mlg-backup-row.h"
#include "platform/mlg-link.h"
#include "platform/mlg-message.h"
#include "widgets/mlg-host.h"

/* The backups of the file that is open: how many, where, and each of them to be restored. */
struct _MlgBackupPreferences
{
  AdwPreferencesPage parent_instance;
  MlgStore *store; /* (owned) */
  char *folder;    /* (owned) */
  char *asked;     /* (owned) (nullable) the backup that the person is asked about */
  GtkAdjustment *kept;
  AdwActionRow *folder_row;
  GtkStack *states;
  GtkListBox *backups;
};

G_DEFINE_FINAL_TYPE (MlgBackupPreferences, mlg_backup_preferences, ADW_TYPE_PREFERENCES_PAGE)

static gpointer
list_backups (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_backup_list (mlg_connection_get_path (db));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgBackupPreferences) self = data;
  g_autoptr (GPtrArray) backups = mlg_store_read_finish (MLG_STORE (source), result, NULL);
  GtkWidget *row;

  if (self->backups == NULL)
    return; /* the window has gone */
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->backups))) != NULL)
    gtk_list_box_remove (self->backups, row);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    gtk_list_box_append (self->backups, mlg_backup_row_new (backups->pdata[i]));
  gtk_stack_set_visible_child_name (self->states,
                                    backups != NULL && backups->len > 0 ? "list" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.show-folder",
                                 g_file_test (self->folder, G_FILE_TEST_IS_DIR));
}

static void
refresh (MlgBackupPreferences *self)
{
  mlg_store_read_async (self->store, list_backups, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        NULL, on_listed, g_object_ref (self));
}

static void
finish (MlgBackupPreferences *self, GAsyncResult *result, const char *done, const char *failed)
{
  g_autoptr (GError) error = NULL;
  gboolean well = mlg_store_write_finish (self->store, result, &error);
  MlgHost *host = self->backups != NULL ? mlg_host_find (GTK_WIDGET (self)) : NULL;

  if (host == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.make", TRUE);
  if (well)
    mlg_host_say (host, done, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mlg_message_show (GTK_WIDGET (self), failed, error->message);
  refresh (self);
}

static gboolean
make_backup (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_backup_make (db, MLG_BACKUP_ASKED, NULL, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgBackupPreferences) self = data;

  finish (self, result, _ ("The backup is made"), _ ("The backup could not be made"));
}

static void
activate_make (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgBackupPreferences *self = MLG_BACKUP_PREFERENCES (widget);
  g_autoptr (MlgJob) job = mlg_job_new (_ ("Making a backup"));

  gtk_widget_action_set_enabled (widget, "backup.make", FALSE);
  mlg_store_write_async (self->store, make_backup, NULL, NULL, job, NULL, on_made,
                         g_object_ref (self));
}

static void
activate_show_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (MLG_BACKUP_PREFERENCES (widget)->folder);
  g_autofree char *uri = g_file_get_uri (folder);

  mlg_link_open (widget, uri);
}

static gboolean
restore (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  if (!mlg_backup_restore (db, data, error))
    return FALSE;
  *changes = mlg_changes_new ();
  mlg_changes_add_everything (*changes);
  return TRUE;
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgBackupPreferences) self = data;

  finish (self, result, _ ("The backup is restored"), _ ("The backup could not be restored"));
}

static void
on_restore_agreed (gpointer data)
{
  MlgBackupPreferences *self = data;
  g_autoptr (MlgJob) job = mlg_job_new (_ ("Restoring a backup"));

  mlg_store_write_async (self->store, restore, g_strdup (self->asked), g_free, job, NULL,
                         on_restored, g_object_ref (self));
}

static void
activate_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgBackupPreferences *self = MLG_BACKUP_PREFERENCES (widget);

  g_free (self->asked);
  self->asked = g_variant_dup_string (parameter, NULL);
  mlg_message_ask (widget, _ ("Restore This Backup?"),
                   _ ("It takes the place of the whole network. What is there now becomes a backup "
                      "first, so that you can come back to it."),
                   _ ("_Restore"), TRUE, on_restore_agreed, self);
}

static void
mlg_backup_preferences_dispose (GObject *object)
{
  MLG_BACKUP_PREFERENCES (object)->backups = NULL;
  G_OBJECT_CLASS (mlg_backup_preferences_parent_class)->dispose (object);
}

static void
mlg_backup_preferences_finalize (GObject *object)
{
  MlgBackupPreferences *self = MLG_BACKUP_PREFERENCES (object);

  g_clear_object (&self->store);
  g_free (self->folder);
  g_free (self->asked);
  G_OBJECT_CLASS (mlg_backup_preferences_parent_class)->finalize (object);
}

static void
mlg_backup_preferences_class_init (MlgBackupPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_backup_preferences_dispose;
  object_class->finalize = mlg_backup_preferences_finalize;
  gtk_widget_class_install_action (widget_class, "backup.make", NULL, activate_make);
  gtk_widget_class_install_action (widget_class, "backup.show-folder", NULL, activate_show_folder);
  gtk_widget_class_install_action (widget_class, "backup.restore", "s", activate_restore);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-backup-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBackupPreferences, kept);
  gtk_widget_class_bind_template_child (widget_class, MlgBackupPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MlgBackupPreferences, states);
  gtk_widget_class_bind_template_child (widget_class, MlgBackupPreferences, backups);
}

static void
mlg_backup_preferences_init (MlgBackupPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_backup_preferences_new:
 * @settings: the settings of the application
 * @store: a network file that is open
 */
AdwPreferencesPage *
mlg_backup_preferences_new (GSettings *settings, MlgStore *store)
{
  MlgBackupPreferences *self = g_object_new (MLG_TYPE_BACKUP_PREFERENCES, NULL);
  gboolean writable = mlg_store_is_writable (store);

  self->store = g_object_ref (store);
  self->folder = mlg_backup_get_folder (mlg_store_get_path (store));
  adw_action_row_set_subtitle (self->folder_row, self->folder);
  g_settings_bind (settings, "backups-kept", self->kept, "value", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.make", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.restore", writable);
  refresh (self);
  return ADW_PREFERENCES_PAGE (self);
}
