/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-history-item.h"

G_BEGIN_DECLS

#define MLG_TYPE_HISTORY_ROW (mlg_history_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgHistoryRow, mlg_history_row, MLG, HISTORY_ROW, AdwExpanderRow)

GtkWidget *mlg_history_row_new (MlgHistoryItem *item);
MlgHistoryItem *mlg_history_row_get_item (MlgHistoryRow *self);

G_END_DECLS
