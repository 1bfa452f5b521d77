/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-agenda-reading.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_AGENDA_ITEM_ROW (mlg_agenda_item_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgAgendaItemRow, mlg_agenda_item_row, MLG, AGENDA_ITEM_ROW, AdwExpanderRow)

GtkWidget *mlg_agenda_item_row_new (MlgStore *store);
void mlg_agenda_item_row_show (MlgAgendaItemRow *self, const MlgAgendaReading *reading, guint i);
gint64 mlg_agenda_item_row_get_id (MlgAgendaItemRow *self);
MlgRecord *mlg_agenda_item_row_get_item (MlgAgendaItemRow *self);
void mlg_agenda_item_row_edit (MlgAgendaItemRow *self, const char *field);

G_END_DECLS
