/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/mlg-ballots-file.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-tally.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-tally-question.h"

/* tally QUESTIONNAIRE|FILE: counts answers, or the ballots of a file. */
typedef struct
{
  char *method;   /* (owned) (nullable) */
  char *unranked; /* (owned) (nullable) */
  char *weights;  /* (owned) (nullable) */
  char *question; /* (owned) (nullable) code */
  char *form;     /* (owned) (nullable) of a table */
  char *by;       /* (owned) (nullable) a split */
  guint methods;
  gboolean anonymous;
} TallyOptions;

static gboolean
check_word (MlgCli *cli, const char *word, const char *const *words)
{
  g_autofree char *list = NULL;

  if (word == NULL || g_strv_contains (words, word))
    return TRUE;
  list = g_strjoinv (", ", (GStrv) words);
  mlg_cli_misuse (cli, _ ("“%s” is not known: one of %s is expected"), word, list);
  return FALSE;
}

static const char *const unranked_words[] = { "last", "silent", NULL };
static const char *const weight_words[] = { "equal", "kind", "population", NULL };
static const char *const form_words[] = { "ranks", "scores", "choices", "dots", NULL };
static const char *const split_words[] = { "role", "category", "size", "departement",
                                           "all",  "none",     NULL };

static guint
find_word (const char *word, const char *const *words)
{
  guint i = 0;

  while (words[i] != NULL && !g_str_equal (words[i], word))
    i++;
  return i;
}

static gboolean
check_options (MlgCli *cli, TallyOptions *options)
{
  options->methods =
      options->method != NULL ? mlg_tally_methods_parse (options->method) : MLG_TALLY_ALL_METHODS;
  if (options->methods == 0)
    {
      g_autoptr (GString) known = g_string_new ("all, schulze");

      for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
        g_string_append_printf (known, ", %s", mlg_tally_method_get_name (m));
      mlg_cli_misuse (cli, _ ("“%s” is not known: one of %s is expected"), options->method,
                      known->str);
      return FALSE;
    }
  return check_word (cli, options->unranked, unranked_words)
         && check_word (cli, options->weights, weight_words)
         && check_word (cli, options->form, form_words)
         && check_word (cli, options->by, split_words);
}

static MlgFormQuestion *
find_question (const MlgForm *form, const char *code, GError **error)
{
  MlgFormQuestion *question =
      code != NULL ? mlg_form_find_question_by_code (form, code) : mlg_form_find_counted (form);

  if (question != NULL && mlg_form_question_is_counted (question))
    return question;
  if (question != NULL)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                 _ ("The question “%s” has no options to count"), code);
  else if (code != NULL)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                 _ ("The questionnaire has no question “%s”"), code);
  else
    g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                         _ ("The questionnaire has no question that can be counted"));
  return NULL;
}

static MlgBallots *
load_questionnaire (
    MlgCli *cli, TallyOptions *options, MlgUnranked *unranked, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, &mlg_questionnaire_kind, cli->arguments[0], error)
                 : NULL;
  g_autoptr (MlgForm) form =
      record != NULL ? mlg_form_load (db, mlg_record_get_id (record), error) : NULL;
  MlgFormQuestion *question = form != NULL ? find_question (form, options->question, error) : NULL;

  if (question == NULL)
    return NULL;
  *unranked = mlg_form_get_unranked (form);
  options->anonymous = mlg_record_get_boolean (record, MLG_QUESTIONNAIRE_ANONYMOUS);
  return mlg_ballots_load (db, form, question, options->weights, issues, error);
}

static gboolean
is_file (const char *argument)
{
  return mlg_ballots_is_file_name (argument) || g_file_test (argument, G_FILE_TEST_IS_REGULAR);
}

