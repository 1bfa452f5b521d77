/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/mlg-document-write.h"
#include "exchange/mlg-grid-file.h"
#include "exchange/mlg-template-bundle.h"
#include "exchange/mlg-template-folder.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-grid.h"
#include "library/mlg-template-record.h"
#include "mlg-cli-document.h"
#include "mlg-cli-library.h"
#include "mlg-cli-record.h"
#include "mlg-new-file.h"
#include "store/mlg-query.h"
#include "template/mlg-fill.h"

/* export template ID|NAME OUT, export draft ID|NAME OUT, export templates FOLDER|OUT.zip */

static gboolean
is_kind (MlgCli *cli, const char *one, const char *many)
{
  return g_str_equal (cli->arguments[0], one) || g_str_equal (cli->arguments[0], many);
}

static gboolean
is_folder (const char *path)
{
  return !g_str_has_suffix (path, ".csv") && !g_str_has_suffix (path, ".vcf");
}

/* See the header. */
gboolean
mlg_cli_is_template_export (MlgCli *cli)
{
  guint n = mlg_cli_get_n_arguments (cli);

  if (n == 2)
    return is_kind (cli, "template", "templates") && is_folder (cli->arguments[1]);
  return n == 3 && (is_kind (cli, "template", "templates") || is_kind (cli, "draft", "drafts"));
}

static gboolean
save_xml (MlgCli *cli, MlgTemplate *template, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);

  return mlg_new_file_write (file, bytes, cli->cancellable, error);
}

static gboolean
export_all (
    MlgCli *cli, MlgConnection *db, const char *folder, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_template_record_kind);
  g_autoptr (GArray) ids = mlg_query_run (query, db, error);
  gboolean bundle = mlg_template_bundle_is_name (folder);
  g_autoptr (GPtrArray) paths =
      ids != NULL && !bundle ? mlg_template_folder_write (db, ids, folder, issues, error) : NULL;

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    mlg_cli_say (cli, "%s", (char *) paths->pdata[i]);
  if (ids == NULL || !bundle)
    return paths != NULL;
  if (!mlg_template_bundle_write (db, ids, folder, issues, error))
    return FALSE;
  mlg_cli_say (cli, "%s", folder);
  return TRUE;
}

/* A template or a draft as a document: what has no answer shows as gaps. */
static MlgCliStatus
write_document (
    MlgCli *cli, MlgTemplate *template, MlgAnswers *answers, MlgIssueList *issues, GError **error)
{
  const char *out = cli->arguments[2];
  g_auto (GStrv) missing = answers != NULL ? mlg_fill_list_missing (template, answers) : NULL;
  g_autoptr (MlgDocument) document =
      answers != NULL
          ? mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES, issues, cli->cancellable, error)
          : NULL;

  if (document == NULL || !mlg_document_save (document, out, issues, cli->cancellable, error))
    return MLG_CLI_FAILED;
  mlg_cli_tell_filled (cli, out, document, missing, issues);
  return g_strv_length (missing) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

/* Returns: (transfer full): the answers of a draft, or to a template, which has none */
static MlgAnswers *
read_named (MlgCli *cli, MlgConnection *db, MlgIssueList *issues, GError **error)
{
  gboolean draft = is_kind (cli, "draft", "drafts");
  const MlgKind *kind = draft ? &mlg_draft_kind : &mlg_template_record_kind;
  g_autoptr (MlgRecord) record = mlg_cli_find_record (db, kind, cli->arguments[1], error);
  g_autoptr (MlgTemplate) template = NULL;

  if (record == NULL)
    return NULL;
  if (draft)
    return mlg_draft_read (db, mlg_record_get_id (record), issues, error);
  template = mlg_compose_template (db, mlg_record_get_id (record), issues, error);
  return template != NULL ? mlg_answers_new (template) : NULL;
}

static MlgCliStatus
export_named (MlgCli *cli, MlgConnection *db, MlgIssueList *issues, GError **error)
{
  const char *out = cli->arguments[2];
  g_autoptr (MlgAnswers) answers = read_named (cli, db, issues, error);
  MlgTemplate *template = answers != NULL ? mlg_answers_get_template (answers) : NULL;

  if (template == NULL)
    return MLG_CLI_FAILED;
  if (!g_str_has_suffix (out, ".xml"))
    return write_document (cli, template, answers, issues, error);
  if (!save_xml (cli, template, out, error))
    return MLG_CLI_FAILED;
  mlg_cli_say_issues (cli, issues);
  mlg_cli_say (cli, "%s", out);
  return MLG_CLI_DONE;
}

static gboolean
write_grid (MlgCli *cli, MlgConnection *db, const char *name, MlgIssueList *issues, GError **error)
{
  const char *out = cli->arguments[2];
  g_autoptr (MlgRecord) draft = mlg_cli_find_record (db, &mlg_draft_kind, cli->arguments[1], error);
  g_autoptr (MlgGrid) grid =
      draft != NULL ? mlg_grid_new (db, mlg_record_get_id (draft), name, error) : NULL;

  return grid != NULL && mlg_grid_save (grid, out, issues, cli->cancellable, error);
}

/* export draft ID|NAME OUT --grid NAME: OUT may be a spreadsheet too. */
static MlgCliStatus
export_grid (MlgCli *cli, const char *name)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_strv_contains (mlg_grid_list (), name))
    {
      g_autofree char *list = g_strjoinv (", ", (GStrv) mlg_grid_list ());

      return mlg_cli_misuse (cli, _ ("there is no grid “%s”: one of %s is expected"), name, list);
    }
  if (mlg_cli_get_n_arguments (cli) != 3 || !is_kind (cli, "draft", "drafts"))
    return mlg_cli_misuse (cli, _ ("a grid is of a draft"));
  if (!g_str_has_suffix (cli->arguments[2], ".csv")
      && !mlg_cli_check_output (cli, cli->arguments[2]))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db == NULL || !write_grid (cli, db, name, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", cli->arguments[2]);
  return MLG_CLI_DONE;
}

/* See the header. @grid: (nullable): a grid of the draft rather than its text. */
MlgCliStatus
mlg_cli_export_templates (MlgCli *cli, const char *grid)
{
  gboolean one = mlg_cli_get_n_arguments (cli) == 3;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GError) error = NULL;
  MlgCliStatus status = MLG_CLI_FAILED;

  if (grid != NULL)
    return export_grid (cli, grid);
  if (one && !mlg_cli_check_output (cli, cli->arguments[2]))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL && one)
    status = export_named (cli, db, issues, &error);
  else if (db != NULL && export_all (cli, db, cli->arguments[1], issues, &error))
    status = MLG_CLI_DONE;
  return error != NULL ? mlg_cli_fail (cli, g_steal_pointer (&error)) : status;
}
