/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-draft.h"
#include "store/mlg-record-sql.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

/* Drafts: a template as it was, and the answers to its questions. What writes is for inside an action. */

gint64 mlg_draft_new (MlgConnection *db, gint64 template, const char *title, GError **error);
gboolean mlg_draft_store (MlgConnection *db, MlgRecord *draft, GError **error);

MlgAnswers *mlg_draft_read (MlgConnection *db, gint64 draft, MlgIssueList *issues, GError **error);
gboolean
mlg_draft_write_answers (MlgConnection *db, gint64 draft, MlgAnswers *answers, GError **error);
gboolean mlg_draft_answer (
    MlgConnection *db, gint64 draft, const char *field, const char *text, GError **error);
gboolean mlg_draft_write_text (MlgConnection *db, gint64 draft, MlgTemplate *text, GError **error);

gboolean mlg_draft_find_newer (MlgConnection *db, gint64 draft, guint *revision, GError **error);
GPtrArray *mlg_draft_compare (MlgConnection *db, gint64 draft, GError **error);
gboolean mlg_draft_take_newer (
    MlgConnection *db, gint64 draft, const char *const *kept, MlgIssueList *issues, GError **error);

G_END_DECLS
