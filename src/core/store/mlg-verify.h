/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_verify (MlgConnection *db, MlgIssueList *problems, GError **error);
gboolean mlg_verify_history_size (MlgConnection *db, gboolean *right, GError **error);
gboolean mlg_verify_repair (MlgConnection *db, MlgIssueList *mended, GError **error);

G_END_DECLS
