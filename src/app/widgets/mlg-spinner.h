/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_SPINNER (mlg_spinner_get_type ())
G_DECLARE_FINAL_TYPE (MlgSpinner, mlg_spinner, MLG, SPINNER, GtkWidget)

G_END_DECLS
