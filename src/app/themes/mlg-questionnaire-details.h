/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUESTIONNAIRE_DETAILS (mlg_questionnaire_details_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgQuestionnaireDetails, mlg_questionnaire_details, MLG, QUESTIONNAIRE_DETAILS, GtkWidget)

void mlg_questionnaire_details_set_store (MlgQuestionnaireDetails *self, MlgStore *store);
void mlg_questionnaire_details_set_id (MlgQuestionnaireDetails *self, gint64 id);
MlgRecord *mlg_questionnaire_details_get_questionnaire (MlgQuestionnaireDetails *self);
AdwViewStack *mlg_questionnaire_details_get_tabs (MlgQuestionnaireDetails *self);

G_END_DECLS
