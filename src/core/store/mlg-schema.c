/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-schema.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mlg-backup.h"
#include "mlg-connection-private.h"
#include "mlg-search-private.h"
#include "mlg-store-resources.h"

#define RESOURCE_FOLDER "/org/maillage/schema/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The migrations, in order: "001-….sql" brings an empty file to version 1, and so on. */
static GStrv
list_migrations (void)
{
  g_auto (GStrv) names = NULL;

  /* Naming the resource keeps the linker from dropping it. */
  g_assert (mlg_store_get_resource () != NULL);
  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * mlg_schema_get_newest:
 *
 * Returns: the schema version that this program writes
 */
int
mlg_schema_get_newest (void)
{
  g_auto (GStrv) names = list_migrations ();

  return (int) g_strv_length (names);
}

/* One step: its SQL and the new version number together, or nothing. */
static gboolean
migrate_to (MlgConnection *db, const char *name, int version, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version=%d; COMMIT", version);

  if (sql == NULL)
    return FALSE;
  if (mlg_connection_exec (db, "BEGIN IMMEDIATE", error)
      && mlg_connection_exec (db, g_bytes_get_data (sql, NULL), error)
      && mlg_connection_exec (db, set_version, error))
    return TRUE;
  mlg_connection_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
migrate_from (MlgConnection *db, int version, GError **error)
{
  g_auto (GStrv) names = list_migrations ();
  int newest = (int) g_strv_length (names);

  if (version > 0 && version < newest && !mlg_backup_make (db, MLG_BACKUP_MIGRATION, NULL, error))
    return FALSE;
  for (; version < newest; version++)
    if (!migrate_to (db, names[version], version + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
initialise (MlgConnection *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA journal_mode=WAL",
                                          MLG_FILE_APPLICATION_ID);

  return mlg_connection_exec (db, sql, error) && migrate_from (db, 0, error);
}

static gboolean
check_identity (MlgConnection *db, gint64 *version, GError **error)
{
  gint64 id = 0;

  if (!mlg_connection_get_integer (db, &id, error, "PRAGMA application_id", "")
      || !mlg_connection_get_integer (db, version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (id != MLG_FILE_APPLICATION_ID)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FOREIGN,
                   _ ("%s: this is a database of another program, not a network file"), db->path);
      return FALSE;
    }
  if (*version <= mlg_schema_get_newest ())
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_NEWER,
               _ ("%s: written by a newer Maillage (format %d, this one reads up to %d): update "
                  "Maillage to open it"),
               db->path, (int) *version, mlg_schema_get_newest ());
  return FALSE;
}

/**
 * mlg_schema_prepare:
 * @create: whether the file is new
 *
 * Makes sure that the file is a network file in the present schema. An older one is migrated, each
 * step in a transaction of its own, after a copy into the folder of backups; read-only, it is
 * refused with the advice to open it for writing once.
 */
gboolean
mlg_schema_prepare (MlgConnection *db, gboolean create, GError **error)
{
  gint64 version = 0;

  if (create)
    return initialise (db, error) && mlg_search_prepare (db, error);
  if (!check_identity (db, &version, error))
    return FALSE;
  if (!db->read_only)
    return mlg_connection_exec (db, "PRAGMA journal_mode=WAL", error)
           && migrate_from (db, (int) version, error) && mlg_search_prepare (db, error);
  if (version == mlg_schema_get_newest ())
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
               _ ("%s: an older network file: open it for writing once, to bring it up to date"),
               db->path);
  return FALSE;
}
