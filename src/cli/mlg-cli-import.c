/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/mlg-import.h"
#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-cli-answers.h"
#include "mlg-cli-calendar.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "mlg-cli-record.h"

/* import: what comes from spreadsheets and address books. */
typedef struct
{
  gboolean dry_run;
  char *mode;          /* (owned) (nullable) */
  char *status;        /* (owned) (nullable) of new bodies */
  GStrv maps;          /* (owned) (nullable) "COLUMN=FIELD" */
  char *questionnaire; /* (owned) (nullable) that answers are to */
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
check_status (MlgCli *cli, const char *status)
{
  if (status == NULL || mlg_code_list_find (&mlg_body_statuses, status) != NULL)
    return TRUE;
  mlg_cli_misuse (cli,
                  _ ("there is no status “%s”: it is one of prospect, interested, member, "
                     "associate and former"),
                  status);
  return FALSE;
}

static gboolean
add_files (MlgCli *cli, MlgImportPlan *plan, const ImportOptions *options, GError **error)
{
  for (guint i = 1; i < mlg_cli_get_n_arguments (cli); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[i]);

      if (!mlg_import_plan_add_file (plan, file, (const char *const *) options->maps, NULL,
                                     cli->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_files (MlgCli *cli, MlgImportPlan *plan, const ImportOptions *options, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, error);

  return db != NULL && add_files (cli, plan, options, error)
         && mlg_import_plan_refresh (plan, db, error)
         && (options->dry_run || mlg_import_apply (plan, db, NULL, error));
}

static void
print_result (const MlgKind *kind, const MlgImportResult *result, MlgIssueList *issues)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "read", result->read);
  json_object_set_int_member (object, "added", result->added);
  json_object_set_int_member (object, "merged", result->merged);
  json_object_set_int_member (object, "replaced", result->replaced);
  json_object_set_int_member (object, "skipped", result->skipped);
  json_object_set_int_member (object, "unchanged", result->unchanged);
  json_object_set_int_member (object, "left_aside", result->skipped - result->unchanged);
  if (kind == &mlg_person_kind)
    {
      json_object_set_int_member (object, "bodies", result->bodies);
      json_object_set_int_member (object, "functions", result->functions);
    }
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
  mlg_cli_say (cli, _ ("Read: %u; added: %u; changed: %u; unchanged: %u; left aside: %u"),
               result->read, result->added, result->merged + result->replaced, result->unchanged,
               result->skipped - result->unchanged);
  if (result->functions > 0 || result->bodies > 0)
    mlg_cli_say (cli, _ ("New functions: %u; new bodies: %u"), result->functions, result->bodies);
}

/**
 * mlg_cli_import_status:
 * @issues: what an import had to say of its files
 *
 * Returns: that it is done; or that it is done, but not for all that the files hold: something in them
 *   was refused and left aside
 */
MlgCliStatus
mlg_cli_import_status (MlgIssueList *issues)
{
  return mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) > 0 ? MLG_CLI_NO : MLG_CLI_DONE;
}

static MlgCliStatus
import_answers (MlgCli *cli, const ImportOptions *options)
{
  MlgCliAnswers answers = { .questionnaire = options->questionnaire,
                            .mode = options->mode,
                            .maps = (const char *const *) options->maps,
                            .dry_run = options->dry_run };

  return mlg_cli_import_answers (cli, &answers);
}

static MlgCliStatus
import (MlgCli *cli, const ImportOptions *options)
{
  static MlgImportPlan *plan; /* the program ends with it: all its rows go at once then */
  g_autoptr (GError) error = NULL;
  const MlgKind *kind;
  MlgImportMode mode;

  if (options->dry_run)
    mlg_cli_say (cli, _ ("Nothing is written: this is what would be done."));
  if (mlg_cli_is_calendar_import (cli))
    return mlg_cli_import_calendar (cli, options->dry_run);
  if (mlg_cli_is_nomenclature_import (cli))
    return mlg_cli_import_nomenclature (cli, options->dry_run);
  if (mlg_cli_is_template_import (cli))
    return mlg_cli_import_templates (cli, options->mode, options->dry_run);
  if (mlg_cli_is_answers_import (cli))
    return find_mode (cli, options->mode, &mode) ? import_answers (cli, options) : cli->status;
  kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  if (kind == NULL || !find_mode (cli, options->mode, &mode)
      || !check_status (cli, options->status))
    return cli->status;
  plan = mlg_import_plan_new (kind, mode);
  mlg_import_plan_set_status (plan, options->status);
  if (!import_files (cli, plan, options, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_result (kind, mlg_import_plan_get_result (plan), mlg_import_plan_get_issues (plan));
  else
    say_result (cli, mlg_import_plan_get_result (plan), mlg_import_plan_get_issues (plan));
  return mlg_cli_import_status (mlg_import_plan_get_issues (plan));
}

/* import members|people FILE… [--dry-run] [--mode MODE] [--status STATUS] [--map COLUMN=FIELD…] */
MlgCliStatus
mlg_cli_import (MlgCli *cli)
{
  ImportOptions options = { 0 };
  GOptionEntry entries[] = {
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Only say what would be done"),
      NULL },
    { "mode", 'm', 0, G_OPTION_ARG_STRING, &options.mode,
      N_ ("What becomes of records that are there already: add leaves them (usual), merge fills "
          "what they lack (or takes a later revision of a template), replace takes what the "
          "file says"),
      "add|merge|replace" },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status,
      N_ ("The status of new bodies where the file does not say it"), N_ ("STATUS") },
    { "questionnaire", 0, 0, G_OPTION_ARG_STRING, &options.questionnaire,
      N_ ("Which questionnaire answers are to (the open one is usual)"), N_ ("ID|NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("The field that a column goes to (may be repeated)"), N_ ("COLUMN=FIELD") },
    { NULL },
  };
  MlgCliStatus status;

  status = mlg_cli_parse (cli, entries, 2, G_MAXINT) ? import (cli, &options) : cli->status;
  g_free (options.mode);
  g_free (options.questionnaire);
  g_free (options.status);
  g_strfreev (options.maps);
  return status;
}
