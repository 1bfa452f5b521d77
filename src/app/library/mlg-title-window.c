/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-title-window.h"

#include <glib/gi18n-lib.h>

#include "widgets/mlg-code-model.h"
#include "widgets/mlg-record-entry.h"

/* A small question: how something is called, of which sort it is, or which record it is. */
struct _MlgTitleWindow
{
  AdwWindow parent_instance;
  MlgHost *host;          /* (unowned) the window in front */
  MlgRecordEntry *record; /* (owned by the widget tree) (nullable) */

  AdwWindowTitle *title;
  GtkBox *questions;
  GtkLabel *title_label;
  GtkEditable *title_entry;
  GtkLabel *code_label;
  GtkDropDown *code_list;
  GtkButton *agree_button;
};

G_DEFINE_FINAL_TYPE (MlgTitleWindow, mlg_title_window, ADW_TYPE_WINDOW)

static guint agreed_signal;

static void
update (MlgTitleWindow *self)
{
  gboolean titled = !gtk_widget_get_visible (GTK_WIDGET (self->title_entry))
                    || *gtk_editable_get_text (self->title_entry) != '\0';
  gboolean found = self->record == NULL || mlg_record_entry_get_id (self->record) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "title.agree", titled && found);
}

static void
activate_agree (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTitleWindow *self = MLG_TITLE_WINDOW (widget);
  MlgCodeItem *item = gtk_drop_down_get_selected_item (self->code_list);

  g_signal_emit (self, agreed_signal, 0, gtk_editable_get_text (self->title_entry),
                 item != NULL ? mlg_code_item_get_code (item) : NULL,
                 self->record != NULL ? mlg_record_entry_get_id (self->record) : (gint64) 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mlg_title_window_class_init (MlgTitleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-title-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, code_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, code_list);
  gtk_widget_class_bind_template_child (widget_class, MlgTitleWindow, agree_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "title.agree", NULL, activate_agree);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * MlgTitleWindow::agreed:
   * @text: the title
   * @code: (nullable): the sort
   * @id: the record; 0 when none was asked for
   *
   * The person has answered.
   */
  agreed_signal = g_signal_new ("agreed", MLG_TYPE_TITLE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64);
}

static void
mlg_title_window_init (MlgTitleWindow *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->code_list, title);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->agree_button));
  update (self);
}

/**
 * mlg_title_window_new:
 * @host: the window in front
 * @heading: what is asked
 * @agree: of the button
 *
 * Returns: (transfer none): a window without questions
 */
GtkWidget *
mlg_title_window_new (MlgHost *host, const char *heading, const char *agree)
{
  MlgTitleWindow *self = g_object_new (
      MLG_TYPE_TITLE_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (host)),
      "transient-for", host, "destroy-with-parent", TRUE, "modal", TRUE, "title", heading, NULL);

  self->host = host;
  adw_window_title_set_title (self->title, heading);
  gtk_button_set_label (self->agree_button, agree);
  return GTK_WIDGET (self);
}

static void
show_question (GtkLabel *label, const char *text, GtkWidget *answer)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  gtk_widget_set_visible (answer, TRUE);
}

/**
 * mlg_title_window_ask_title:
 * @text: the title of now
 */
void
mlg_title_window_ask_title (MlgTitleWindow *self, const char *label, const char *text)
{
  g_return_if_fail (MLG_IS_TITLE_WINDOW (self));

  show_question (self->title_label, label, GTK_WIDGET (self->title_entry));
  gtk_editable_set_text (self->title_entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
  update (self);
}

/**
 * mlg_title_window_ask_code:
 * @codes: the sorts
 * @code: (nullable): the sort of now
 */
void
mlg_title_window_ask_code (MlgTitleWindow *self,
                           const char *label,
                           const MlgCodeList *codes,
                           const char *code)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, FALSE);

  g_return_if_fail (MLG_IS_TITLE_WINDOW (self));

  show_question (self->code_label, label, GTK_WIDGET (self->code_list));
  gtk_drop_down_set_model (self->code_list, model);
  if (code != NULL)
    gtk_drop_down_set_selected (self->code_list, mlg_code_model_find (model, code));
}

/**
 * mlg_title_window_ask_record:
 * @kind: of which sort of records it is one
 */
void
mlg_title_window_ask_record (MlgTitleWindow *self, const char *label, const MlgKind *kind)
{
  GtkWidget *caption = gtk_label_new (label);

  g_return_if_fail (MLG_IS_TITLE_WINDOW (self));

  self->record = MLG_RECORD_ENTRY (mlg_record_entry_new (mlg_host_get_store (self->host), kind));
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_box_append (self->questions, caption);
  gtk_box_append (self->questions, GTK_WIDGET (self->record));
  g_signal_connect_object (self->record, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->record));
  update (self);
}
