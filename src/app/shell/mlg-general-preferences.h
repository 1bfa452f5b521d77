/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MLG_TYPE_GENERAL_PREFERENCES (mlg_general_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgGeneralPreferences, mlg_general_preferences, MLG, GENERAL_PREFERENCES, AdwPreferencesPage)

AdwPreferencesPage *mlg_general_preferences_new (GSettings *settings);

G_END_DECLS
