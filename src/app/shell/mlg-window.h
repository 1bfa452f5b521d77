/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-application.h"

G_BEGIN_DECLS

#define MLG_TYPE_WINDOW (mlg_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgWindow, mlg_window, MLG, WINDOW, AdwApplicationWindow)

MlgWindow *mlg_window_new (MlgApplication *application, const GType *pages);
gboolean mlg_window_has_file (MlgWindow *self);
void mlg_window_open (MlgWindow *self, const char *path);

G_END_DECLS
