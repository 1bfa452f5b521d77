/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_LIVE_RECORD (mlg_live_record_get_type ())
G_DECLARE_FINAL_TYPE (MlgLiveRecord, mlg_live_record, MLG, LIVE_RECORD, GObject)

MlgLiveRecord *mlg_live_record_new (MlgStore *store, const MlgKind *kind);
void mlg_live_record_set_id (MlgLiveRecord *self, gint64 id);
gint64 mlg_live_record_get_id (MlgLiveRecord *self);
MlgRecord *mlg_live_record_get (MlgLiveRecord *self);

G_END_DECLS
