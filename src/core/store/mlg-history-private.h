/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changeset.h"
#include "mlg-history.h"

G_BEGIN_DECLS

gboolean
mlg_history_add (MlgConnection *db, const char *name, MlgChangeset *changeset, GError **error);
MlgChangeset *mlg_history_load_changeset (MlgConnection *db, gint64 action, GError **error);

G_END_DECLS
