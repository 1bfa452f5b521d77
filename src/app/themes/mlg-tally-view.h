/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_TALLY_VIEW (mlg_tally_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgTallyView, mlg_tally_view, MLG, TALLY_VIEW, GtkWidget)

void mlg_tally_view_set_store (MlgTallyView *self, MlgStore *store);
void mlg_tally_view_set_questionnaire (MlgTallyView *self, MlgRecord *questionnaire);

G_END_DECLS
