/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "template/mlg-validate.h"

/* validate FILE */
MlgCliStatus
mlg_cli_validate (MlgCli *cli)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean valid = FALSE;

  if (!mlg_cli_parse (cli, NULL, 1, 1))
    return cli->status;
  if (!mlg_validate_file (cli->arguments[0], issues, &valid, cli->cancellable, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say_issues (cli, issues);
  if (valid)
    mlg_cli_say (cli, "%s", _ ("The file is valid"));
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_boolean_member (object, "valid", valid);
      json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
      mlg_cli_json_print (object);
    }
  return valid ? MLG_CLI_DONE : MLG_CLI_NO;
}
