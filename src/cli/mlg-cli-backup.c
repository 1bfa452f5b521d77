/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-network-file.h"
#include "mlg-kinds.h"
#include "store/mlg-backup.h"

static void
tell (MlgCli *cli, const char *text, const char *path)
{
  JsonObject *object;

  if (!cli->json)
    {
      mlg_cli_say (cli, "%s", text);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", path);
  mlg_cli_json_print (object);
}

/* An older backup may be replaced; a report, or the network file itself, may not. */
static gboolean
check_target (MlgConnection *db, const char *path, GError **error)
{
  g_autoptr (MlgConnection) there = NULL;
  g_autoptr (GError) problem = NULL;
  GStatBuf own, other;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_stat (mlg_connection_get_path (db), &own) == 0 && g_stat (path, &other) == 0
      && own.st_ino == other.st_ino && own.st_dev == other.st_dev)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
                   _ ("%s: this is the network file itself; choose another name"), path);
      return FALSE;
    }
  there = mlg_connection_open (path, MLG_OPEN_READ_ONLY, mlg_kinds, &problem);
  if (there != NULL)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
               _ ("%s: there is already a file of this name; choose another one"), path);
  return FALSE;
}

/* backup [FILE] */
MlgCliStatus
mlg_cli_backup (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gboolean made = FALSE;

  if (!mlg_cli_parse (cli, NULL, 0, 1))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  path = g_strdup (cli->arguments[0]);
  if (db != NULL && path == NULL)
    made = mlg_backup_make (db, MLG_BACKUP_ASKED, &path, &error);
  else if (db != NULL)
    made = check_target (db, path, &error) && mlg_backup_write (db, path, &error);
  if (!made)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("%s: made"), path);
  tell (cli, text, path);
  return MLG_CLI_DONE;
}

static MlgCliStatus
list_backups (MlgCli *cli)
{
  g_autofree char *path = mlg_cli_find_network_file (cli->network);
  g_autoptr (GPtrArray) backups = mlg_backup_list (path);
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < backups->len; i++)
    {
      const MlgBackup *backup = backups->pdata[i];
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (backup->time);
      g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "file", backup->path);
      json_object_set_string_member (item, "time", text);
      json_object_set_int_member (item, "size", backup->size);
      json_array_add_object_element (items, item);
      mlg_cli_say (cli, "%s", backup->path);
    }
  if (cli->json)
    mlg_cli_json_print_items (backups->len, items);
  else
    json_array_unref (items);
  return MLG_CLI_DONE;
}

/* A restore is taken back by restoring what was kept of the file before it. */
static void
say_kept (MlgCli *cli, MlgConnection *db)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (db));

  for (guint i = 0; i < backups->len; i++)
    {
      const MlgBackup *backup = backups->pdata[i];

      if (backup->reason != MLG_BACKUP_RESTORE)
        continue;
      mlg_cli_say (cli, _ ("To take it back, restore what was there before: %s"), backup->path);
      return;
    }
}

/* restore FILE | --list */
MlgCliStatus
mlg_cli_restore (MlgCli *cli)
{
  gboolean list = FALSE;
  const GOptionEntry options[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list,
      N_ ("List the backups that were made, the latest first"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autofree char *text = NULL;

  if (!mlg_cli_parse (cli, options, 0, 1))
    return cli->status;
  if (list)
    return list_backups (cli);
  if (cli->arguments[0] == NULL)
    return mlg_cli_misuse (cli, _ ("a file is expected, or --list"));
  if (!g_file_test (cli->arguments[0], G_FILE_TEST_EXISTS))
    g_set_error (&error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("%s: no such file"),
                 cli->arguments[0]);
  else
    db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db == NULL || !mlg_backup_restore (db, cli->arguments[0], &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("Restored from %s"), cli->arguments[0]);
  tell (cli, text, cli->arguments[0]);
  say_kept (cli, db);
  return MLG_CLI_DONE;
}
