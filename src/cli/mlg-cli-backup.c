/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-record.h"
#include "mlg-kinds.h"
#include "store/mlg-backup.h"
#include "store/mlg-verify.h"

/* backup, restore, verify. */

/* An older backup may be replaced; a report, or the network file itself, may not. */
static gboolean
check_target (MlgConnection *db, const char *path, GError **error)
{
  g_autoptr (MlgConnection) there = NULL;
  GStatBuf own, other;
  gboolean same;

  if (g_stat (path, &other) != 0)
    return TRUE;
  same = g_stat (mlg_connection_get_path (db), &own) == 0 && own.st_ino == other.st_ino
         && own.st_dev == other.st_dev;
  if (!same)
    there = mlg_connection_open (path, MLG_OPEN_READ_ONLY, mlg_kinds, NULL);
  if (there != NULL)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
               _ ("%s: this file is no backup, and is not replaced: choose another name"), path);
  return FALSE;
}

MlgCliStatus
mlg_cli_backup (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autofree char *made = NULL;
  gboolean done = FALSE;

  if (!mlg_cli_parse (cli, NULL, 0, 1))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL && mlg_cli_get_n_arguments (cli) == 1)
    {
      made = g_strdup (cli->arguments[0]);
      done = check_target (db, made, &error) && mlg_backup_write (db, made, &error);
    }
  else if (db != NULL)
    done = mlg_backup_make (db, MLG_BACKUP_ASKED, &made, &error);
  if (!done)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", made);
  return MLG_CLI_DONE;
}

static MlgCliStatus
list_backups (MlgConnection *db)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (db));

  for (guint i = 0; i < backups->len; i++)
    puts (((MlgBackup *) backups->pdata[i])->path);
  return MLG_CLI_DONE;
}

MlgCliStatus
mlg_cli_restore (MlgCli *cli)
{
  gboolean list = FALSE;
  GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_ ("List the backups, the newest first"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;

  if (!mlg_cli_parse (cli, entries, 0, 1))
    return cli->status;
  if (!list && mlg_cli_get_n_arguments (cli) == 0)
    return mlg_cli_misuse (cli, _ ("a backup is expected; --list lists them"));
  db = mlg_cli_open (cli, list ? MLG_OPEN_READ_ONLY : MLG_OPEN_DEFAULT, &error);
  if (db != NULL && list)
    return list_backups (db);
  if (db == NULL || !mlg_backup_restore (db, cli->arguments[0], &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, _ ("Restored: %s"), cli->arguments[0]);
  return MLG_CLI_DONE;
}

static void
print_problems (MlgCli *cli, MlgIssueList *problems, gboolean ok)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "ok");
  json_builder_add_boolean_value (json, ok);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < mlg_issue_list_get_n (problems); i++)
    {
      const MlgIssue *problem = mlg_issue_list_get (problems, i);

      if (!cli->json)
        puts (problem->message);
      json_builder_add_string_value (json, problem->message);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (cli->json)
    mlg_cli_print_json (json);
}

MlgCliStatus
mlg_cli_verify (MlgCli *cli)
{
  gboolean repair = FALSE;
  GOptionEntry entries[] = {
    { "repair", 'r', 0, G_OPTION_ARG_NONE, &repair, N_ ("Mend what can be mended without a loss"),
      NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgIssueList) problems = mlg_issue_list_new ();
  gboolean ok;

  if (!mlg_cli_parse (cli, entries, 0, 0))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db == NULL || (repair && !mlg_verify_repair (db, &error))
      || !mlg_verify (db, problems, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  ok = mlg_issue_list_count (problems, MLG_SEVERITY_ERROR) == 0;
  print_problems (cli, problems, ok);
  if (ok)
    mlg_cli_say (cli, _ ("The network file is sound"));
  return ok ? MLG_CLI_DONE : MLG_CLI_NO;
}
