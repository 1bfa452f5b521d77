/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_REPLACE_WINDOW (mlg_replace_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgReplaceWindow, mlg_replace_window, MLG, REPLACE_WINDOW, AdwWindow)

GtkWidget *mlg_replace_window_new (MlgHost *host, MlgRecord *record);

G_END_DECLS
