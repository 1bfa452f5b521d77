/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_NARROW_BIN (mlg_narrow_bin_get_type ())
G_DECLARE_FINAL_TYPE (MlgNarrowBin, mlg_narrow_bin, MLG, NARROW_BIN, GtkWidget)

gboolean mlg_narrow_bin_is_narrow (MlgNarrowBin *self);

G_END_DECLS
