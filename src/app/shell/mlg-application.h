/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MLG_TYPE_APPLICATION (mlg_application_get_type ())
G_DECLARE_FINAL_TYPE (MlgApplication, mlg_application, MLG, APPLICATION, AdwApplication)

MlgApplication *mlg_application_new (const GType *pages);
GSettings *mlg_application_get_settings (MlgApplication *self);
const GType *mlg_application_get_pages (MlgApplication *self);

G_END_DECLS
