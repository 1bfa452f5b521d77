/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

GPtrArray *mlg_meeting_parts_load (
    MlgConnection *db, const MlgKind *kind, guint owner, gint64 id, guint sort, GError **error);

G_END_DECLS
