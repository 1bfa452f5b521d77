/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-changes.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_erase (MlgConnection *db,
                    const MlgKind *kind,
                    gint64 id,
                    const char *reason,
                    MlgIssueList *left,
                    MlgChanges **changes,
                    GError **error);
gboolean mlg_erasure_foresee (
    MlgConnection *db, const MlgKind *kind, gint64 id, MlgChanges *erased, GError **error);
gboolean mlg_erasure_is_pending (MlgConnection *db, gboolean *pending, GError **error);
gboolean mlg_erasure_finish (MlgConnection *db, MlgIssueList *left, GError **error);

G_END_DECLS
