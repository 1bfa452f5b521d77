/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_THRESHOLDS_WINDOW (mlg_thresholds_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgThresholdsWindow, mlg_thresholds_window, MLG, THRESHOLDS_WINDOW, AdwWindow)

GtkWidget *mlg_thresholds_window_new (MlgHost *host);

G_END_DECLS
