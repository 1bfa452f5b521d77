/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_EXPORT_WINDOW (mlg_export_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgExportWindow, mlg_export_window, MLG, EXPORT_WINDOW, AdwWindow)

MlgExportWindow *mlg_export_window_new (MlgHost *host, const MlgKind *kind, GArray *ids);

G_END_DECLS
