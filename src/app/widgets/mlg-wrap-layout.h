/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_WRAP_LAYOUT (mlg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (MlgWrapLayout, mlg_wrap_layout, MLG, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
