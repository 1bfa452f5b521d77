/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "meetings/mlg-meeting-register.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_OUTCOME_ROW (mlg_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutcomeRow, mlg_outcome_row, MLG, OUTCOME_ROW, AdwExpanderRow)

GtkWidget *mlg_outcome_row_new (MlgStore *store);
void
mlg_outcome_row_show (MlgOutcomeRow *self, const MlgRegisterEntry *entry, gboolean with_meeting);
gint64 mlg_outcome_row_get_id (MlgOutcomeRow *self);

char *mlg_outcome_row_write_line (const MlgRegisterEntry *entry, gboolean with_meeting);

G_END_DECLS
