/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-write.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-library.h"
#include "template/mlg-fill.h"

typedef struct
{
  char *answers; /* (owned) (nullable) a file */
  GStrv set;     /* (owned) (nullable) FIELD=VALUE */
  int piece;     /* from 1; 0 for all */
} FillOptions;

static MlgDocument *
fill (MlgCli *cli, const FillOptions *options, MlgIssueList *issues, GStrv *missing, GError **error)
{
  g_autoptr (MlgAnswers) kept = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_cli_read_template (cli, cli->arguments[0], &kept, issues, error);
  g_autoptr (MlgAnswers) answers =
      template != NULL ? mlg_cli_read_answers (cli, template, kept, options->answers, options->set,
                                               issues, error)
                       : NULL;
  guint piece = options->piece > 0 ? (guint) options->piece - 1 : MLG_FILL_ALL_PIECES;

  if (answers == NULL)
    return NULL;
  *missing = mlg_fill_list_missing (template, answers);
  return mlg_fill (template, answers, NULL, piece, issues, cli->cancellable, error);
}

/* What filling tells of lines is of the template, which knows no file. */
static MlgIssueList *
name_file (const char *argument, MlgIssueList *issues)
{
  g_autofree char *path = mlg_cli_find_template (argument);
  g_autofree char *name = g_path_get_basename (path);
  MlgIssueList *named = mlg_issue_list_new ();

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (issues, i);
      gboolean nameless = issue->file == NULL && issue->line > 0;

      mlg_issue_list_add (named, issue->severity, nameless ? name : issue->file, issue->line,
                          issue->column, "%s", issue->message);
    }
  return named;
}

static MlgCliStatus
run (MlgCli *cli, const FillOptions *options)
{
  g_autoptr (MlgIssueList) found = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) issues = NULL;
  g_autoptr (MlgDocument) document = NULL;
  g_auto (GStrv) missing = NULL;
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_check_pairs (cli, options->set))
    return cli->status;
  if (options->piece < 0)
    return mlg_cli_misuse (cli, _ ("pieces are counted from 1"));
  if (!mlg_cli_check_output (cli, cli->arguments[1]))
    return cli->status;
  document = fill (cli, options, found, &missing, &error);
  issues = mlg_cli_is_in_library (cli->arguments[0]) ? mlg_issue_list_ref (found)
                                                     : name_file (cli->arguments[0], found);
  if (document == NULL
      || !mlg_document_save (document, cli->arguments[1], issues, cli->cancellable, &error))
    {
      if (mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) > 0)
        mlg_cli_say_issues (cli, issues);
      return mlg_cli_fail (cli, g_steal_pointer (&error));
    }
  mlg_cli_tell_filled (cli, cli->arguments[1], document, missing, issues);
  return g_strv_length (missing) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

/* fill TEMPLATE OUT [--answers FILE] [--set FIELD=VALUE]… [--piece N] */
MlgCliStatus
mlg_cli_fill (MlgCli *cli)
{
  FillOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "answers", 'a', 0, G_OPTION_ARG_FILENAME, &options.answers,
      N_ ("Take the answers from this file"), N_ ("FILE") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_ ("Answer one field"),
      N_ ("FIELD=VALUE") },
    { "piece", 'p', 0, G_OPTION_ARG_INT, &options.piece, N_ ("Only this piece, counted from 1"),
      N_ ("N") },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 2, 2) ? run (cli, &options) : cli->status;

  g_free (options.answers);
  g_strfreev (options.set);
  return status;
}
