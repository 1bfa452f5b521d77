/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-draft-question.h"

G_BEGIN_DECLS

#define MLG_TYPE_DRAFT_FORM (mlg_draft_form_get_type ())
G_DECLARE_FINAL_TYPE (MlgDraftForm, mlg_draft_form, MLG, DRAFT_FORM, GtkWidget)

void mlg_draft_form_set_answers (MlgDraftForm *self,
                                 gint64 draft,
                                 MlgAnswers *answers,
                                 GPtrArray *questions);

G_END_DECLS
