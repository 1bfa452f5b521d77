/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-issue.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

char *mlg_template_folder_choose_name (const char *title, GHashTable *taken);
GPtrArray *mlg_template_folder_write (
    MlgConnection *db, GArray *ids, const char *folder, MlgIssueList *issues, GError **error);

G_END_DECLS
