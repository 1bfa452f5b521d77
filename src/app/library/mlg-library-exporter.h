/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-check-work.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_LIBRARY_EXPORTER (mlg_library_exporter_get_type ())
G_DECLARE_FINAL_TYPE (MlgLibraryExporter, mlg_library_exporter, MLG, LIBRARY_EXPORTER, GObject)

MlgLibraryExporter *mlg_library_exporter_new (void);
void mlg_library_exporter_ask (MlgLibraryExporter *self, GtkWidget *widget, MlgRecord *record);
void mlg_library_exporter_ask_check (MlgLibraryExporter *self,
                                     GtkWidget *widget,
                                     MlgRecord *record,
                                     MlgCheckWork *check);
void mlg_library_exporter_ask_grid (MlgLibraryExporter *self,
                                    GtkWidget *widget,
                                    MlgRecord *record,
                                    const char *grid,
                                    const char *title);
void mlg_library_exporter_ask_bundle (MlgLibraryExporter *self, GtkWidget *widget, GArray *ids);
void mlg_library_exporter_ask_folder (MlgLibraryExporter *self, GtkWidget *widget, GArray *ids);

G_END_DECLS
