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
validate_notice (MlgCli *cli, GBytes *bytes, const char *name, MlgIssueList *issues)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_eforms_read (bytes, name, NULL, issues, cli->cancellable, &error);

  if (template == NULL)
    mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, NULL, 0, 0, "%s", error->message);
  return template != NULL;
}

static gboolean
validate (MlgCli *cli, const char *path, MlgIssueList *issues, gboolean *valid, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cli->cancellable, error);
  g_autofree char *name = g_path_get_basename (path);

  if (bytes == NULL)
    return FALSE;
  if (!mlg_eforms_is_notice (bytes))
    return mlg_validate_bytes (bytes, name, issues, valid, cli->cancellable, error);
  *valid = validate_notice (cli, bytes, name, issues);
  return TRUE;
}

static void
say_result (MlgCli *cli, guint n_files, guint n_invalid)
{
  if (n_files > 1 && n_invalid > 0)
    mlg_cli_say (
        cli, ngettext ("%u file is not valid, of %u", "%u files are not valid, of %u", n_invalid),
        n_invalid, n_files);
  else if (n_files > 1)
    mlg_cli_say (cli, ngettext ("%u file: all valid", "%u files: all valid", n_files), n_files);
  else if (n_invalid == 0)
    mlg_cli_say (cli, "%s", _ ("The file is valid"));
}

/* validate FILE… */
MlgCliStatus
mlg_cli_validate (MlgCli *cli)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = 0, n_invalid = 0;

  if (!mlg_cli_parse (cli, NULL, 1, G_MAXUINT))
    return cli->status;
  for (; cli->arguments[n_files] != NULL; n_files++)
    {
      gboolean valid = FALSE;

      if (!validate (cli, cli->arguments[n_files], issues, &valid, &error))
        return mlg_cli_fail (cli, g_steal_pointer (&error));
      n_invalid += !valid;
    }
  mlg_cli_say_issues (cli, issues);
  say_result (cli, n_files, n_invalid);
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_boolean_member (object, "valid", n_invalid == 0);
      json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
      mlg_cli_json_print (object);
    }
  return n_invalid == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}
