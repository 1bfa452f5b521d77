/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-write.h"
#include "dossier/mlg-meeting-paper.h"
#include "meetings/mlg-meeting.h"
#include "mlg-cli-document.h"
#include "mlg-cli-meeting.h"
#include "mlg-cli-record.h"

/* export meeting ID|NAME OUT: a paper of a meeting. */

/* See the header: what is typed names one meeting. */
gboolean
mlg_cli_is_meeting_export (MlgCli *cli)
{
  return mlg_cli_get_n_arguments (cli) == 3
         && (g_str_equal (cli->arguments[0], "meeting")
             || g_str_equal (cli->arguments[0], "meetings"));
}

static MlgDocument *
fill (MlgCli *cli, const char *paper, GStrv *missing, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (MlgRecord) meeting =
      db != NULL ? mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[1], error) : NULL;
  gint64 id = meeting != NULL ? mlg_record_get_id (meeting) : 0;

  if (meeting == NULL
      || (paper == NULL && (paper = mlg_meeting_paper_find_usual (db, id, error)) == NULL))
    return NULL;
  return mlg_meeting_paper_fill (db, id, paper, missing, issues, cli->cancellable, error);
}

/* See the header. @paper: (nullable): which one; the one that its state calls for. */
MlgCliStatus
mlg_cli_export_meeting (MlgCli *cli, const char *paper)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = NULL;
  g_auto (GStrv) missing = NULL;
  g_autoptr (GError) error = NULL;

  if (paper != NULL && !g_strv_contains (mlg_meeting_paper_list (), paper))
    {
      g_autofree char *list = g_strjoinv (", ", (GStrv) mlg_meeting_paper_list ());

      return mlg_cli_misuse (cli, _ ("there is no paper “%s”: one of %s is expected"), paper, list);
    }
  if (!mlg_cli_check_output (cli, cli->arguments[2]))
    return cli->status;
  document = fill (cli, paper, &missing, issues, &error);
  if (document == NULL
      || !mlg_document_save (document, cli->arguments[2], issues, cli->cancellable, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_tell_filled (cli, cli->arguments[2], document, missing, issues);
  return g_strv_length (missing) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}
