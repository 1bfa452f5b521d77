/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MLG_TYPE_LAZY_BIN (mlg_lazy_bin_get_type ())
G_DECLARE_FINAL_TYPE (MlgLazyBin, mlg_lazy_bin, MLG, LAZY_BIN, AdwBin)

GtkWidget *mlg_lazy_bin_get (MlgLazyBin *self);
GtkWidget *mlg_lazy_bin_peek (MlgLazyBin *self);

G_END_DECLS
