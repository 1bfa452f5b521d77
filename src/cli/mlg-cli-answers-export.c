/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-write.h"
#include "dossier/mlg-theme-paper.h"
#include "exchange/mlg-ballots-file.h"
#include "exchange/mlg-import-answers.h"
#include "members/mlg-body.h"
#include "mlg-cli-answers.h"
#include "mlg-cli-document.h"
#include "mlg-cli-record.h"
#include "mlg-new-file.h"
#include "themes/mlg-questionnaire.h"

/* export answers|ballots|tally|questionnaire ID|NAME OUT */
typedef struct
{
  MlgCli *cli;
  const MlgCliAnswers *options;
  MlgConnection *db;
  const MlgForm *form;
  MlgIssueList *issues;
} Exporting;

static const char *const kinds[] = { "answers", "ballots", "tally", "questionnaire", NULL };

/* See the header. */
gboolean
mlg_cli_is_answers_export (MlgCli *cli)
{
  return mlg_cli_get_n_arguments (cli) == 3 && g_strv_contains (kinds, cli->arguments[0]);
}

static MlgFormQuestion *
find_question (const Exporting *e, GError **error)
{
  MlgFormQuestion *question = e->options->question != NULL
                                  ? mlg_form_find_question_by_code (e->form, e->options->question)
                                  : mlg_form_find_counted (e->form);

  if (question != NULL && mlg_form_question_is_counted (question))
    return question;
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                       _ ("The questionnaire has no question that can be counted"));
  return NULL;
}

static GBytes *
make_ballots (const Exporting *e, GError **error)
{
  MlgFormQuestion *question = find_question (e, error);
  g_autoptr (MlgBallots) ballots =
      question != NULL ? mlg_ballots_load (e->db, e->form, question, NULL, e->issues, error) : NULL;

  if (ballots == NULL)
    return NULL;
  return mlg_ballots_is_cef_name (e->cli->arguments[2])
             ? mlg_ballots_write_cef (ballots, mlg_form_get_unranked (e->form), e->issues)
             : mlg_ballots_write_table (ballots);
}

static MlgCliStatus
export_data (const Exporting *e, gboolean ballots, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (e->cli->arguments[2]);
  g_autoptr (GBytes) bytes =
      ballots ? make_ballots (e, error)
              : mlg_export_answers (e->db, mlg_record_get_id (e->form->questionnaire), e->issues,
                                    error);

  if (bytes == NULL || !mlg_new_file_write (file, bytes, e->cli->cancellable, error))
    return MLG_CLI_FAILED;
  mlg_cli_say_issues (e->cli, e->issues);
  mlg_cli_say (e->cli, "%s", e->cli->arguments[2]);
  return MLG_CLI_DONE;
}

static GPtrArray *
split_all (const Exporting *e, const MlgBallots *ballots, MlgIssueList *found, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_tally_group_free);
  gboolean anonymous = mlg_record_get_boolean (e->form->questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS);

  for (guint split = 0; split < MLG_N_SPLITS; split++)
    {
      g_autoptr (GPtrArray) groups =
          mlg_tally_split (ballots, split, mlg_form_get_unranked (e->form), MLG_TALLY_ALL_METHODS,
                           anonymous, e->cli->cancellable, error);

      if (groups == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&groups));
      mlg_tally_note_ungrouped (ballots, split, anonymous, found);
    }
  return g_steal_pointer (&all);
}

static MlgDocument *
make_report (const Exporting *e, GStrv *missing, GError **error)
{
  g_autoptr (MlgIssueList) found = mlg_issue_list_new ();
  MlgFormQuestion *question = find_question (e, error);
  g_autoptr (MlgBallots) ballots =
      question != NULL ? mlg_ballots_load (e->db, e->form, question, NULL, found, error) : NULL;
  g_autoptr (MlgTally) tally =
      ballots != NULL ? mlg_tally_run (ballots, mlg_form_get_unranked (e->form),
                                       MLG_TALLY_ALL_METHODS, e->cli->cancellable, error)
                      : NULL;
  g_autoptr (GPtrArray) groups = tally != NULL ? split_all (e, ballots, found, error) : NULL;
  MlgTallyReport report = { e->form, question, tally, NULL, groups, found };

  if (groups == NULL)
    return NULL;
  return mlg_theme_paper_make_report (e->db, &report, missing, e->issues, e->cli->cancellable,
                                      error);
}

static MlgDocument *
make_form (const Exporting *e, GStrv *missing, GError **error)
{
  g_autoptr (MlgRecord) body = NULL;

  if (e->options->body != NULL
      && (body = mlg_cli_find_record (e->db, &mlg_body_kind, e->options->body, error)) == NULL)
    return NULL;
  return mlg_theme_paper_make_form (e->db, e->form, body != NULL ? mlg_record_get_id (body) : 0,
                                    e->options->paper, missing, e->issues, e->cli->cancellable,
                                    error);
}

static MlgCliStatus
export_paper (const Exporting *e, gboolean report, GError **error)
{
  g_auto (GStrv) missing = NULL;
  g_autoptr (MlgDocument) document =
      report ? make_report (e, &missing, error) : make_form (e, &missing, error);

  if (document == NULL
      || !mlg_document_save (document, e->cli->arguments[2], e->issues, e->cli->cancellable, error))
    return MLG_CLI_FAILED;
  mlg_cli_tell_filled (e->cli, e->cli->arguments[2], document, missing, e->issues);
  return g_strv_length (missing) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

static gboolean
check_name (MlgCli *cli, gboolean data)
{
  if (!data)
    return mlg_cli_check_output (cli, cli->arguments[2]);
  if (g_str_has_suffix (cli->arguments[2], ".csv")
      || (g_str_equal (cli->arguments[0], "ballots")
          && mlg_ballots_is_cef_name (cli->arguments[2])))
    return TRUE;
  mlg_cli_misuse (cli, _ ("“%s”: a name that ends in .csv is expected, or .cvotes for ballots"),
                  cli->arguments[2]);
  return FALSE;
}

/* See the header. */
MlgCliStatus
mlg_cli_export_answers (MlgCli *cli, const MlgCliAnswers *options)
{
  const char *kind = cli->arguments[0];
  gboolean data = g_str_equal (kind, "answers") || g_str_equal (kind, "ballots");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) record = NULL;
  g_autoptr (MlgForm) form = NULL;
  MlgCliStatus status = MLG_CLI_FAILED;

  if (!check_name (cli, data))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    record = mlg_cli_find_record (db, &mlg_questionnaire_kind, cli->arguments[1], &error);
  if (record != NULL)
    form = mlg_form_load (db, mlg_record_get_id (record), &error);
  if (form != NULL)
    {
      Exporting e = { cli, options, db, form, issues };

      status = data ? export_data (&e, g_str_equal (kind, "ballots"), &error)
                    : export_paper (&e, g_str_equal (kind, "tally"), &error);
    }
  return status == MLG_CLI_FAILED ? mlg_cli_fail (cli, g_steal_pointer (&error)) : status;
}
