/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-query.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_LIVE_READ (mlg_live_read_get_type ())
G_DECLARE_FINAL_TYPE (MlgLiveRead, mlg_live_read, MLG, LIVE_READ, GObject)

MlgLiveRead *mlg_live_read_new (MlgStore *store,
                                const MlgKind *const *kinds,
                                MlgReadFunc func,
                                GDestroyNotify free_result);
void mlg_live_read_ask (MlgLiveRead *self,
                        gpointer input,
                        GBoxedCopyFunc copy_input,
                        GDestroyNotify free_input);
void mlg_live_read_ask_id (MlgLiveRead *self, gint64 id);
void mlg_live_read_ask_query (MlgLiveRead *self, MlgQuery *query);
gpointer mlg_live_read_get_result (MlgLiveRead *self);
const GError *mlg_live_read_get_error (MlgLiveRead *self);
gboolean mlg_live_read_is_loading (MlgLiveRead *self);

G_END_DECLS
