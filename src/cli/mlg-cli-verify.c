/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "store/mlg-verify.h"

static JsonArray *
print_messages (MlgCli *cli, MlgIssueList *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < mlg_issue_list_get_n (list); i++)
    {
      const char *message = mlg_issue_list_get (list, i)->message;

      mlg_cli_say (cli, "%s", message);
      json_array_add_string_element (array, message);
    }
  return array;
}

/* What was mended, what is wrong, and what to do about it. */
static void
print_result (MlgCli *cli, MlgIssueList *mended, MlgIssueList *problems, gboolean repaired)
{
  JsonObject *object = json_object_new ();
  gboolean ok = mlg_issue_list_get_n (problems) == 0;

  json_object_set_boolean_member (object, "ok", ok);
  if (repaired)
    json_object_set_array_member (object, "mended", print_messages (cli, mended));
  json_object_set_array_member (object, "problems", print_messages (cli, problems));
  if (ok)
    mlg_cli_say (cli, "%s", _ ("The file is sound"));
  else if (repaired || mlg_issue_list_count (problems, MLG_SEVERITY_ERROR) > 0)
    mlg_cli_say (cli, "%s", _ ("This cannot be repaired: restore a backup"));
  else
    mlg_cli_say (cli, "%s", _ ("This can be repaired: run “verify --repair”"));
  if (cli->json)
    mlg_cli_json_print (object);
  else
    json_object_unref (object);
}

static gboolean
verify (MlgCli *cli, gboolean repair, MlgIssueList *mended, MlgIssueList *problems, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, error);

  return db != NULL && (!repair || mlg_verify_repair (db, mended, error))
         && mlg_verify (db, problems, error);
}

/* verify [--repair] */
MlgCliStatus
mlg_cli_verify (MlgCli *cli)
{
  gboolean repair = FALSE;
  const GOptionEntry options[] = {
    { "repair", 'r', 0, G_OPTION_ARG_NONE, &repair, N_ ("Mend what can be mended without a loss"),
      NULL },
    { NULL },
  };
  g_autoptr (MlgIssueList) problems = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, options, 0, 0))
    return cli->status;
  if (!verify (cli, repair, mended, problems, &error))
    {
      if (!g_error_matches (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
        return mlg_cli_fail (cli, g_steal_pointer (&error));
      mlg_issue_list_add (problems, MLG_SEVERITY_ERROR, NULL, 0, 0, "%s", error->message);
    }
  print_result (cli, mended, problems, repair);
  return mlg_issue_list_get_n (problems) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}
