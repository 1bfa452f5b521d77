/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

gint64 mlg_theme_count_votes (MlgConnection *db, gint64 theme, GError **error);
gint64 mlg_questionnaire_count_answers (MlgConnection *db, gint64 questionnaire, GError **error);

G_END_DECLS
