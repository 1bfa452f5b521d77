/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_HISTORY (mlg_record_history_get_type ())
G_DECLARE_FINAL_TYPE (MlgRecordHistory, mlg_record_history, MLG, RECORD_HISTORY, GtkWidget)

void mlg_record_history_set_record (MlgRecordHistory *self,
                                    MlgStore *store,
                                    const MlgKind *kind,
                                    gint64 id);

G_END_DECLS
