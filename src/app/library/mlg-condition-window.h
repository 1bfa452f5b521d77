/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-kind.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_CONDITION_WINDOW (mlg_condition_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgConditionWindow, mlg_condition_window, MLG, CONDITION_WINDOW, AdwWindow)

GtkWidget *mlg_condition_window_new (
    MlgHost *host, const MlgKind *kind, gint64 id, int line, const char *title);

G_END_DECLS
