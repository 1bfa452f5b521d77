/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_DIRECTORY_WINDOW (mlg_directory_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgDirectoryWindow, mlg_directory_window, MLG, DIRECTORY_WINDOW, AdwWindow)

MlgDirectoryWindow *mlg_directory_window_new (MlgHost *host);

G_END_DECLS
