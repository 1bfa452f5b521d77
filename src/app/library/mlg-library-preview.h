/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-check-work.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_library_preview (GtkWidget *widget, MlgRecord *record);
void mlg_library_preview_grid (GtkWidget *widget,
                               MlgRecord *record,
                               const char *grid,
                               const char *title);
void mlg_library_preview_check (GtkWidget *widget, MlgRecord *record, MlgCheckWork *check);

G_END_DECLS
