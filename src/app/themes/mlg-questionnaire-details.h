/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUESTIONNAIRE_DETAILS (mlg_questionnaire_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionnaireDetails,
                      mlg_questionnaire_details,
                      MLG,
                      QUESTIONNAIRE_DETAILS,
                      MlgRecordDetails)

AdwViewStack *mlg_questionnaire_details_get_tabs (MlgQuestionnaireDetails *self);

G_END_DECLS
