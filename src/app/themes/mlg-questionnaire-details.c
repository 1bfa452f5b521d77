/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-details.h"

#include <glib/gi18n-lib.h>

#include "mlg-answer-entry.h"
#include "mlg-question-editor.h"
#include "mlg-tally-view.h"
#include "mlg-theme-columns.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-record.h"

/* One questionnaire: what it asks, the answers, and what they come to, in three tabs. Each is made when
 * somebody first looks at it, and is then told of every other questionnaire that is chosen. */
struct _MlgQuestionnaireDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) what the heading follows */

  GtkLabel *name_label;
  GtkLabel *state_label;
  AdwViewStack *tabs;
  MlgLazyBin *questions; /* of MlgQuestionEditor */
  MlgLazyBin *answers;   /* of MlgAnswerEntry */
  MlgLazyBin *results;   /* of MlgTallyView */
};

G_DEFINE_FINAL_TYPE (MlgQuestionnaireDetails, mlg_questionnaire_details, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
show_heading (MlgQuestionnaireDetails *self)
{
  g_autofree char *line = mlg_questionnaire_text_line (self->followed);
  const char *title = mlg_record_get_text (self->followed, MLG_QUESTIONNAIRE_TITLE);

  gtk_label_set_text (self->name_label, title != NULL ? title : "");
  gtk_label_set_text (self->state_label, line);
  g_signal_emit (self, changed_signal, 0);
}

static void
tell_tabs (MlgQuestionnaireDetails *self)
{
  GtkWidget *questions = mlg_lazy_bin_peek (self->questions);
  GtkWidget *answers = mlg_lazy_bin_peek (self->answers);
  GtkWidget *results = mlg_lazy_bin_peek (self->results);

  if (questions != NULL)
    mlg_question_editor_set_questionnaire (MLG_QUESTION_EDITOR (questions), self->followed);
  if (answers != NULL)
    mlg_answer_entry_set_questionnaire (MLG_ANSWER_ENTRY (answers), self->followed);
  if (results != NULL)
    mlg_tally_view_set_questionnaire (MLG_TALLY_VIEW (results), self->followed);
}

static void
on_other_record (MlgQuestionnaireDetails *self)
{
  MlgRecord *questionnaire = mlg_live_record_get (self->live);

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_set_object (&self->followed, questionnaire);
  tell_tabs (self);
  if (questionnaire == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  g_signal_connect_object (questionnaire, "notify", G_CALLBACK (show_heading), self,
                           G_CONNECT_SWAPPED);
  show_heading (self);
}

static void
prepare_questions (MlgQuestionnaireDetails *self, GtkWidget *tab)
{
  mlg_question_editor_set_store (MLG_QUESTION_EDITOR (tab), self->store);
  mlg_question_editor_set_questionnaire (MLG_QUESTION_EDITOR (tab), self->followed);
}

static void
prepare_answers (MlgQuestionnaireDetails *self, GtkWidget *tab)
{
  mlg_answer_entry_set_store (MLG_ANSWER_ENTRY (tab), self->store);
  mlg_answer_entry_set_questionnaire (MLG_ANSWER_ENTRY (tab), self->followed);
}

static void
prepare_results (MlgQuestionnaireDetails *self, GtkWidget *tab)
{
  mlg_tally_view_set_store (MLG_TALLY_VIEW (tab), self->store);
  mlg_tally_view_set_questionnaire (MLG_TALLY_VIEW (tab), self->followed);
}

static void
mlg_questionnaire_details_dispose (GObject *object)
{
  MlgQuestionnaireDetails *self = MLG_QUESTIONNAIRE_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_questionnaire_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_QUESTION_EDITOR);
  g_type_ensure (MLG_TYPE_ANSWER_ENTRY);
  g_type_ensure (MLG_TYPE_TALLY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-questionnaire-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, state_label);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, tabs);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, questions);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, answers);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionnaireDetails, results);
  gtk_widget_class_bind_template_callback (widget_class, prepare_questions);
  gtk_widget_class_bind_template_callback (widget_class, prepare_answers);
  gtk_widget_class_bind_template_callback (widget_class, prepare_results);
}

static void
mlg_questionnaire_details_class_init (MlgQuestionnaireDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_questionnaire_details_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);

  /**
   * MlgQuestionnaireDetails::changed:
   *
   * It is another questionnaire, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_QUESTIONNAIRE_DETAILS, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_questionnaire_details_init (MlgQuestionnaireDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_questionnaire_details_set_store:
 * @store: (transfer none): where the questionnaires are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_questionnaire_details_set_store (MlgQuestionnaireDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_QUESTIONNAIRE_DETAILS (self));

  self->store = store;
  self->live = mlg_live_record_new (store, &mlg_questionnaire_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_questionnaire_details_set_id:
 * @id: a questionnaire; 0 for none
 */
void
mlg_questionnaire_details_set_id (MlgQuestionnaireDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_QUESTIONNAIRE_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_questionnaire_details_get_questionnaire:
 *
 * Returns: (transfer none) (nullable): the questionnaire that is shown
 */
MlgRecord *
mlg_questionnaire_details_get_questionnaire (MlgQuestionnaireDetails *self)
{
  g_return_val_if_fail (MLG_IS_QUESTIONNAIRE_DETAILS (self), NULL);
  return self->followed;
}

/**
 * mlg_questionnaire_details_get_tabs:
 *
 * Returns: (transfer none): the tabs "questions", "answers" and "results", for a switcher
 */
AdwViewStack *
mlg_questionnaire_details_get_tabs (MlgQuestionnaireDetails *self)
{
  g_return_val_if_fail (MLG_IS_QUESTIONNAIRE_DETAILS (self), NULL);
  return self->tabs;
}
