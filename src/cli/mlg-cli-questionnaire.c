/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "meetings/mlg-meeting.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-action.h"
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-hands.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-questionnaire.h"

/* questionnaire open|close|copy|pending QUESTIONNAIRE | options QUESTIONNAIRE FILE | hands QUESTIONNAIRE
 * OPTION=N… */
typedef struct
{
  MlgCli *cli;
  gint64 questionnaire;
  const char *question; /* (nullable) code */
  gint64 meeting;       /* where hands were raised; 0 when that is not said */
  gint64 made;
  guint n_added;
} Doing;

static gboolean
open_it (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_questionnaire_set_state (db, doing->questionnaire, "open", error);
}

static gboolean
close_it (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_questionnaire_set_state (db, doing->questionnaire, "closed", error);
}

static gboolean
copy_it (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->made = mlg_questionnaire_copy (db, doing->questionnaire, doing->cli->arguments[2], error);
  return doing->made != 0;
}

static MlgFormQuestion *
find_question (const MlgForm *form, const char *code, GError **error)
{
  MlgFormQuestion *question = NULL;

  if (code != NULL)
    question = mlg_form_find_question_by_code (form, code);
  else if (form->questions->len == 1)
    question = form->questions->pdata[0];
  if (question == NULL)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                 _ ("Say which question with --question CODE"));
  return question;
}

static gboolean
paste (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;
  g_autoptr (MlgForm) form = mlg_form_load (db, doing->questionnaire, error);
  MlgFormQuestion *question = form != NULL ? find_question (form, doing->question, error) : NULL;
  g_autoptr (GBytes) bytes =
      question != NULL
          ? mlg_document_load_file (doing->cli->arguments[2], doing->cli->cancellable, error)
          : NULL;
  g_autofree char *list = NULL;

  if (bytes == NULL)
    return FALSE;
  list = g_bytes_get_size (bytes) > 0
             ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
             : g_strdup ("");
  if (!g_utf8_validate (list, -1, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: UTF-8 is expected"),
                   doing->cli->arguments[2]);
      return FALSE;
    }
  return mlg_question_paste_options (db, mlg_record_get_id (question->question), list,
                                     &doing->n_added, error);
}

/* "A3=12", or the label; "yes=12", "no=3" where there are no options. */
static gboolean
count_hands (MlgConnection *db,
             const MlgFormQuestion *question,
             const char *text,
             gint64 meeting,
             GError **error)
{
  const char *equal = strrchr (text, '=');
  g_autofree char *name = equal != NULL ? g_strndup (text, equal - text) : NULL;
  guint64 hands = 0;
  gint64 option = 0;
  gboolean yes = g_strcmp0 (name, "yes") == 0 || g_strcmp0 (name, "oui") == 0;
  gboolean no = g_strcmp0 (name, "no") == 0 || g_strcmp0 (name, "non") == 0;

  for (guint i = 0; name != NULL && i < question->options->len; i++)
    {
      MlgRecord *one = question->options->pdata[i];

      if (g_strcmp0 (mlg_record_get_text (one, MLG_QUESTION_OPTION_CODE), name) == 0
          || g_strcmp0 (mlg_record_get_text (one, MLG_QUESTION_OPTION_LABEL), name) == 0)
        option = mlg_record_get_id (one);
    }
  if (equal == NULL || !g_ascii_string_to_unsigned (equal + 1, 10, 0, G_MAXINT, &hands, NULL)
      || (option == 0 && (question->options->len > 0 || !(yes || no))))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   _ ("“%s”: an option and how many hands are expected, as A1=12"), text);
      return FALSE;
    }
  return mlg_hands_store (db, mlg_record_get_id (question->question), option, yes ? 1 : 0,
                          (guint) hands, meeting, error);
}

static gboolean
store_hands (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;
  g_autoptr (MlgForm) form = mlg_form_load (db, doing->questionnaire, error);
  MlgFormQuestion *question = form != NULL ? find_question (form, doing->question, error) : NULL;

  for (guint i = 2; question != NULL && i < mlg_cli_get_n_arguments (doing->cli); i++)
    {
      if (!count_hands (db, question, doing->cli->arguments[i], doing->meeting, error))
        return FALSE;
      doing->n_added++;
    }
  return question != NULL;
}

