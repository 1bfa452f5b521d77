/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "mlg-import-answers.h"

G_BEGIN_DECLS

gboolean mlg_import_answer_form (MlgConnection *db,
                                 gint64 questionnaire,
                                 GBytes *bytes,
                                 const char *name,
                                 MlgAnswerFlags flags,
                                 MlgAnswersResult *result,
                                 MlgIssueList *issues,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
