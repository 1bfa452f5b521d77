/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-answers.h"

G_BEGIN_DECLS

MlgAnswers *mlg_draft_carry_answers (MlgAnswers *answers,
                                     MlgTemplate *to,
                                     MlgIssueList *issues,
                                     GError **error);

G_END_DECLS
