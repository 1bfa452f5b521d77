/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_OUTLINE_WINDOW (mlg_outline_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutlineWindow, mlg_outline_window, MLG, OUTLINE_WINDOW, AdwWindow)

GtkWidget *mlg_outline_window_new (MlgHost *host, GFile *file);

G_END_DECLS
