/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"
#include "mlg-record.h"

G_BEGIN_DECLS

MlgRecord *mlg_record_load (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
GPtrArray *mlg_record_load_where (MlgConnection *db,
                                  const MlgKind *kind,
                                  GError **error,
                                  const char *tail,
                                  const char *types,
                                  ...);
gboolean mlg_record_insert (MlgConnection *db, MlgRecord *record, GError **error);
gboolean
mlg_record_insert_all (MlgConnection *db, MlgRecord *const *records, guint n, GError **error);
gboolean mlg_record_update (MlgConnection *db, MlgRecord *record, GError **error);
gboolean mlg_record_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
char *mlg_record_load_name (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

G_END_DECLS