static const struct
{
  const char *name;
  guint least, most;
  MlgActionFunc func;
  const char *action;
} verbs[] = {
  /* Translators: names of actions in the history; %s is a questionnaire. */
  { "open", 2, 2, open_it, N_ ("Open %s") },
  { "close", 2, 2, close_it, N_ ("Close %s") },
  { "copy", 2, 3, copy_it, N_ ("Copy %s") },
  { "options", 3, 3, paste, N_ ("Add options to %s") },
  { "hands", 3, G_MAXUINT, store_hands, N_ ("Count hands for %s") },
};

static gboolean
find_meeting (MlgConnection *db, const char *name, Doing *doing, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_cli_find_record (db, &mlg_meeting_kind, name, error);

  doing->meeting = meeting != NULL ? mlg_record_get_id (meeting) : 0;
  return meeting != NULL;
}

static MlgCliStatus
act (MlgCli *cli, guint verb, const char *question, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, &mlg_questionnaire_kind, cli->arguments[1], &error)
                 : NULL;
  Doing doing = { .cli = cli, .question = question };
  g_autoptr (GString) action = g_string_new (_ (verbs[verb].action));
  JsonObject *object;

  if (record == NULL || (meeting != NULL && !find_meeting (db, meeting, &doing, &error)))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  doing.questionnaire = mlg_record_get_id (record);
  g_string_replace (action, "%s", mlg_record_get_text (record, MLG_QUESTIONNAIRE_TITLE), 1);
  if (!mlg_connection_act (db, action->str, verbs[verb].func, &doing, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", action->str);
  if (cli->json)
    {
      object = json_object_new ();
      mlg_cli_json_set_id (object, "id", doing.made != 0 ? doing.made : doing.questionnaire);
      json_object_set_int_member (object, "added", doing.n_added);
      json_object_set_string_member (object, "action", action->str);
      mlg_cli_json_print (object);
    }
  return MLG_CLI_DONE;
}

static MlgCliStatus
tell_pending (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, &mlg_questionnaire_kind, cli->arguments[1], &error)
                 : NULL;
  g_autoptr (GPtrArray) pending =
      record != NULL ? mlg_questionnaire_list_pending (db, mlg_record_get_id (record), &error)
                     : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (JsonArray) items = json_array_new ();

  if (pending == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_table_add (rows, _ ("Name"), _ ("E-mail"), NULL);
  for (guint i = 0; i < pending->len; i++)
    {
      const MlgPending *one = pending->pdata[i];
      JsonObject *item = json_object_new ();

      mlg_cli_table_add (rows, one->name, one->email != NULL ? one->email : "", NULL);
      mlg_cli_json_set_id (item, "id", one->person != 0 ? one->person : one->body);
      json_object_set_string_member (item, "kind", one->person != 0 ? "person" : "body");
      json_object_set_string_member (item, "name", one->name);
      json_object_set_string_member (item, "email", one->email != NULL ? one->email : "");
      json_array_add_object_element (items, item);
    }
  if (cli->json)
    mlg_cli_json_print_items (pending->len, g_steal_pointer (&items));
  else
    mlg_cli_table_print (rows);
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli, const char *question, const char *meeting)
{
  guint n = mlg_cli_get_n_arguments (cli);

  if (g_str_equal (cli->arguments[0], "pending") && n == 2)
    return tell_pending (cli);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (cli->arguments[0], verbs[i].name) && n >= verbs[i].least && n <= verbs[i].most)
      return act (cli, i, question, meeting);
  return mlg_cli_misuse (cli, _ ("%s is expected"), _ (cli->command->arguments));
}

/* questionnaire VERB QUESTIONNAIRE … [--question CODE] [--meeting ID|NAME] */
MlgCliStatus
mlg_cli_questionnaire (MlgCli *cli)
{
  g_autofree char *question = NULL;
  g_autofree char *meeting = NULL;
  const GOptionEntry options[] = {
    { "question", 'q', 0, G_OPTION_ARG_STRING, &question,
      N_ ("Which question, when there are several"), N_ ("CODE") },
    { "meeting", 'm', 0, G_OPTION_ARG_STRING, &meeting, N_ ("At which meeting hands were raised"),
      N_ ("ID|NAME") },
    { NULL },
  };

  return mlg_cli_parse (cli, options, 2, G_MAXUINT) ? run (cli, question, meeting) : cli->status;
}
