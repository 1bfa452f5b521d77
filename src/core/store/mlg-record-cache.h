/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changes.h"
#include "mlg-record.h"

G_BEGIN_DECLS

typedef struct _MlgRecordCache MlgRecordCache;

MlgRecordCache *mlg_record_cache_new (const MlgKind *kind);
void mlg_record_cache_free (MlgRecordCache *self);
MlgRecord *mlg_record_cache_find (MlgRecordCache *self, gint64 id);
MlgRecord *mlg_record_cache_make (MlgRecordCache *self, gint64 id);
void mlg_record_cache_list_touched (MlgRecordCache *self, MlgChanges *changes, GArray *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgRecordCache, mlg_record_cache_free)

G_END_DECLS
