/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"
#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUESTION_ROW (mlg_question_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionRow, mlg_question_row, MLG, QUESTION_ROW, AdwExpanderRow)

GtkWidget *mlg_question_row_new (MlgStore *store);
void mlg_question_row_show (MlgQuestionRow *self, const MlgForm *form, guint index);
gint64 mlg_question_row_get_id (MlgQuestionRow *self);

G_END_DECLS
