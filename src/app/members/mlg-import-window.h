/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_IMPORT_WINDOW (mlg_import_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgImportWindow, mlg_import_window, MLG, IMPORT_WINDOW, AdwWindow)

MlgImportWindow *mlg_import_window_new (MlgHost *host, const MlgKind *kind, GFile *file);

G_END_DECLS
