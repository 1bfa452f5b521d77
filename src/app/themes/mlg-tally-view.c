/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-questionnaire-save.h"
#include "mlg-tally-parts.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-hand-count.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-live-read.h"

/* The results of a questionnaire: which question is counted and how is chosen above; what it comes to,
 * below, follows the answers as they come in. */
struct _MlgTallyView
{
  GtkWidget parent_instance;
  MlgLiveRead *reading;     /* (owned) (nullable) of MlgTallyReading */
  MlgRecord *questionnaire; /* (owned) (nullable) */
  GArray *questions;        /* (owned) (element-type gint64) those that can be counted */
  gboolean showing;         /* the program chooses, not the person */

  GtkStack *stack;
  GtkLabel *error_label;
  AdwComboRow *question_row;
  AdwComboRow *unranked_row;
  AdwComboRow *weights_row;
  GtkBox *results;
};

G_DEFINE_FINAL_TYPE (MlgTallyView, mlg_tally_view, GTK_TYPE_WIDGET)

static gpointer
read_tally (MlgConnection *db, gpointer wish, GError **error)
{
  return mlg_tally_reading_new (db, wish, error);
}

static const char *
get_code (AdwComboRow *row)
{
  MlgCodeItem *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? mlg_code_item_get_code (item) : NULL;
}

static gint64
get_question (MlgTallyView *self)
{
  guint selected = adw_combo_row_get_selected (self->question_row);

  return selected < self->questions->len ? g_array_index (self->questions, gint64, selected) : 0;
}

static MlgUnranked
get_unranked (MlgTallyView *self)
{
  return g_strcmp0 (get_code (self->unranked_row), "silent") == 0 ? MLG_UNRANKED_SILENT
                                                                  : MLG_UNRANKED_LAST;
}

static void
ask (MlgTallyView *self)
{
  MlgTallyWish wish = { .questionnaire = mlg_record_get_id (self->questionnaire),
                        .question = get_question (self),
                        .weights = (char *) get_code (self->weights_row),
                        .chosen = TRUE,
                        .unranked = get_unranked (self) };

  mlg_live_read_ask (self->reading, &wish, (GBoxedCopyFunc) mlg_tally_wish_copy,
                     (GDestroyNotify) mlg_tally_wish_free);
}

static void
on_selected (MlgTallyView *self)
{
  if (!self->showing && self->questionnaire != NULL)
    ask (self);
}

static void
show_questions (MlgTallyView *self, const MlgTallyReading *reading)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->questions, 0);
  for (guint i = 0; i < reading->form->questions->len; i++)
    {
      const MlgFormQuestion *question = reading->form->questions->pdata[i];
      gint64 id = mlg_record_get_id (question->question);

      if (!mlg_form_question_is_counted (question))
        continue;
      if (question == reading->question)
        selected = self->questions->len;
      g_array_append_val (self->questions, id);
      gtk_string_list_append (titles, mlg_record_get_text (question->question, MLG_QUESTION_TEXT));
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->question_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->question_row, selected);
  self->showing = FALSE;
}

static void
clear (MlgTallyView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);
}

static void
show_results (MlgTallyView *self, MlgTallyReading *reading)
{
  gtk_box_append (self->results, mlg_tally_make_sentences (reading));
  gtk_box_append (self->results, mlg_tally_make_bars (reading));
  gtk_box_append (self->results, mlg_tally_make_rankings (reading->tally));
  gtk_box_append (self->results, mlg_tally_make_pairs (reading));
  gtk_box_append (self->results, mlg_tally_make_groups (reading));
}

static gboolean
is_counted (const MlgTallyReading *reading)
{
  return reading != NULL && reading->tally != NULL
         && (reading->tally->ballots > 0 || reading->tally->hands > 0);
}

static void
on_read (MlgTallyView *self)
{
  MlgTallyReading *reading = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  clear (self);
  gtk_label_set_text (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tally.save", is_counted (reading));
  gtk_stack_set_visible_child_name (self->stack,
                                    error != NULL || is_counted (reading) ? "results" : "none");
  if (reading != NULL)
    show_questions (self, reading);
  if (is_counted (reading))
    show_results (self, reading);
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTallyView *self = MLG_TALLY_VIEW (widget);

  mlg_questionnaire_save_report (widget, self->questionnaire, get_question (self),
                                 get_code (self->weights_row), get_unranked (self));
}

static void
mlg_tally_view_dispose (GObject *object)
{
  MlgTallyView *self = MLG_TALLY_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  g_clear_object (&self->questionnaire);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->questions, g_array_unref);
  G_OBJECT_CLASS (mlg_tally_view_parent_class)->dispose (object);
}

static void
mlg_tally_view_class_init (MlgTallyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_tally_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-tally-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, stack);
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, error_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, question_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, unranked_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, weights_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTallyView, results);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_install_action (widget_class, "tally.save", NULL, activate_save);
}

static void
fill_codes (AdwComboRow *row, const MlgCodeList *codes)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  adw_combo_row_set_expression (row, title);
  adw_combo_row_set_model (row, model);
}

static void
mlg_tally_view_init (MlgTallyView *self)
{
  self->questions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_codes (self->unranked_row, &mlg_questionnaire_unranked);
  fill_codes (self->weights_row, &mlg_questionnaire_weights);
  self->showing = FALSE;
}

/**
 * mlg_tally_view_set_store:
 * @store: (transfer none): where the answers are
 *
 * To be called once.
 */
void
mlg_tally_view_set_store (MlgTallyView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_questionnaire_kind,
                                          &mlg_question_kind,
                                          &mlg_question_option_kind,
                                          &mlg_answer_kind,
                                          &mlg_answer_line_kind,
                                          &mlg_hand_count_kind,
                                          NULL };

  g_return_if_fail (MLG_IS_TALLY_VIEW (self));

  self->reading =
      mlg_live_read_new (store, kinds, read_tally, (GDestroyNotify) mlg_tally_reading_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

static void
choose_code (AdwComboRow *row, const char *code)
{
  guint position = mlg_code_model_find (adw_combo_row_get_model (row), code);

  if (position != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (row, position);
}

/**
 * mlg_tally_view_set_questionnaire:
 * @questionnaire: (nullable) (transfer none): what is counted, at first as it says itself
 */
void
mlg_tally_view_set_questionnaire (MlgTallyView *self, MlgRecord *questionnaire)
{
  g_return_if_fail (MLG_IS_TALLY_VIEW (self));

  g_set_object (&self->questionnaire, questionnaire);
  g_array_set_size (self->questions, 0);
  if (questionnaire == NULL)
    return;
  self->showing = TRUE;
  choose_code (self->unranked_row, mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_UNRANKED));
  choose_code (self->weights_row, mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_WEIGHTS));
  self->showing = FALSE;
  ask (self);
}
