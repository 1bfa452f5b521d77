/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-table.h"
#include "themes/mlg-answer-edit.h"

G_BEGIN_DECLS

/** What became of the rows of a table of answers. */
typedef struct
{
  guint read;
  guint added;
  guint replaced;
  guint skipped;
} MlgAnswersResult;

gboolean mlg_import_answers (MlgConnection *db,
                             gint64 questionnaire,
                             MlgTable *table,
                             const char *const *maps,
                             MlgAnswerFlags flags,
                             MlgAnswersResult *result,
                             MlgIssueList *issues,
                             GError **error);
GBytes *
mlg_export_answers (MlgConnection *db, gint64 questionnaire, MlgIssueList *issues, GError **error);

G_END_DECLS
