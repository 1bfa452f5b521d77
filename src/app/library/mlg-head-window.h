/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-kind.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_HEAD_WINDOW (mlg_head_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgHeadWindow, mlg_head_window, MLG, HEAD_WINDOW, AdwWindow)

GtkWidget *mlg_head_window_new (MlgHost *host, const MlgKind *kind, gint64 id, const char *part);

G_END_DECLS
