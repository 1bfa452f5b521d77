/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/mlg-nomenclature-import.h"
#include "exchange/mlg-table-reader.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-template-record.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"
#include "template/mlg-shipped-template.h"

/* Templates and drafts of the network file by their names, where others come from files; and codes. */

/* See the header: what is no file and no shipped template may be a template or a draft of the network. */
gboolean
mlg_cli_is_in_library (const char *argument)
{
  g_autofree char *shipped = mlg_shipped_template_get_path (argument);

  return shipped == NULL && strchr (argument, G_DIR_SEPARATOR) == NULL
         && !g_file_test (argument, G_FILE_TEST_EXISTS) && strrchr (argument, '.') == NULL;
}

/* See the header. @answers: (out): those of a draft; none for a template. */
MlgTemplate *
mlg_cli_read_from_library (
    MlgCli *cli, const char *name, MlgAnswers **answers, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, &mlg_template_record_kind, name, NULL) : NULL;
  g_autoptr (MlgAnswers) kept = NULL;

  if (db == NULL)
    return NULL;
  if (record != NULL)
    return mlg_compose_template (db, mlg_record_get_id (record), issues, error);
  record = mlg_cli_find_record (db, &mlg_draft_kind, name, error);
  kept = record != NULL ? mlg_draft_read (db, mlg_record_get_id (record), issues, error) : NULL;
  if (kept == NULL)
    return NULL;
  *answers = g_object_ref (kept);
  return g_object_ref (mlg_answers_get_template (kept));
}

/* See the header. */
gboolean
mlg_cli_is_nomenclature_import (MlgCli *cli)
{
  return g_str_equal (cli->arguments[0], "nomenclature");
}

static gboolean
take_file (MlgCli *cli,
           MlgConnection *db,
           const char *path,
           MlgNomenclatureCounts *counts,
           MlgIssueList *issues,
           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MlgTable) table =
      mlg_table_read (file, &mlg_table_default_limits, issues, cli->cancellable, error);

  return table != NULL && mlg_nomenclature_import (db, table, counts, issues, error);
}

static gboolean
act (MlgCli *cli,
     MlgConnection *db,
     gboolean dry_run,
     MlgNomenclatureCounts *counts,
     MlgIssueList *issues,
     GError **error)
{
  if (!mlg_connection_begin (db, _ ("Import codes"), error))
    return FALSE;
  for (guint i = 1; i < mlg_cli_get_n_arguments (cli); i++)
    if (!take_file (cli, db, cli->arguments[i], counts, issues, error))
      {
        mlg_connection_rollback (db);
        return FALSE;
      }
  if (!dry_run)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return TRUE;
}

/* See the header. */
MlgCliStatus
mlg_cli_import_nomenclature (MlgCli *cli, gboolean dry_run)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  MlgNomenclatureCounts counts = { 0 };
  MlgCliStatus status;
  JsonObject *object;

  if (db == NULL || !act (cli, db, dry_run, &counts, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say_issues (cli, issues);
  mlg_cli_say (cli, _ ("Read: %u; added: %u; changed: %u"), counts.read, counts.added,
               counts.changed);
  status = mlg_cli_import_status (issues);
  if (!cli->json)
    return status;
  object = json_object_new ();
  json_object_set_int_member (object, "read", counts.read);
  json_object_set_int_member (object, "added", counts.added);
  json_object_set_int_member (object, "merged", counts.changed);
  json_object_set_int_member (object, "replaced", 0);
  json_object_set_int_member (object, "skipped", mlg_issue_list_count (issues, MLG_SEVERITY_ERROR));
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
  return status;
}