static MlgBallots *
load (
    MlgCli *cli, TallyOptions *options, MlgUnranked *unranked, MlgIssueList *issues, GError **error)
{
  MlgBallots *ballots;

  if (is_file (cli->arguments[0]))
    ballots = mlg_ballots_read (cli->arguments[0],
                                options->form != NULL
                                    ? (MlgBallotForm) find_word (options->form, form_words)
                                    : MLG_BALLOTS_RANKS,
                                unranked, issues, cli->cancellable, error);
  else
    ballots = load_questionnaire (cli, options, unranked, issues, error);
  if (options->unranked != NULL)
    *unranked = (MlgUnranked) find_word (options->unranked, unranked_words);
  return ballots;
}

static gboolean
add_splits (MlgCli *cli,
            const TallyOptions *options,
            const MlgBallots *ballots,
            MlgUnranked unranked,
            MlgCliTally *told,
            GError **error)
{
  for (guint split = 0; split < MLG_N_SPLITS; split++)
    {
      GPtrArray *groups;

      if (options->by != NULL && !g_str_equal (options->by, "all")
          && find_word (options->by, split_words) != split)
        continue;
      groups = mlg_tally_split (ballots, split, unranked, options->methods, options->anonymous,
                                cli->cancellable, error);
      if (groups == NULL)
        return FALSE;
      if (groups->len == 0)
        {
          g_ptr_array_unref (groups);
          continue;
        }
      told->split_names[told->splits->len] = split;
      g_ptr_array_add (told->splits, groups);
      mlg_tally_note_ungrouped (ballots, split, options->anonymous, told->issues);
    }
  return TRUE;
}

static MlgCliStatus
count (MlgCli *cli, TallyOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) splits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GError) error = NULL;
  MlgUnranked unranked = MLG_UNRANKED_LAST;
  g_autoptr (MlgBallots) ballots = load (cli, options, &unranked, issues, &error);
  g_autoptr (MlgTally) tally = ballots != NULL ? mlg_tally_run (ballots, unranked, options->methods,
                                                                cli->cancellable, &error)
                                               : NULL;
  MlgCliTally told = { tally, splits, issues, { 0 } };

  if (tally == NULL || !add_splits (cli, options, ballots, unranked, &told, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    mlg_cli_json_print (mlg_cli_tally_to_json (&told));
  else
    mlg_cli_tally_print (cli, &told);
  return MLG_CLI_DONE;
}

/* tally QUESTIONNAIRE|FILE.csv|FILE.cvotes [--method M] [--unranked last|silent] [--weights W]
 * [--question CODE] [--form FORM] [--by SPLIT] */
MlgCliStatus
mlg_cli_tally (MlgCli *cli)
{
  TallyOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "method", 'm', 0, G_OPTION_ARG_STRING, &options.method,
      N_ ("By which methods (all are usual)"), N_ ("METHOD,…") },
    { "unranked", 'u', 0, G_OPTION_ARG_STRING, &options.unranked,
      N_ ("What a ballot says of what it leaves out: that it is last, or nothing"), "last|silent" },
    { "weights", 'w', 0, G_OPTION_ARG_STRING, &options.weights,
      N_ ("How much answers weigh, other than the questionnaire says"), "equal|kind|population" },
    { "question", 'q', 0, G_OPTION_ARG_STRING, &options.question,
      N_ ("Which question (the one with the most options is usual)"), N_ ("CODE") },
    { "form", 'f', 0, G_OPTION_ARG_STRING, &options.form,
      N_ ("What the cells of a table say (ranks are usual)"), "ranks|scores|choices|dots" },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options.by, N_ ("Which groups are counted apart"),
      "role|category|size|departement|all|none" },
    { NULL },
  };
  MlgCliStatus status;

  if (!mlg_cli_parse (cli, entries, 1, 1) || !check_options (cli, &options))
    status = cli->status;
  else
    status = count (cli, &options);
  g_free (options.method);
  g_free (options.unranked);
  g_free (options.weights);
  g_free (options.question);
  g_free (options.form);
  g_free (options.by);
  return status;
}
