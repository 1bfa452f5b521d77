/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_LABELS_WINDOW (mlg_labels_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgLabelsWindow, mlg_labels_window, MLG, LABELS_WINDOW, AdwWindow)

GtkWidget *mlg_labels_window_new (MlgHost *host, gboolean choosing);

G_END_DECLS
