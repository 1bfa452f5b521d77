/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-preferences.h"

#include "mlg-backup-preferences.h"
#include "mlg-check-preferences.h"
#include "mlg-general-preferences.h"
#include "platform/mlg-preferences-window.h"

/**
 * mlg_preferences_show:
 * @host: the window in front
 * @settings: the settings of the application
 * @store: (nullable): the network file that is open, whose backups and state are shown too
 *
 * Shows what one may choose, and takes care of the file.
 */
void
mlg_preferences_show (MlgHost *host, GSettings *settings, MlgStore *store)
{
  AdwPreferencesPage *pages[4] = { NULL };

  g_return_if_fail (GTK_IS_WINDOW (host));

  pages[0] = mlg_general_preferences_new (settings);
  if (store != NULL && mlg_store_get_path (store) != NULL)
    {
      pages[1] = mlg_backup_preferences_new (settings, store);
      pages[2] = mlg_check_preferences_new (store);
    }
  mlg_preferences_window_show (GTK_WINDOW (host), pages);
}
