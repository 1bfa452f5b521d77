/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-answers.h"

#include <glib/gi18n.h>

#include "exchange/mlg-import-answer-form.h"
#include "exchange/mlg-table-reader.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"
#include "themes/mlg-questionnaire.h"

/* import answers FILE… --questionnaire ID|NAME */
typedef struct
{
  MlgCli *cli;
  const MlgCliAnswers *options;
  gint64 questionnaire;
  MlgAnswerFlags flags;
  MlgAnswersResult sum;
  MlgIssueList *issues;
} Importing;

/* See the header. */
gboolean
mlg_cli_is_answers_import (MlgCli *cli)
{
  return g_str_equal (cli->arguments[0], "answers") || g_str_equal (cli->arguments[0], "answer");
}

/* The one that was named, or else the one that is open. */
static MlgRecord *
find_questionnaire (MlgConnection *db, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) open = NULL;

  if (wanted != NULL)
    return mlg_cli_find_record (db, &mlg_questionnaire_kind, wanted, error);
  open = mlg_record_load_where (db, &mlg_questionnaire_kind, error, "WHERE state='open'", "");
  if (open == NULL)
    return NULL;
  if (open->len == 1)
    return g_object_ref (open->pdata[0]);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
               open->len == 0
                   ? _ ("No questionnaire is open: name one with --questionnaire")
                   : _ ("Several questionnaires are open: name one with --questionnaire"));
  return NULL;
}

static gboolean
is_table (const char *name)
{
  return g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv")
         || g_str_has_suffix (name, ".txt");
}

static gboolean
import_file (Importing *i, MlgConnection *db, const char *argument, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_file_get_basename (file);
  MlgAnswersResult result = { 0 };

  if (is_table (name))
    {
      g_autoptr (MlgTable) table =
          mlg_table_read (file, &mlg_table_default_limits, i->issues, i->cli->cancellable, error);

      if (table == NULL
          || !mlg_import_answers (db, i->questionnaire, table, i->options->maps, i->flags, &result,
                                  i->issues, error))
        return FALSE;
    }
  else
    {
      g_autoptr (GBytes) bytes =
          mlg_exchange_load (file, mlg_table_default_limits.bytes, i->cli->cancellable, error);

      if (bytes == NULL
          || !mlg_import_answer_form (db, i->questionnaire, bytes, name, i->flags, &result,
                                      i->issues, i->cli->cancellable, error))
        return FALSE;
    }
  i->sum.read += result.read;
  i->sum.added += result.added;
  i->sum.replaced += result.replaced;
  i->sum.skipped += result.skipped;
  return TRUE;
}

static gboolean
import_files (Importing *i, MlgConnection *db, const char *title, GError **error)
{
  g_autofree char *action = g_strdup_printf (_ ("Import answers to %s"), title);

  if (!mlg_connection_begin (db, action, error))
    return FALSE;
  for (guint n = 1; n < mlg_cli_get_n_arguments (i->cli); n++)
    if (!import_file (i, db, i->cli->arguments[n], error))
      {
        mlg_connection_rollback (db);
        return FALSE;
      }
  if (!i->options->dry_run && i->sum.added + i->sum.replaced > 0)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return TRUE;
}

static void
tell (const Importing *i)
{
  JsonObject *object;

  mlg_cli_say_issues (i->cli, i->issues);
  mlg_cli_say (i->cli, _ ("Read: %u; added: %u; replaced: %u; skipped: %u"), i->sum.read,
               i->sum.added, i->sum.replaced, i->sum.skipped);
  if (!i->cli->json)
    return;
  object = json_object_new ();
  json_object_set_int_member (object, "read", i->sum.read);
  json_object_set_int_member (object, "added", i->sum.added);
  json_object_set_int_member (object, "merged", 0);
  json_object_set_int_member (object, "replaced", i->sum.replaced);
  json_object_set_int_member (object, "skipped", i->sum.skipped);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (i->issues));
  mlg_cli_json_print (object);
}

/* See the header. */
MlgCliStatus
mlg_cli_import_answers (MlgCli *cli, const MlgCliAnswers *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) questionnaire = NULL;
  Importing i = { .cli = cli, .options = options, .issues = issues };

  if (g_strcmp0 (options->mode, "merge") == 0)
    return mlg_cli_misuse (cli,
                           _ ("answers are added or replaced as a whole: they are not merged"));
  i.flags = g_strcmp0 (options->mode, "replace") == 0 ? MLG_ANSWER_REPLACE : 0;
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db != NULL)
    questionnaire = find_questionnaire (db, options->questionnaire, &error);
  if (questionnaire == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  i.questionnaire = mlg_record_get_id (questionnaire);
  if (!import_files (&i, db, mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE), &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (&i);
  /* Of a body that answered twice, one answer is left aside with a warning. */
  if (i.sum.skipped > 0 && mlg_issue_list_count (issues, MLG_SEVERITY_WARNING) > 0)
    return MLG_CLI_NO;
  return mlg_cli_import_status (issues);
}
