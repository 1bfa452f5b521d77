/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUESTION_EDITOR (mlg_question_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionEditor, mlg_question_editor, MLG, QUESTION_EDITOR, GtkWidget)

void mlg_question_editor_set_store (MlgQuestionEditor *self, MlgStore *store);
void mlg_question_editor_set_questionnaire (MlgQuestionEditor *self, MlgRecord *questionnaire);

G_END_DECLS
