/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"
#include "mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgRecordKey:
 *
 * Which record: no two of a kind have the same id.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} MlgRecordKey;

GArray *mlg_record_list_parts (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
gboolean mlg_record_delete_parts (MlgConnection *db, GArray *parts, GError **error);
gboolean mlg_record_check_tree (MlgConnection *db, MlgRecord *record, GError **error);

G_END_DECLS
