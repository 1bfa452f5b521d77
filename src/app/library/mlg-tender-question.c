/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-question.h"

#include <glib/gi18n-lib.h>

#include "mlg-choice-labels.h"
#include "mlg-question-purpose.h"
#include "mlg-rows-editor.h"
#include "template/mlg-answers-rows.h"

/* A question of a template with an input of its type. What is written is told as one types, and answered
 * when one leaves it. */
struct _MlgTenderQuestion
{
  GtkListBoxRow parent_instance;
  MlgTemplate *template;         /* (owned) what the field belongs to */
  const MlgTemplateField *field; /* (unowned) */
  char *shown;                   /* (owned) the answer as it is kept, "" for none */
  gboolean filling;              /* the program writes, not the person */
  gboolean missing;              /* it is required and has no answer */
  gboolean applies;              /* something in the text needs it */
  gboolean filled;               /* it has an answer or a default */
  GtkWidget *input;              /* (owned by the widget tree) */

  GtkLabel *title;
  GtkLabel *help;
  GtkBox *slot;
  GtkLabel *message;
  GtkWidget *gap;
  GtkWidget *needless;
  MlgQuestionPurpose *purpose;
};

G_DEFINE_FINAL_TYPE (MlgTenderQuestion, mlg_tender_question, GTK_TYPE_LIST_BOX_ROW)

static guint typed_signal, answered_signal, finished_signal;

static gboolean
is_long (MlgTenderQuestion *self)
{
  return self->field->type == MLG_TEMPLATE_LONG_TEXT;
}

static char *
dup_text (MlgTenderQuestion *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Returns: (transfer full): what is kept of it; %NULL with the message shown */
static char *
parse (MlgTenderQuestion *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  char *kept =
      *stripped != '\0' ? mlg_template_field_parse (self->field, stripped, &error) : g_strdup ("");

  gtk_label_set_text (self->message, kept == NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), kept == NULL);
  if (kept == NULL)
    gtk_widget_add_css_class (self->input, "error");
  else
    gtk_widget_remove_css_class (self->input, "error");
  return kept;
}

static void
tell (MlgTenderQuestion *self, guint signal, const char *text)
{
  g_signal_emit (self, signal, 0, self->field->name, text);
}

static void
on_changed (MlgTenderQuestion *self)
{
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  text = dup_text (self);
  tell (self, typed_signal, text);
}

/* Returns: whether what is written can be an answer */
static gboolean
commit (MlgTenderQuestion *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *kept = parse (self, text);

  if (kept != NULL && g_strcmp0 (kept, self->shown) != 0)
    tell (self, answered_signal, text);
  return kept != NULL;
}

static void
on_activated (MlgTenderQuestion *self)
{
  if (commit (self))
    g_signal_emit (self, finished_signal, 0);
}

