/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-questionnaire-form.h"
#include "mlg-tally-groups.h"

G_BEGIN_DECLS

gboolean mlg_form_question_is_counted (const MlgFormQuestion *question);
MlgFormQuestion *mlg_form_find_counted (const MlgForm *form);
MlgBallots *mlg_ballots_load (MlgConnection *db,
                              const MlgForm *form,
                              const MlgFormQuestion *question,
                              const char *weights,
                              MlgIssueList *issues,
                              GError **error);
MlgUnranked mlg_form_get_unranked (const MlgForm *form);

G_END_DECLS
