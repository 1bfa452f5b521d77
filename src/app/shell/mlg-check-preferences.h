/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CHECK_PREFERENCES (mlg_check_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgCheckPreferences, mlg_check_preferences, MLG, CHECK_PREFERENCES, AdwPreferencesPage)

AdwPreferencesPage *mlg_check_preferences_new (MlgStore *store);

G_END_DECLS
