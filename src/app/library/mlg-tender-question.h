/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-draft-question.h"

G_BEGIN_DECLS

#define MLG_TYPE_TENDER_QUESTION (mlg_tender_question_get_type ())
G_DECLARE_FINAL_TYPE (MlgTenderQuestion, mlg_tender_question, MLG, TENDER_QUESTION, GtkListBoxRow)

GtkWidget *mlg_tender_question_new (MlgTemplate *template, const MlgTemplateField *field);
const char *mlg_tender_question_get_title (MlgTenderQuestion *self);
gboolean mlg_tender_question_is_missing (MlgTenderQuestion *self);
gboolean mlg_tender_question_applies (MlgTenderQuestion *self);
gboolean mlg_tender_question_is_filled (MlgTenderQuestion *self);
void mlg_tender_question_set_guided (MlgTenderQuestion *self, gboolean guided);
void mlg_tender_question_set_answers (MlgTenderQuestion *self,
                                      MlgAnswers *answers,
                                      const MlgDraftQuestion *question);
void mlg_tender_question_focus (MlgTenderQuestion *self);

G_END_DECLS
