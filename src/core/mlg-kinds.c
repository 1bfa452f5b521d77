/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-kinds.h"

#include "library/mlg-clause.h"
#include "library/mlg-clause-trait.h"
#include "library/mlg-linked-clause.h"
#include "library/mlg-older-clause.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-cpv.h"
#include "library/mlg-draft.h"
#include "library/mlg-piece.h"
#include "library/mlg-sheet.h"
#include "library/mlg-sheet-clause.h"
#include "library/mlg-template-trait.h"
#include "library/mlg-threshold.h"
#include "library/mlg-template-record.h"
#include "library/mlg-older-template.h"
#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-document-content.h"
#include "meetings/mlg-hearing-answer.h"
#include "meetings/mlg-hearing-question.h"
#include "meetings/mlg-hearing.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-item-lapse.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting-example.h"
#include "meetings/mlg-series.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-minutes-version.h"
#include "meetings/mlg-outcome.h"
#include "meetings/mlg-training-topic.h"
#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-distinction.h"
#include "members/mlg-field-audience.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "network/mlg-network.h"
#include "network/mlg-objective.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-hand-count.h"
#include "themes/mlg-participation.h"
#include "themes/mlg-question.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-questionnaire-section.h"
#include "themes/mlg-theme.h"
#include "themes/mlg-theme-interest.h"
#include "themes/mlg-theme-step.h"

const MlgKind *const mlg_kinds[] = {
  &mlg_network_kind,
  &mlg_objective_kind,
  &mlg_body_kind,
  &mlg_person_kind,
  &mlg_function_kind,
  &mlg_group_kind,
  &mlg_group_member_kind,
  &mlg_custom_field_kind,
  &mlg_custom_value_kind,
  &mlg_field_audience_kind,
  &mlg_distinction_kind,
  &mlg_series_kind,
  &mlg_meeting_kind,
  &mlg_agenda_item_kind,
  &mlg_meeting_document_kind,
  &mlg_meeting_example_kind,
  &mlg_document_content_kind,
  &mlg_invitation_kind,
  &mlg_item_lapse_kind,
  &mlg_outcome_kind,
  &mlg_hearing_question_kind,
  &mlg_hearing_kind,
  &mlg_hearing_answer_kind,
  &mlg_training_topic_kind,
  &mlg_minutes_version_kind,
  &mlg_cpv_kind,
  &mlg_clause_kind,
  &mlg_clause_trait_kind,
  &mlg_linked_clause_kind,
  &mlg_older_clause_kind,
  &mlg_template_record_kind,
  &mlg_template_trait_kind,
  &mlg_piece_kind,
  &mlg_clause_use_kind,
  &mlg_older_template_kind,
  &mlg_draft_kind,
  &mlg_sheet_kind,
  &mlg_sheet_clause_kind,
  &mlg_threshold_kind,
  &mlg_theme_kind,
  &mlg_theme_step_kind,
  &mlg_theme_interest_kind,
  &mlg_questionnaire_kind,
  &mlg_questionnaire_section_kind,
  &mlg_question_kind,
  &mlg_question_option_kind,
  &mlg_answer_kind,
  &mlg_answer_line_kind,
  &mlg_participation_kind,
  &mlg_hand_count_kind,
  NULL,
};
