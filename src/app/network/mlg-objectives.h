/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_OBJECTIVES (mlg_objectives_get_type ())
G_DECLARE_FINAL_TYPE (MlgObjectives, mlg_objectives, MLG, OBJECTIVES, AdwPreferencesGroup)

void mlg_objectives_set_type (MlgObjectives *self, const char *type, MlgStore *store);

G_END_DECLS
