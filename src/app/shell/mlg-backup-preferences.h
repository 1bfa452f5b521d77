/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_BACKUP_PREFERENCES (mlg_backup_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgBackupPreferences, mlg_backup_preferences, MLG, BACKUP_PREFERENCES, AdwPreferencesPage)

AdwPreferencesPage *mlg_backup_preferences_new (GSettings *settings, MlgStore *store);

G_END_DECLS
