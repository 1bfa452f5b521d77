/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-library.h"

#include <glib/gi18n.h>
#include <string.h>

#include "library/mlg-clause-uses.h"
#include "library/mlg-clause.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-library-sample.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"

/* library: what one does with clauses, templates and drafts beside writing their fields. */

/* One verb on one record, inside an action. */
typedef struct
{
  MlgCli *cli;
  MlgRecord *record;
  MlgIssueList *issues; /* what is to be told when it is done */
  gint64 made;          /* a new record */
} Doing;

static gboolean
follow (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_clause_follow_everywhere (db, mlg_record_get_id (doing->record), error);
}

/* keep CLAUSE TEMPLATE REVISION: wherever the clause stands in that template. */
static gboolean
keep (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;
  g_autoptr (MlgRecord) template =
      mlg_cli_find_record (db, &mlg_template_record_kind, doing->cli->arguments[2], error);
  g_autoptr (GPtrArray) uses =
      template != NULL ? mlg_clause_list_uses (db, mlg_record_get_id (doing->record), error) : NULL;
  guint revision = (guint) g_ascii_strtoull (doing->cli->arguments[3], NULL, 10);
  guint n = 0;

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const MlgClauseUsage *usage = uses->pdata[i];

      if (usage->template != mlg_record_get_id (template))
        continue;
      n++;
      if (!mlg_clause_use_keep (db, usage->use, revision, error))
        return FALSE;
    }
  if (uses != NULL && n == 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                 _ ("the template “%s” does not use this clause"), doing->cli->arguments[2]);
  return n > 0;
}

static gboolean
duplicate (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->made = mlg_template_duplicate (db, mlg_record_get_id (doing->record),
                                        doing->cli->arguments[2], error);
  return doing->made != 0;
}

static gboolean
answer_one (MlgAnswers *answers, const char *assignment, GError **error)
{
  const char *sign = strchr (assignment, '=');
  g_autofree char *field = g_strndup (assignment, (gsize) (sign - assignment));

  return mlg_answers_set (answers, field, sign + 1, error);
}

static gboolean
answer (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;
  gint64 id = mlg_record_get_id (doing->record);
  g_autoptr (MlgAnswers) answers = mlg_draft_read (db, id, doing->issues, error);

  for (guint i = 2; answers != NULL && doing->cli->arguments[i] != NULL; i++)
    if (!answer_one (answers, doing->cli->arguments[i], error))
      return FALSE;
  return answers != NULL && mlg_draft_write_answers (db, id, answers, error);
}

static gboolean
update (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_draft_take_newer (db, mlg_record_get_id (doing->record), NULL, doing->issues, error);
}

static const struct
{
  const char *name;
  const MlgKind *kind;
  guint least, most; /* arguments, with the verb */
  MlgActionFunc func;
  const char *action; /* its name in the history */
} verbs[] = {
  /* Translators: names of actions in the history; %s is a clause. */
  { "follow", &mlg_clause_kind, 2, 2, follow, N_ ("Same wording of %s everywhere") },
  { "keep", &mlg_clause_kind, 4, 4, keep, N_ ("Keep a wording of %s") },
  { "duplicate", &mlg_template_record_kind, 3, 3, duplicate, N_ ("Duplicate %s") },
  { "answer", &mlg_draft_kind, 3, G_MAXUINT, answer, N_ ("Answers of %s") },
  { "update", &mlg_draft_kind, 2, 2, update, N_ ("Newer template for %s") },
};

static gboolean
tell (const Doing *doing, MlgConnection *db, const char *action, GError **error)
{
  gint64 id = doing->made != 0 ? doing->made : mlg_record_get_id (doing->record);
  g_autoptr (MlgRecord) record =
      mlg_record_load (db, mlg_record_get_kind (doing->record), id, error);
  JsonObject *object;

  if (record == NULL)
    return FALSE;
  mlg_cli_say_issues (doing->cli, doing->issues);
  mlg_cli_say (doing->cli, "%s (%" G_GINT64_FORMAT ")", action, id);
  if (!doing->cli->json)
    return TRUE;
  object = mlg_cli_json_record (record);
  json_object_set_string_member (object, "action", action);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (doing->issues));
  mlg_cli_json_print (object);
  return TRUE;
}

static MlgCliStatus
act (MlgCli *cli, guint verb)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, verbs[verb].kind, cli->arguments[1], &error) : NULL;
  Doing doing = { .cli = cli, .record = record, .issues = issues };
  g_autofree char *name = record != NULL ? mlg_record_dup_name (record) : NULL;
  g_autoptr (GString) action = g_string_new (_ (verbs[verb].action));

  if (record == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  g_string_replace (action, "%s", name, 1);
  if (!mlg_connection_act (db, action->str, verbs[verb].func, &doing, NULL, &error)
      || !tell (&doing, db, action->str, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

static gboolean
add_usual (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_library_add_shipped (db, error);
}

/* usual: the model tenders that come with the program; those that are there already are left as they are. */
static MlgCliStatus
run_usual (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);

  if (db == NULL
      || !mlg_connection_act (db, _ ("Bring the model tenders"), add_usual, NULL, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", _ ("The model tenders are in the library"));
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli)
{
  const char *verb = cli->arguments[0];
  guint n = mlg_cli_get_n_arguments (cli);

  if (g_str_equal (verb, "usual") && n == 1)
    return run_usual (cli);
  if (n < 2)
    return mlg_cli_misuse (cli, _ ("%s is expected"), _ (cli->command->arguments));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, verb))
      {
        if (n < verbs[i].least || n > verbs[i].most)
          return mlg_cli_misuse (cli, _ ("%s takes other arguments"), verb);
        if (verbs[i].func == answer && !mlg_cli_check_pairs (cli, cli->arguments + 2))
          return cli->status;
        return act (cli, i);
      }
  return mlg_cli_library_look (cli);
}

/* library usual, uses|wordings|bar|keep|follow CLAUSE …, compare|duplicate TEMPLATE …, answer|news|update DRAFT … */
MlgCliStatus
mlg_cli_library (MlgCli *cli)
{
  const GOptionEntry none[] = { { NULL } };

  return mlg_cli_parse (cli, none, 1, G_MAXUINT) ? run (cli) : cli->status;
}
