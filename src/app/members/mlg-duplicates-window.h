/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_DUPLICATES_WINDOW (mlg_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgDuplicatesWindow, mlg_duplicates_window, MLG, DUPLICATES_WINDOW, AdwWindow)

MlgDuplicatesWindow *mlg_duplicates_window_new (GtkWindow *parent, MlgStore *store);

G_END_DECLS
