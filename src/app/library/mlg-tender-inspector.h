/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-reading.h"
#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_TENDER_INSPECTOR (mlg_tender_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MlgTenderInspector, mlg_tender_inspector, MLG, TENDER_INSPECTOR, GtkWidget)

void mlg_tender_inspector_set_store (MlgTenderInspector *self, MlgStore *store);
void mlg_tender_inspector_show (MlgTenderInspector *self,
                                const MlgKind *kind,
                                gint64 id,
                                GPtrArray *reading,
                                const MlgReadingItem *item);
void mlg_tender_inspector_show_checks (MlgTenderInspector *self, GPtrArray *results);

G_END_DECLS
