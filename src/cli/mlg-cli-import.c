/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/mlg-import.h"
#include "exchange/mlg-table-reader.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"

/* import: what comes from spreadsheets. */
typedef struct
{
  gboolean dry_run;
  char *mode; /* (owned) (nullable) */
  GStrv maps; /* (owned) (nullable) "COLUMN=FIELD" */
} ImportOptions;

static gboolean
find_mode (MlgCli *cli, const char *name, MlgImportMode *mode)
{
  static const char *const modes[] = { "add", "merge", "replace" };

  *mode = MLG_IMPORT_ADD;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (modes[i], name))
      {
        *mode = (MlgImportMode) i;
        return TRUE;
      }
  if (name != NULL)
    mlg_cli_misuse (cli, _ ("there is no mode “%s”: add, merge or replace is expected"), name);
  return name == NULL;
}

static gboolean
import_file (MlgCli *cli,
             const MlgKind *kind,
             const ImportOptions *options,
             MlgImportMode mode,
             MlgIssueList *issues,
             MlgImportResult *result,
             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[1]);
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, error);
  g_autoptr (MlgTable) table = NULL;
  g_autoptr (MlgMapping) mapping = NULL;
  gboolean done = TRUE;

  if (db != NULL)
    table = mlg_table_read (file, &mlg_table_default_limits, issues, cli->cancellable, error);
  if (table == NULL)
    return FALSE;
  mapping = mlg_mapping_guess (table, kind);
  for (guint i = 0; done && options->maps != NULL && options->maps[i] != NULL; i++)
    done = mlg_mapping_set (mapping, table, options->maps[i], error);
  if (done)
    done = mlg_import_run (db, table, mapping, mode, options->dry_run, issues, result, NULL, error);
  return done;
}

static void
print_result (const MlgImportResult *result, MlgIssueList *issues)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "read", result->read);
  json_object_set_int_member (object, "added", result->added);
  json_object_set_int_member (object, "merged", result->merged);
  json_object_set_int_member (object, "replaced", result->replaced);
  json_object_set_int_member (object, "skipped", result->skipped);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}

static void
say_result (MlgCli *cli, const MlgImportResult *result, MlgIssueList *issues)
{
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      g_autofree char *text = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      mlg_cli_say (cli, "%s", text);
    }
  mlg_cli_say (cli, _ ("Read: %u; added: %u; merged: %u; replaced: %u; skipped: %u"), result->read,
               result->added, result->merged, result->replaced, result->skipped);
}

static MlgCliStatus
import (MlgCli *cli, const ImportOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  const MlgKind *kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  MlgImportResult result = { 0 };
  MlgImportMode mode;

  if (kind == NULL)
    return cli->status;
  if (!find_mode (cli, options->mode, &mode))
    return cli->status;
  if (!import_file (cli, kind, options, mode, issues, &result, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_result (&result, issues);
  else
    say_result (cli, &result, issues);
  return MLG_CLI_DONE;
}

/* import members|people FILE [--dry-run] [--mode MODE] [--map COLUMN=FIELD…] */
MlgCliStatus
mlg_cli_import (MlgCli *cli)
{
  ImportOptions options = { 0 };
  GOptionEntry entries[] = {
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Only say what would be done"),
      NULL },
    { "mode", 'm', 0, G_OPTION_ARG_STRING, &options.mode,
      N_ ("What becomes of records that are there already: add leaves them (usual), merge fills "
          "what they lack, replace takes what the file says"),
      "add|merge|replace" },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("The field that a column goes to (may be repeated)"), N_ ("COLUMN=FIELD") },
    { NULL },
  };
  MlgCliStatus status;

  status = mlg_cli_parse (cli, entries, 2, 2) ? import (cli, &options) : cli->status;
  g_free (options.mode);
  g_strfreev (options.maps);
  return status;
}
