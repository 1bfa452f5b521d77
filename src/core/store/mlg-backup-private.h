/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-backup.h"

G_BEGIN_DECLS

gboolean mlg_backup_copy (MlgConnection *from,
                          MlgConnection *to,
                          MlgConnection *reporter,
                          const char *doing,
                          GError **error);
gboolean mlg_backup_write_copy (MlgConnection *db,
                                MlgConnection *reporter,
                                const char *path,
                                GError **error);
gboolean
mlg_backup_erase (MlgConnection *db, MlgIssueList *left, gboolean *cleaned, GError **error);
void mlg_backup_remove_partial (const char *network_path, gint64 age);

G_END_DECLS
