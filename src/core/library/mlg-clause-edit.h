/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* The way to write clauses, inside an action: older wordings are kept, and the templates that follow the
 * clause grow with it. */

gboolean mlg_clause_store (MlgConnection *db, MlgRecord *clause, GError **error);
gboolean mlg_clause_remove (MlgConnection *db, gint64 clause, GError **error);
gboolean mlg_clause_keep_wording (MlgConnection *db, MlgRecord *clause, GError **error);
gboolean
mlg_clause_update (MlgConnection *db, MlgRecord *clause, MlgRecord *before, GError **error);
gboolean mlg_clause_insert (MlgConnection *db, MlgRecord *clause, GError **error);
gboolean
mlg_clause_link (MlgConnection *db, gint64 clause, gint64 other, gboolean linked, GError **error);

G_END_DECLS
