/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-query.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What is put away: it stays in the file and where it is used, and lists leave it out until one asks. */

gboolean mlg_archived_has_kind (const MlgKind *kind);
gboolean mlg_archived_is (MlgRecord *record);
MlgQuery *mlg_archived_narrow (MlgQuery *query, gboolean archived);
gint64 mlg_archived_count (MlgConnection *db, const MlgKind *kind, GError **error);
gboolean mlg_archived_set (
    MlgConnection *db, const MlgKind *kind, gint64 id, gboolean archived, GError **error);

G_END_DECLS
