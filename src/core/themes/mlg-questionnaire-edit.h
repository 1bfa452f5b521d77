/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What one does to questionnaires, inside an action. Single records are written by mlg_theme_store().
 * A questionnaire is written as a draft, answered while it is open, and counted at any time. */

gboolean mlg_questionnaire_set_state (MlgConnection *db,
                                      gint64 questionnaire,
                                      const char *state,
                                      GError **error);
gint64
mlg_questionnaire_copy (MlgConnection *db, gint64 questionnaire, const char *title, GError **error);
gint64 mlg_questionnaire_add_question (
    MlgConnection *db, gint64 questionnaire, const char *type, const char *text, GError **error);
gboolean mlg_question_paste_options (
    MlgConnection *db, gint64 question, const char *list, guint *n_added, GError **error);
gboolean mlg_question_add_theme_options (
    MlgConnection *db, gint64 question, const gint64 *themes, guint n_themes, GError **error);
gboolean mlg_question_move (MlgConnection *db, gint64 question, guint position, GError **error);
gboolean mlg_question_type_has_options (const char *type);

gboolean
mlg_questionnaire_prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error);
gboolean mlg_questionnaire_check_removal (MlgConnection *db, MlgRecord *record, GError **error);

G_END_DECLS
