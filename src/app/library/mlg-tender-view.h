/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-check-work.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_TENDER_VIEW (mlg_tender_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgTenderView, mlg_tender_view, MLG, TENDER_VIEW, GtkWidget)

void mlg_tender_view_set_store (MlgTenderView *self, MlgStore *store);
void mlg_tender_view_set_record (MlgTenderView *self, const MlgKind *kind, gint64 id);
MlgRecord *mlg_tender_view_get_record (MlgTenderView *self);
AdwViewStack *mlg_tender_view_get_tabs (MlgTenderView *self);
MlgCheckWork *mlg_tender_view_dup_check (MlgTenderView *self);

G_END_DECLS