static void
on_left (MlgTenderQuestion *self)
{
  /* A window that goes away takes the focus with it. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_in_destruction (self->input))
    commit (self);
}

static void
on_chosen (MlgTenderQuestion *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));
  const char *value = "";

  if (self->filling || i == GTK_INVALID_LIST_POSITION)
    return;
  if (self->field->type == MLG_TEMPLATE_YES_NO)
    value = i == 1 ? "true" : i == 2 ? "false" : "";
  else if (i > 0)
    value = ((MlgTemplateChoice *) self->field->choices->pdata[i - 1])->value;
  if (g_strcmp0 (value, self->shown) != 0)
    tell (self, answered_signal, value);
}

static void
watch_focus (MlgTenderQuestion *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->input, focus);
}

static GtkWidget *
make_entry (MlgTenderQuestion *self)
{
  self->input = gtk_entry_new ();
  g_signal_connect_object (self->input, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  watch_focus (self);
  return self->input;
}

static GtkWidget *
make_text (MlgTenderQuestion *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_widget_add_css_class (self->input, "field-text");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->input);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 72);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  watch_focus (self);
  return scrolled;
}

static GtkWidget *
make_choice (MlgTenderQuestion *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Not answered"));
  if (self->field->type == MLG_TEMPLATE_YES_NO)
    {
      gtk_string_list_append (titles, _ ("Yes"));
      gtk_string_list_append (titles, _ ("No"));
    }
  else
    for (guint i = 0; i < self->field->choices->len; i++)
      gtk_string_list_append (titles,
                              ((MlgTemplateChoice *) self->field->choices->pdata[i])->label);
  self->input = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (titles)), NULL);
  mlg_choice_labels_fit (GTK_DROP_DOWN (self->input));
  g_signal_connect_object (self->input, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  return self->input;
}

static void
on_rows_changed (MlgTenderQuestion *self)
{
  g_autofree char *text = mlg_rows_editor_dup_text (MLG_ROWS_EDITOR (self->input));

  if (g_strcmp0 (text, self->shown) != 0)
    tell (self, answered_signal, text);
}

static GtkWidget *
make_rows (MlgTenderQuestion *self)
{
  self->input = mlg_rows_editor_new (self->field);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  return self->input;
}

static GtkWidget *
make_input (MlgTenderQuestion *self)
{
  switch (self->field->type)
    {
    case MLG_TEMPLATE_LONG_TEXT:
      return make_text (self);
    case MLG_TEMPLATE_CHOICE:
    case MLG_TEMPLATE_YES_NO:
      return make_choice (self);
    case MLG_TEMPLATE_ROWS:
      return make_rows (self);
    case MLG_TEMPLATE_TEXT:
    case MLG_TEMPLATE_DATE:
    case MLG_TEMPLATE_TIME:
    case MLG_TEMPLATE_DURATION:
    case MLG_TEMPLATE_AMOUNT:
    case MLG_TEMPLATE_PERCENTAGE:
    case MLG_TEMPLATE_NUMBER:
    case MLG_TEMPLATE_BODY:
    case MLG_TEMPLATE_PERSON:
    default:
      return make_entry (self);
    }
}

static void
show_choice (MlgTenderQuestion *self)
{
  guint selected = 0;

  if (self->field->type == MLG_TEMPLATE_YES_NO)
    selected = g_str_equal (self->shown, "true") ? 1 : g_str_equal (self->shown, "false") ? 2 : 0;
  else
    for (guint i = 0; i < self->field->choices->len; i++)
      if (g_str_equal (((MlgTemplateChoice *) self->field->choices->pdata[i])->value, self->shown))
        selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), selected);
}

static void
show_text (MlgTenderQuestion *self)
{
  g_autofree char *printed = is_long (self)
                                 ? g_strdup (self->shown)
                                 : mlg_template_field_print_plain (self->field, self->shown);

  if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), printed);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), printed, -1);
}

static void
show_answer (MlgTenderQuestion *self)
{
  self->filling = TRUE;
  if (GTK_IS_DROP_DOWN (self->input))
    show_choice (self);
  else if (MLG_IS_ROWS_EDITOR (self->input))
    mlg_rows_editor_set_text (MLG_ROWS_EDITOR (self->input), self->shown);
  else
    show_text (self);
  self->filling = FALSE;
}

static void
mlg_tender_question_finalize (GObject *object)
{
  MlgTenderQuestion *self = MLG_TENDER_QUESTION (object);

  g_free (self->shown);
  g_clear_object (&self->template);
  G_OBJECT_CLASS (mlg_tender_question_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, MLG_TYPE_TENDER_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mlg_tender_question_class_init (MlgTenderQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_tender_question_finalize;
  g_type_ensure (MLG_TYPE_QUESTION_PURPOSE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-tender-question.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, title);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, help);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, slot);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, message);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, gap);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, needless);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderQuestion, purpose);

  /**
   * MlgTenderQuestion::typed:
   * @name: of the question
   * @text: what is written so far
   */
  typed_signal = add_signal ("typed");

  /**
   * MlgTenderQuestion::answered:
   * @name: of the question
   * @text: what was answered; "" takes the answer away
   */
  answered_signal = add_signal ("answered");

  /**
   * MlgTenderQuestion::finished:
   *
   * Somebody has pressed Enter on what can be an answer.
   */
  finished_signal = g_signal_new ("finished", MLG_TYPE_TENDER_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mlg_tender_question_init (MlgTenderQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_tender_question_new:
 * @template: (transfer none): the text of a draft
 * @field: (transfer none): one of its questions
 *
 * Returns: (transfer floating): a row without an answer yet
 */
GtkWidget *
mlg_tender_question_new (MlgTemplate *template, const MlgTemplateField *field)
{
  MlgTenderQuestion *self = g_object_new (MLG_TYPE_TENDER_QUESTION, NULL);

  self->template = g_object_ref (template);
  self->field = field;
  self->shown = g_strdup ("");
  gtk_label_set_text (self->title, field->label);
  gtk_label_set_text (self->help, field->help != NULL ? field->help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), field->help != NULL);
  gtk_box_append (self->slot, make_input (self));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (GTK_WIDGET (self->slot)), TRUE);
  /* The title names what it is the mnemonic of; a list of rows has no such input. */
  if (MLG_IS_ROWS_EDITOR (self->input))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    field->label, -1);
  else
    gtk_label_set_mnemonic_widget (self->title, self->input);
  return GTK_WIDGET (self);
}

