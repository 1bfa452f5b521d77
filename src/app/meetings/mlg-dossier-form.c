/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-form.h"

#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier-write.h"
#include "exchange/mlg-calendar-export.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* All the papers of a meeting at once: a look at their pages, and the making of their files, in the
 * formats that are asked for, in a folder of their own. */
struct _MlgDossierForm
{
  AdwExpanderRow parent_instance;
  MlgRecord *meeting;  /* (owned) (nullable) */
  GPtrArray *switches; /* (owned) of GtkSwitch (owned by the widget tree), by format */
  AdwComboRow *letters_row;
};

G_DEFINE_FINAL_TYPE (MlgDossierForm, mlg_dossier_form, ADW_TYPE_EXPANDER_ROW)

static guint looked_at_signal;

/* Shared by the writer's thread and by the one that waits for it. */
typedef struct
{
  MlgHost *host; /* (owned) */
  MlgJob *job;   /* (owned) */
  gint64 meeting;
  char *path;    /* (owned) */
  GStrv formats; /* (owned) */
  MlgDossierLetters letters;
  guint n_files;
} Making;

static void
clear (gpointer data)
{
  Making *making = data;

  g_object_unref (making->host);
  g_object_unref (making->job);
  g_free (making->path);
  g_strfreev (making->formats);
}

static void
making_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear);
}

/* It writes files and nothing of the network: no change is told. */
static gboolean
make (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  Making *making = data;
  MlgDossierOptions options = { (const char *const *) making->formats, making->letters,
                                mlg_calendar_export };
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDossierReport) report =
      mlg_dossier_write (db, making->meeting, making->path, &options, issues,
                         mlg_job_get_cancellable (making->job), error);

  making->n_files = report != NULL ? g_strv_length (report->files) : 0;
  return report != NULL;
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Making *making = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_write_finish (MLG_STORE (source), result, &error))
    {
      g_autofree char *done = g_strdup_printf (
          ngettext ("%u file written to %s", "%u files written to %s", making->n_files),
          making->n_files, making->path);

      mlg_host_say (making->host, done, FALSE);
    }
  else
    mlg_host_fail (making->host, _ ("The dossier could not be made"), error);
  making_unref (making);
}

/* The formats whose switch is on. */
static GStrv
list_formats (MlgDossierForm *self)
{
  const char *const *formats = mlg_dossier_list_formats ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->switches->len; i++)
    if (gtk_switch_get_active (self->switches->pdata[i]))
      g_strv_builder_add (builder, formats[i]);
  return g_strv_builder_end (builder);
}

static void
on_folder_chosen (GFile *folder, gpointer data)
{
  MlgDossierForm *self = data;
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));
  Making *making;

  if (self->meeting == NULL)
    return;
  making = g_atomic_rc_box_new0 (Making);
  making->host = g_object_ref (host);
  making->job = mlg_job_new (_ ("Making the dossier"));
  making->meeting = mlg_record_get_id (self->meeting);
  making->path = g_file_get_path (folder);
  making->formats = list_formats (self);
  making->letters = (MlgDossierLetters) adw_combo_row_get_selected (self->letters_row);
  mlg_store_write_async (mlg_host_get_store (host), make, g_atomic_rc_box_acquire (making),
                         making_unref, making->job, NULL, on_made, making);
}

static void
activate_make (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_file_chooser_folder (widget, _ ("Folder of the Dossier"), on_folder_chosen, widget);
}

static void
activate_look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, looked_at_signal, 0);
}

/* A dossier without any format would be empty. */
static void
update (MlgDossierForm *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->switches->len && !any; i++)
    any = gtk_switch_get_active (self->switches->pdata[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.make", any && self->meeting != NULL);
}

static void
add_format (MlgDossierForm *self, const char *format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_switch_new ();
  g_autofree char *title = g_ascii_strup (format, -1);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->switches, check);
}

static void
mlg_dossier_form_dispose (GObject *object)
{
  g_clear_object (&MLG_DOSSIER_FORM (object)->meeting);
  G_OBJECT_CLASS (mlg_dossier_form_parent_class)->dispose (object);
}

static void
mlg_dossier_form_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_DOSSIER_FORM (object)->switches);
  G_OBJECT_CLASS (mlg_dossier_form_parent_class)->finalize (object);
}

static void
mlg_dossier_form_class_init (MlgDossierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_dossier_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_dossier_form_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-dossier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDossierForm, letters_row);
  gtk_widget_class_install_action (widget_class, "dossier.make", NULL, activate_make);
  gtk_widget_class_install_action (widget_class, "dossier.look", NULL, activate_look);

  /**
   * MlgDossierForm::looked-at:
   *
   * The person wants to see the pages.
   */
  looked_at_signal = g_signal_new ("looked-at", MLG_TYPE_DOSSIER_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_dossier_form_init (MlgDossierForm *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const char *const *format = mlg_dossier_list_formats (); *format != NULL; format++)
    add_format (self, *format);
  update (self);
}

/**
 * mlg_dossier_form_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose dossier is made
 */
void
mlg_dossier_form_set_meeting (MlgDossierForm *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_DOSSIER_FORM (self));

  g_set_object (&self->meeting, meeting);
  update (self);
}
