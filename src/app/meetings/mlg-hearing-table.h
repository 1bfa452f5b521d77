/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-hearing-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_HEARING_TABLE (mlg_hearing_table_get_type ())
G_DECLARE_FINAL_TYPE (MlgHearingTable, mlg_hearing_table, MLG, HEARING_TABLE, GtkWidget)

void mlg_hearing_table_show (MlgHearingTable *self, const MlgHearingReading *reading);

G_END_DECLS
