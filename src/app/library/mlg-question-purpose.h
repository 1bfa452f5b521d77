/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-draft-question.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUESTION_PURPOSE (mlg_question_purpose_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionPurpose, mlg_question_purpose, MLG, QUESTION_PURPOSE, GtkBox)

void mlg_question_purpose_set_question (MlgQuestionPurpose *self, const MlgDraftQuestion *question);

G_END_DECLS
