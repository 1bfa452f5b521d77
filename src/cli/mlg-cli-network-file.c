/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-network-file.h"

#include <gio/gio.h>

#define SCHEMA "org.maillage.Maillage"

/* The file that the application had open last. A missing schema is no fault: the programs can be
 * used without being installed. */
static char *
ask_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  if (schema == NULL)
    return NULL;
  settings = g_settings_new_full (schema, NULL, NULL);
  return g_settings_get_string (settings, "network-file");
}

/**
 * mlg_cli_find_network_file:
 * @named: (nullable): what --network names
 *
 * Returns: (transfer full): the file that was named, else the one that the application uses, else
 *   network.maillage in the person's data folder
 */
char *
mlg_cli_find_network_file (const char *named)
{
  g_autofree char *last = named == NULL ? ask_settings () : NULL;

  if (named != NULL)
    return g_strdup (named);
  if (last != NULL && *last != '\0')
    return g_steal_pointer (&last);
  return g_build_filename (g_get_user_data_dir (), "maillage", "network.maillage", NULL);
}
