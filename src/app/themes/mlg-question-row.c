/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question-row.h"

#include <glib/gi18n-lib.h>

#include "mlg-option-list.h"
#include "mlg-theme-commit.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-questionnaire-section.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-field-form.h"

/* A question: its number, what is asked and how in a line; its fields and its options below, changed in
 * place. It is moved by Alt and the arrows, or by its menu. */
struct _MlgQuestionRow
{
  AdwExpanderRow parent_instance;
  MlgFieldForm *form;  /* (owned) */
  MlgRecord *question; /* (owned) (nullable) kept as it was last read */
  GPtrArray *sections; /* (owned) (nullable) (element-type MlgRecord) */
  gboolean showing;    /* the program chooses the section, not the person */

  GtkLabel *number_label;
  AdwComboRow *section_row;
  MlgOptionList *options;
  GtkWidget *options_row;
};

G_DEFINE_FINAL_TYPE (MlgQuestionRow, mlg_question_row, ADW_TYPE_EXPANDER_ROW)

static guint moved_signal;

static const char *const fields[] = { "text",   "type",    "help", "required", "most",
                                      "lowest", "highest", "code", NULL };

static void
activate_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, moved_signal, 0, g_str_equal (name, "question.up") ? -1 : 1);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_theme_commit_removal (widget, MLG_QUESTION_ROW (widget)->question, _ ("Question removed"));
}

static void
on_section_selected (MlgQuestionRow *self)
{
  guint selected = adw_combo_row_get_selected (self->section_row);
  g_autofree char *id = NULL;

  if (self->showing || self->question == NULL || self->sections == NULL
      || selected > self->sections->len)
    return;
  if (selected > 0)
    id = g_strdup_printf ("%" G_GINT64_FORMAT,
                          mlg_record_get_id (self->sections->pdata[selected - 1]));
  mlg_theme_commit (GTK_WIDGET (self), self->question, MLG_QUESTION_SECTION, id, NULL);
}

static void
show_sections (MlgQuestionRow *self, const MlgForm *form)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 mine = mlg_record_get_integer (self->question, MLG_QUESTION_SECTION);
  guint selected = 0;

  g_clear_pointer (&self->sections, g_ptr_array_unref);
  self->sections =
      g_ptr_array_copy (form->sections, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->sections, g_object_unref);
  gtk_string_list_append (titles, _ ("No section"));
  for (guint i = 0; i < form->sections->len; i++)
    {
      gtk_string_list_append (
          titles, mlg_record_get_text (form->sections->pdata[i], MLG_QUESTIONNAIRE_SECTION_TITLE));
      if (mlg_record_get_id (form->sections->pdata[i]) == mine)
        selected = i + 1;
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->section_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->section_row, selected);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->section_row), form->sections->len > 0);
}

static void
show_heading (MlgQuestionRow *self, const MlgFormQuestion *question, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *type = mlg_record_dup_display (question->question, MLG_QUESTION_TYPE);
  guint n = question->options->len;
  g_autofree char *options = mlg_question_type_has_options (mlg_form_question_get_type (question))
                                 ? g_strdup_printf (ngettext ("%'u option", "%'u options", n), n)
                                 : NULL;
  g_autofree char *subtitle =
      options != NULL ? g_strdup_printf ("%s · %s", type, options) : g_strdup (type);

  gtk_label_set_text (self->number_label, number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mlg_record_get_text (question->question, MLG_QUESTION_TEXT));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

/* What makes no sense for a kind of question is not asked. */
static void
show_limits (MlgQuestionRow *self, const char *type)
{
  static const char *const with_most[] = { "rank", "choose", "dots", NULL };
  gboolean number = g_strcmp0 (type, "number") == 0;

  gtk_widget_set_visible (GTK_WIDGET (mlg_field_form_get_row (self->form, "most")),
                          type != NULL && g_strv_contains (with_most, type));
  gtk_widget_set_visible (GTK_WIDGET (mlg_field_form_get_row (self->form, "lowest")), number);
  gtk_widget_set_visible (GTK_WIDGET (mlg_field_form_get_row (self->form, "highest")), number);
  gtk_widget_set_visible (self->options_row, mlg_question_type_has_options (type));
}

static void
mlg_question_row_dispose (GObject *object)
{
  MlgQuestionRow *self = MLG_QUESTION_ROW (object);

  if (self->form != NULL)
    mlg_field_form_set_record (self->form, NULL);
  g_clear_object (&self->question);
  g_clear_object (&self->form);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_question_row_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "question.up", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "question.down", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "question.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "question.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "question.down",
                                       NULL);
}

static void
mlg_question_row_class_init (MlgQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_question_row_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_OPTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionRow, section_row);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionRow, options);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionRow, options_row);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected);
  add_keys (widget_class);

  /**
   * MlgQuestionRow::moved:
   * @by: -1 for up, 1 for down
   */
  moved_signal = g_signal_new ("moved", MLG_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mlg_question_row_init (MlgQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_question_row_new:
 * @store: (transfer none): where the questions are; it must outlive the row
 *
 * Returns: (transfer floating): a row without a question
 */
GtkWidget *
mlg_question_row_new (MlgStore *store)
{
  MlgQuestionRow *self = g_object_new (MLG_TYPE_QUESTION_ROW, NULL);

  self->form = mlg_field_form_new (GTK_WIDGET (self), store);
  mlg_theme_commit_fields (self->form, fields);
  return GTK_WIDGET (self);
}

/**
 * mlg_question_row_show:
 * @form: a questionnaire
 * @index: which of its questions is shown, from 0
 */
void
mlg_question_row_show (MlgQuestionRow *self, const MlgForm *form, guint index)
{
  const MlgFormQuestion *question;
  gboolean draft;

  g_return_if_fail (MLG_IS_QUESTION_ROW (self));

  question = form->questions->pdata[index];
  draft =
      g_strcmp0 (mlg_record_get_text (form->questionnaire, MLG_QUESTIONNAIRE_STATE), "draft") == 0;
  if (self->question == NULL)
    self->question = g_object_ref (question->question);
  else
    mlg_record_assign (self->question, question->question);
  mlg_field_form_set_record (self->form, self->question);
  show_heading (self, question, index);
  show_sections (self, form);
  show_limits (self, mlg_form_question_get_type (question));
  mlg_option_list_show (self->options, question, draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.remove", draft);
}

/**
 * mlg_question_row_get_id:
 *
 * Returns: the question that is shown; 0 for none
 */
gint64
mlg_question_row_get_id (MlgQuestionRow *self)
{
  g_return_val_if_fail (MLG_IS_QUESTION_ROW (self), 0);
  return self->question != NULL ? mlg_record_get_id (self->question) : 0;
}
