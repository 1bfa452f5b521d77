/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-network-file.h"

#include <gio/gio.h>

/* The settings of the application may not be installed; asking GSettings for them would abort then. */
static GSettings *
open_settings (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MLG_APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static char *
read_setting (void)
{
  g_autoptr (GSettings) settings = open_settings ("network-file");

  return settings != NULL ? g_settings_get_string (settings, "network-file") : NULL;
}

/**
 * mlg_cli_find_limits:
 * @limits: (out caller-allocates): what the settings of the application say
 *
 * Returns: whether they say anything
 */
gboolean
mlg_cli_find_limits (MlgLimits *limits)
{
  enum
  {
    MEGABYTE = 1024 * 1024
  };
  g_autoptr (GSettings) settings = open_settings ("history-size");

  if (settings == NULL)
    return FALSE;
  limits->backups = (guint) g_settings_get_int (settings, "backups-kept");
  limits->history = (gint64) g_settings_get_int (settings, "history-size") * MEGABYTE;
  return TRUE;
}

/**
 * mlg_cli_find_network_file:
 * @named: (nullable): the file that the command line names
 *
 * Returns: (transfer full): the path of the network file to work on: @named, else the one that the
 *   application opened last, else "maillage/network.maillage" in the user's data folder
 *   (~/.local/share unless XDG_DATA_HOME says otherwise)
 */
char *
mlg_cli_find_network_file (const char *named)
{
  g_autofree char *set = named == NULL ? read_setting () : NULL;

  if (named != NULL)
    return g_strdup (named);
  if (set != NULL && *set != '\0')
    return g_steal_pointer (&set);
  return g_build_filename (g_get_user_data_dir (), "maillage", "network.maillage", NULL);
}