/**
 * mlg_tender_question_get_title:
 *
 * Returns: (transfer none): what is asked
 */
const char *
mlg_tender_question_get_title (MlgTenderQuestion *self)
{
  return self->field->label;
}

/**
 * mlg_tender_question_is_missing:
 *
 * Returns: whether it must be answered and is not
 */
gboolean
mlg_tender_question_is_missing (MlgTenderQuestion *self)
{
  return self->missing;
}

/**
 * mlg_tender_question_applies:
 *
 * Returns: whether something in the text needs it, with the other answers
 */
gboolean
mlg_tender_question_applies (MlgTenderQuestion *self)
{
  return self->applies;
}

/**
 * mlg_tender_question_is_filled:
 *
 * Returns: whether it has an answer, or a default that stands for it
 */
gboolean
mlg_tender_question_is_filled (MlgTenderQuestion *self)
{
  return self->filled;
}

/**
 * mlg_tender_question_set_guided:
 * @guided: whether it is asked alone, and says what its answer is for
 */
void
mlg_tender_question_set_guided (MlgTenderQuestion *self, gboolean guided)
{
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), guided);
}

static void
show_question (MlgTenderQuestion *self, const MlgDraftQuestion *question)
{
  self->applies = question->applies;
  self->filled = question->filled;
  self->missing = self->field->required && !question->filled && question->applies;
  gtk_widget_set_visible (self->gap, self->missing);
  gtk_widget_set_visible (self->needless, !question->applies);
  mlg_question_purpose_set_question (self->purpose, question);
}

/**
 * mlg_tender_question_set_answers:
 * @answers: (transfer none): of the draft
 * @question: (transfer none): what is known of this question with these answers
 *
 * Shows the answer to this question; what somebody is writing in it stays.
 */
void
mlg_tender_question_set_answers (MlgTenderQuestion *self,
                                 MlgAnswers *answers,
                                 const MlgDraftQuestion *question)
{
  gboolean rows = self->field->type == MLG_TEMPLATE_ROWS;
  g_autofree char *answer = rows ? mlg_answers_dup_rows (answers, self->field->name)
                                 : mlg_answers_get (answers, self->field->name);

  show_question (self, question);
  if (answer == NULL)
    answer = g_strdup ("");
  if (g_str_equal (answer, self->shown))
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&answer);
  show_answer (self);
}

/**
 * mlg_tender_question_focus:
 *
 * Puts the cursor where one answers.
 */
void
mlg_tender_question_focus (MlgTenderQuestion *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
