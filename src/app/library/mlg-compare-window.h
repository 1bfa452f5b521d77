/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_COMPARE_WINDOW (mlg_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgCompareWindow, mlg_compare_window, MLG, COMPARE_WINDOW, AdwWindow)

GtkWidget *mlg_compare_window_new (MlgHost *host, MlgRecord *record);

G_END_DECLS
