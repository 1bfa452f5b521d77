/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-preferences.h"

#include <glib/gi18n-lib.h>

#include "platform/mlg-message.h"
#include "store/mlg-verify.h"

#define MOST_SHOWN 100

/* Whether the file is sound, and what of it can be mended. */
struct _MlgCheckPreferences
{
  AdwPreferencesPage parent_instance;
  MlgStore *store;     /* (owned) */
  MlgIssueList *found; /* (owned) (nullable) by the check that runs, or the last one */
  AdwActionRow *check_row;
  AdwActionRow *repair_row;
  AdwPreferencesGroup *found_group;
  GtkListBox *problems;
};

G_DEFINE_FINAL_TYPE (MlgCheckPreferences, mlg_check_preferences, ADW_TYPE_PREFERENCES_PAGE)

static void
set_running (MlgCheckPreferences *self, gboolean running)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.run", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.repair",
                                 !running && mlg_store_is_writable (self->store));
}

static void
show_issues (MlgCheckPreferences *self, const char *title)
{
  guint n = mlg_issue_list_get_n (self->found);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->problems))) != NULL)
    gtk_list_box_remove (self->problems, row);
  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     mlg_issue_list_get (self->found, i)->message);
      gtk_list_box_append (self->problems, row);
    }
  adw_preferences_group_set_title (self->found_group, title);
  gtk_widget_set_visible (GTK_WIDGET (self->found_group), n > 0);
}

static gboolean
verify (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_verify (db, data, error);
}

static gboolean
repair (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_verify_repair (db, data, error);
}

/* Whether what ran has ended well and there is somebody to tell. */
static gboolean
has_ended (MlgCheckPreferences *self, GAsyncResult *result, const char *failed)
{
  g_autoptr (GError) error = NULL;
  gboolean well = mlg_store_write_finish (self->store, result, &error);

  if (self->problems == NULL)
    return FALSE; /* the window has gone */
  set_running (self, FALSE);
  if (!well && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mlg_message_show (GTK_WIDGET (self), failed, error->message);
  return well;
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgCheckPreferences) self = data;
  g_autofree char *text = NULL;
  guint n;

  if (!has_ended (self, result, _ ("The file could not be checked")))
    return;
  n = mlg_issue_list_get_n (self->found) + mlg_issue_list_get_n_dropped (self->found);
  text = n == 0 ? g_strdup (_ ("Everything is as it should be"))
                : g_strdup_printf (ngettext ("%'u problem found", "%'u problems found", n), n);
  adw_action_row_set_subtitle (self->check_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->repair_row), n > 0);
  show_issues (self, _ ("Found"));
}

static void
on_repaired (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgCheckPreferences) self = data;

  if (!has_ended (self, result, _ ("The file could not be repaired")))
    return;
  adw_action_row_set_subtitle (
      self->check_row, _ ("Repaired: check again. What is still found needs a backup restored."));
  show_issues (self, _ ("Repaired"));
}

static void
run (MlgCheckPreferences *self, MlgWriteFunc func, const char *title, GAsyncReadyCallback callback)
{
  g_autoptr (MlgJob) job = mlg_job_new (title);

  g_clear_pointer (&self->found, mlg_issue_list_unref);
  self->found = mlg_issue_list_new ();
  set_running (self, TRUE);
  adw_action_row_set_subtitle (self->check_row, title);
  mlg_store_write_async (self->store, func, mlg_issue_list_ref (self->found),
                         (GDestroyNotify) mlg_issue_list_unref, job, NULL, callback,
                         g_object_ref (self));
}

static void
activate_run (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (MLG_CHECK_PREFERENCES (widget), verify, _ ("Checking the file"), on_verified);
}

static void
activate_repair (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (MLG_CHECK_PREFERENCES (widget), repair, _ ("Repairing the file"), on_repaired);
}

static void
mlg_check_preferences_dispose (GObject *object)
{
  MLG_CHECK_PREFERENCES (object)->problems = NULL;
  G_OBJECT_CLASS (mlg_check_preferences_parent_class)->dispose (object);
}

static void
mlg_check_preferences_finalize (GObject *object)
{
  MlgCheckPreferences *self = MLG_CHECK_PREFERENCES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->found, mlg_issue_list_unref);
  G_OBJECT_CLASS (mlg_check_preferences_parent_class)->finalize (object);
}

static void
mlg_check_preferences_class_init (MlgCheckPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_check_preferences_dispose;
  object_class->finalize = mlg_check_preferences_finalize;
  gtk_widget_class_install_action (widget_class, "check.run", NULL, activate_run);
  gtk_widget_class_install_action (widget_class, "check.repair", NULL, activate_repair);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-check-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPreferences, check_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPreferences, repair_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPreferences, found_group);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPreferences, problems);
}

static void
mlg_check_preferences_init (MlgCheckPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_check_preferences_new:
 * @store: a network file that is open
 */
AdwPreferencesPage *
mlg_check_preferences_new (MlgStore *store)
{
  MlgCheckPreferences *self = g_object_new (MLG_TYPE_CHECK_PREFERENCES, NULL);

  self->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.run", mlg_store_is_writable (store));
  return ADW_PREFERENCES_PAGE (self);
}
