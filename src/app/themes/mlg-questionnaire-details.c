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

/* One questionnaire: what it asks, the answers, and what they come to, in three tabs. Each is made when
 * somebody first looks at it, and is then told of every other questionnaire that is chosen. */
struct _MlgQuestionnaireDetails
{
  MlgRecordDetails parent_instance;

  GtkLabel *state_label;
  AdwViewStack *tabs;
  MlgLazyBin *questions; /* of MlgQuestionEditor */
  MlgLazyBin *answers;   /* of MlgAnswerEntry */
  MlgLazyBin *results;   /* of MlgTallyView */
};

G_DEFINE_FINAL_TYPE (MlgQuestionnaireDetails, mlg_questionnaire_details, MLG_TYPE_RECORD_DETAILS)

static void
prepare_questions (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_question_editor_set_store (MLG_QUESTION_EDITOR (tab), mlg_record_details_get_store (details));
  mlg_question_editor_set_questionnaire (MLG_QUESTION_EDITOR (tab),
                                         mlg_record_details_get_record (details));
}

static void
prepare_answers (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_answer_entry_set_store (MLG_ANSWER_ENTRY (tab), mlg_record_details_get_store (details));
  mlg_answer_entry_set_questionnaire (MLG_ANSWER_ENTRY (tab),
                                      mlg_record_details_get_record (details));
}

static void
prepare_results (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_tally_view_set_store (MLG_TALLY_VIEW (tab), mlg_record_details_get_store (details));
  mlg_tally_view_set_questionnaire (MLG_TALLY_VIEW (tab), mlg_record_details_get_record (details));
}

static void
mlg_questionnaire_details_choose (MlgRecordDetails *details, MlgRecord *questionnaire)
{
  MlgQuestionnaireDetails *self = MLG_QUESTIONNAIRE_DETAILS (details);
  GtkWidget *questions = mlg_lazy_bin_peek (self->questions);
  GtkWidget *answers = mlg_lazy_bin_peek (self->answers);
  GtkWidget *results = mlg_lazy_bin_peek (self->results);

  if (questions != NULL)
    mlg_question_editor_set_questionnaire (MLG_QUESTION_EDITOR (questions), questionnaire);
  if (answers != NULL)
    mlg_answer_entry_set_questionnaire (MLG_ANSWER_ENTRY (answers), questionnaire);
  if (results != NULL)
    mlg_tally_view_set_questionnaire (MLG_TALLY_VIEW (results), questionnaire);
}

static void
mlg_questionnaire_details_describe (MlgRecordDetails *details, MlgRecord *questionnaire)
{
  g_autofree char *line =
      questionnaire != NULL ? mlg_questionnaire_text_line (questionnaire) : NULL;

  if (line != NULL)
    gtk_label_set_text (MLG_QUESTIONNAIRE_DETAILS (details)->state_label, line);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_QUESTION_EDITOR);
  g_type_ensure (MLG_TYPE_ANSWER_ENTRY);
  g_type_ensure (MLG_TYPE_TALLY_VIEW);
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
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->choose = mlg_questionnaire_details_choose;
  details_class->describe = mlg_questionnaire_details_describe;
  mlg_record_details_class_set_up (details_class, &mlg_questionnaire_kind,
                                   "/org/maillage/themes/mlg-questionnaire-details.ui");
  bind_template (widget_class);
}

static void
mlg_questionnaire_details_init (MlgQuestionnaireDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
