/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* The text of a template and that of a draft, read and written the same way. */

MlgTemplate *mlg_tender_read (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
gboolean mlg_tender_store (MlgConnection *db,
                           const MlgKind *kind,
                           gint64 id,
                           MlgTemplate *text,
                           const char *note,
                           GError **error);
gboolean mlg_tender_count_shared (
    MlgConnection *db, gint64 template, GHashTable *uris, guint *n, GError **error);

G_END_DECLS
