/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_FILES_WINDOW (mlg_files_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgFilesWindow, mlg_files_window, MLG, FILES_WINDOW, AdwWindow)

GtkWidget *mlg_files_window_new (MlgHost *host, GListModel *files);

G_END_DECLS
