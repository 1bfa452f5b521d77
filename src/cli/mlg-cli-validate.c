/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "exchange/mlg-eforms.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "template/mlg-validate.h"

/* A notice follows a schema of its own: it is valid here when it can be read as a template. */
static gboolean
validate_notice (MlgCli *cli, GBytes *bytes, MlgIssueList *issues)
{
  g_autofree char *name = g_path_get_basename (cli->arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_eforms_read (bytes, name, NULL, issues, cli->cancellable, &error);

  if (template == NULL)
    mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, NULL, 0, 0, "%s", error->message);
  return template != NULL;
}

static gboolean
validate (MlgCli *cli, MlgIssueList *issues, gboolean *valid, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_load_file (cli->arguments[0], cli->cancellable, NULL);

  if (bytes == NULL || !mlg_eforms_is_notice (bytes))
    return mlg_validate_file (cli->arguments[0], issues, valid, cli->cancellable, error);
  *valid = validate_notice (cli, bytes, issues);
  return TRUE;
}

/* validate FILE */
MlgCliStatus
mlg_cli_validate (MlgCli *cli)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean valid = FALSE;

  if (!mlg_cli_parse (cli, NULL, 1, 1))
    return cli->status;
  if (!validate (cli, issues, &valid, &error))
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
