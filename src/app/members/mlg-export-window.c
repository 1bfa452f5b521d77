/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export-window.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person.h"
#include "mlg-export-work.h"
#include "platform/mlg-file-chooser.h"

/* What leaves the network file, for whom and in which form; and, before it does, whose personal data leave
 * with it. */
struct _MlgExportWindow
{
  AdwWindow parent_instance;
  MlgHost *host; /* (unowned) the window it is transient for */
  const MlgKind *kind;
  GArray *ids;           /* (owned) of gint64 */
  GPtrArray *columns;    /* (owned) (nullable) of MlgExportColumn: all that this audience may see */
  GHashTable *left_out;  /* (owned) names of columns that the person does not want */
  GCancellable *running; /* (owned) (nullable) of the latest look at what leaves */

  GtkLabel *intro;
  GtkDropDown *format_choice;
  GtkDropDown *audience_choice;
  AdwPreferencesGroup *columns_group;
  GtkListBox *column_list;
  GtkLabel *report;
};

G_DEFINE_FINAL_TYPE (MlgExportWindow, mlg_export_window, ADW_TYPE_WINDOW)

static void look (MlgExportWindow *self);

static MlgExportFormat
get_format (MlgExportWindow *self)
{
  return (MlgExportFormat) gtk_drop_down_get_selected (self->format_choice);
}

static GStrv
get_columns (MlgExportWindow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->columns == NULL || get_format (self) != MLG_EXPORT_FORMAT_TABLE)
    return NULL;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MlgExportColumn *column = self->columns->pdata[i];

      if (!g_hash_table_contains (self->left_out, column->name))
        g_strv_builder_add (builder, column->name);
    }
  return g_strv_builder_end (builder);
}

static MlgExportWork *
make_work (MlgExportWindow *self)
{
  MlgExportWork *work = mlg_export_work_new (self->kind, self->ids);

  work->format = get_format (self);
  work->audience = (MlgAudience) gtk_drop_down_get_selected (self->audience_choice);
  work->columns = get_columns (self);
  return work;
}

static void
update_export (MlgExportWindow *self)
{
  g_auto (GStrv) columns = get_columns (self);
  gboolean any = columns == NULL || *columns != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save",
                                 any && self->columns != NULL && self->running == NULL);
}

static void
on_column_toggled (GtkCheckButton *button, MlgExportWindow *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (button));

  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->left_out, name);
  else
    g_hash_table_add (self->left_out, g_strdup (name));
  look (self);
}

static void
add_column (MlgExportWindow *self, const MlgExportColumn *column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_name (button, column->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               !g_hash_table_contains (self->left_out, column->name));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_column_toggled), self, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->column_list, row);
}

/* Another audience may see other columns. */
static void
show_columns (MlgExportWindow *self, GPtrArray *columns)
{
  GtkWidget *row;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_ptr_array_ref (columns);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->column_list))) != NULL)
    gtk_list_box_remove (self->column_list, row);
  for (guint i = 0; i < columns->len; i++)
    add_column (self, columns->pdata[i]);
}

static gboolean
has_same_columns (MlgExportWindow *self, GPtrArray *columns)
{
  if (self->columns == NULL || self->columns->len != columns->len)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    if (!g_str_equal (((MlgExportColumn *) self->columns->pdata[i])->name,
                      ((MlgExportColumn *) columns->pdata[i])->name))
      return FALSE;
  return TRUE;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgExportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgExportOutlook) outlook = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return; /* something else was chosen since */
  g_clear_object (&self->running);
  if (outlook == NULL)
    {
      gtk_label_set_label (self->report, error->message);
      return;
    }
  if (!has_same_columns (self, outlook->columns))
    show_columns (self, outlook->columns);
  gtk_label_set_label (self->report, outlook->report);
  update_export (self);
}

/* What may leave, and what would: the latest question wins. */
static void
look (MlgExportWindow *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  update_export (self);
  mlg_store_read_async (mlg_host_get_store (self->host), mlg_export_work_look, make_work (self),
                        mlg_export_work_free, mlg_export_outlook_free, self->running, on_looked,
                        g_object_ref (self));
}

