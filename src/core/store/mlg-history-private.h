/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changeset.h"
#include "mlg-history.h"

G_BEGIN_DECLS

gboolean
mlg_history_add (MlgConnection *db, const char *name, MlgChangeset *changeset, GError **error);
MlgChangeset *mlg_history_load_changeset (MlgConnection *db, gint64 action, GError **error);

gboolean mlg_history_recount (MlgConnection *db, GError **error);
gboolean mlg_history_get_size (MlgConnection *db, gint64 *size, GError **error);
gboolean mlg_history_resize (MlgConnection *db, gint64 difference, GError **error);

gboolean mlg_history_find_erased (
    MlgConnection *db, const MlgKind *kind, gint64 id, MlgChanges *erased, GError **error);
gboolean mlg_history_erase (MlgConnection *db,
                            const MlgKind *kind,
                            gint64 id,
                            MlgChanges *erased,
                            gboolean *found,
                            GError **error);

G_END_DECLS