static void
on_choice_changed (MlgExportWindow *self)
{
  if (self->host == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->columns_group),
                          get_format (self) == MLG_EXPORT_FORMAT_TABLE);
  look (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_read_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      mlg_host_fail (host, _ ("Nothing was exported"), error);
      return;
    }
  /* Translators: %s is a file. */
  text = g_strdup_printf (_ ("%s: written"), name);
  mlg_host_say (host, text, FALSE);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  MlgExportWindow *self = data;
  MlgExportWork *work = make_work (self);

  work->file = g_object_ref (file);
  mlg_store_read_async (mlg_host_get_store (self->host), mlg_export_work_save, work,
                        mlg_export_work_free, g_free, NULL, on_saved, g_object_ref (self->host));
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const MlgFileFilter tables[] = { { N_ ("Spreadsheets"), "csv" }, { NULL, NULL } };
  static const MlgFileFilter cards[] = { { N_ ("Contact cards"), "vcf" }, { NULL, NULL } };
  MlgExportWindow *self = MLG_EXPORT_WINDOW (widget);
  gboolean table = get_format (self) == MLG_EXPORT_FORMAT_TABLE;
  g_autofree char *proposal =
      g_strdup_printf ("%s.%s", _ (self->kind->title_plural), table ? "csv" : "vcf");

  mlg_file_chooser_save (widget, _ ("Export"), proposal, table ? tables : cards, on_file_chosen,
                         self);
}

static void
choose_all (MlgExportWindow *self, gboolean all)
{
  if (self->columns == NULL)
    return;
  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; !all && i < self->columns->len; i++)
    g_hash_table_add (self->left_out,
                      g_strdup (((MlgExportColumn *) self->columns->pdata[i])->name));
  {
    g_autoptr (GPtrArray) columns = g_ptr_array_ref (self->columns);

    show_columns (self, columns);
  }
  look (self);
}

static void
activate_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (MLG_EXPORT_WINDOW (widget), TRUE);
}

static void
activate_none (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (MLG_EXPORT_WINDOW (widget), FALSE);
}

static void
mlg_export_window_dispose (GObject *object)
{
  MlgExportWindow *self = MLG_EXPORT_WINDOW (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_export_window_parent_class)->dispose (object);
}

static void
mlg_export_window_finalize (GObject *object)
{
  MlgExportWindow *self = MLG_EXPORT_WINDOW (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_hash_table_unref (self->left_out);
  G_OBJECT_CLASS (mlg_export_window_parent_class)->finalize (object);
}

static void
mlg_export_window_class_init (MlgExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_export_window_dispose;
  object_class->finalize = mlg_export_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, intro);
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, format_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, audience_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, columns_group);
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, column_list);
  gtk_widget_class_bind_template_child (widget_class, MlgExportWindow, report);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "export.all", NULL, activate_all);
  gtk_widget_class_install_action (widget_class, "export.none", NULL, activate_none);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_export_window_init (MlgExportWindow *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
}

/**
 * mlg_export_window_new:
 * @host: the window in front
 * @kind: what is exported: bodies or people
 * @ids: (transfer none) (element-type gint64): the records, in order: the list as it is filtered
 *
 * Returns: (transfer none): a window, which GTK owns
 */
MlgExportWindow *
mlg_export_window_new (MlgHost *host, const MlgKind *kind, GArray *ids)
{
  MlgExportWindow *self = g_object_new (MLG_TYPE_EXPORT_WINDOW, "application",
                                        gtk_window_get_application (GTK_WINDOW (host)),
                                        "transient-for", host, "destroy-with-parent", TRUE, NULL);
  g_autofree char *intro = NULL;

  if (kind == &mlg_person_kind)
    intro = g_strdup_printf (ngettext ("%'u person, as listed", "%'u people, as listed", ids->len),
                             ids->len);
  else
    intro = g_strdup_printf (ngettext ("%'u body, as listed", "%'u bodies, as listed", ids->len),
                             ids->len);
  gtk_label_set_label (self->intro, intro);
  self->host = host;
  self->kind = kind;
  self->ids = g_array_copy (ids);
  look (self);
  return self;
}
