/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-document-write.h"
#include "library/mlg-own-thresholds.h"
#include "mlg-cli-check.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-library.h"
#include "mlg-cli-network-file.h"
#include "template/mlg-check-sheet.h"

/* The properties of the purchase, in the order of the options. */
static const char *const properties[] = { "date",   "kind",      "nature",    "buyer", "value",
                                          "months", "procedure", "lot-count", "cpv" };

typedef struct
{
  char *properties[G_N_ELEMENTS (properties)]; /* (owned) (nullable) */
  GStrv facts;                                 /* (owned) (nullable) NAME=yes|no */
  GStrv rules;                                 /* (owned) (nullable) more files of rules */
  char *answers;                               /* (owned) (nullable) a file */
  GStrv set;                                   /* (owned) (nullable) FIELD=VALUE */
  char *sheet;                                 /* (owned) (nullable) the paper to write */
} CheckOptions;

/* The thresholds of the network count when there is one: a file that is checked alone needs none. */
static MlgRules *
apply_own (MlgCli *cli, MlgRules *rules, GError **error)
{
  g_autofree char *path = mlg_cli_find_network_file (cli->network);
  g_autoptr (MlgConnection) db = NULL;

  if (cli->network == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return mlg_rules_ref (rules);
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  return db != NULL ? mlg_own_thresholds_apply (db, rules, error) : NULL;
}

static MlgRules *
read_rules (MlgCli *cli, const CheckOptions *options, MlgIssueList *issues, GError **error)
{
  g_auto (GStrv) shipped = mlg_rules_list_shipped (error);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (MlgRules) rules = NULL;
  g_auto (GStrv) all = NULL;

  if (shipped == NULL)
    return NULL;
  g_strv_builder_addv (paths, (const char **) shipped);
  if (options->rules != NULL)
    g_strv_builder_addv (paths, (const char **) options->rules);
  all = g_strv_builder_end (paths);
  rules = mlg_rules_read ((const char *const *) all, issues, cli->cancellable, error);
  return rules != NULL ? apply_own (cli, rules, error) : NULL;
}

static gboolean
set_facts (MlgPurchase *purchase, MlgRules *rules, GStrv facts, GError **error)
{
  for (guint i = 0; facts != NULL && facts[i] != NULL; i++)
    {
      const char *sign = strchr (facts[i], '=');
      g_autofree char *name = g_strndup (facts[i], (gsize) (sign - facts[i]));

      if (mlg_rules_find_fact (rules, name) == NULL)
        {
          g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                       _ ("the rules ask no question “%s”"), name);
          return FALSE;
        }
      if (!mlg_purchase_set_fact (purchase, name, sign + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* What a draft says of the purchase, unless the options do. */
static void
take_answers (MlgPurchase *purchase, MlgAnswers *answers)
{
  static const char *const taken[][2] = { { "date", "launch-date" },
                                          { "value", "estimated-amount" },
                                          { "procedure", "procedure" } };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *answer = mlg_answers_get (answers, taken[i][1]);

      /* An answer that the check does not take leaves the property unknown. */
      if (answer != NULL && *answer != '\0')
        mlg_purchase_set (purchase, taken[i][0], answer, NULL);
    }
}

static MlgPurchase *
read_purchase (MlgRules *rules, const CheckOptions *options, MlgAnswers *draft, GError **error)
{
  g_autoptr (MlgPurchase) purchase = mlg_purchase_new ();

  if (draft != NULL)
    take_answers (purchase, draft);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (options->properties[i] != NULL
        && !mlg_purchase_set (purchase, properties[i], options->properties[i], error))
      return NULL;
  return set_facts (purchase, rules, options->facts, error) ? g_steal_pointer (&purchase) : NULL;
}

static gboolean
is_template (GBytes *bytes)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL),
                       (gssize) MIN (g_bytes_get_size (bytes), 8192), MLG_TEMPLATE_NAMESPACE)
         != NULL;
}

/* What is checked: one of @template and @document. */
typedef struct
{
  MlgTemplate *template; /* (owned) (nullable) */
  MlgAnswers *answers;   /* (owned) (nullable) */
  MlgDocument *document; /* (owned) (nullable) */
  MlgRules *rules;       /* (owned) */
  MlgPurchase *purchase; /* (owned) */
  gboolean is_draft;     /* its answers tell of the purchase too */
} Checked;

static void
checked_clear (Checked *checked)
{
  g_clear_object (&checked->template);
  g_clear_object (&checked->answers);
  g_clear_object (&checked->document);
  g_clear_pointer (&checked->rules, mlg_rules_unref);
  g_clear_pointer (&checked->purchase, mlg_purchase_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checked, checked_clear)

static gboolean
read_file (MlgCli *cli, Checked *checked, MlgIssueList *issues, GError **error)
{
  g_autofree char *path = mlg_cli_find_template (cli->arguments[0]);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cli->cancellable, error);

  if (bytes == NULL)
    return FALSE;
  if (is_template (bytes))
    checked->template = mlg_template_read_xml (bytes, name, issues, cli->cancellable, error);
  else
    checked->document = mlg_document_read_bytes (bytes, name, issues, cli->cancellable, error);
  return checked->template != NULL || checked->document != NULL;
}

static gboolean
read_checked (MlgCli *cli,
              const CheckOptions *options,
              Checked *checked,
              MlgIssueList *issues,
              GError **error)
{
  g_autoptr (MlgAnswers) kept = NULL;

  if (mlg_cli_is_in_library (cli->arguments[0]))
    checked->template = mlg_cli_read_from_library (cli, cli->arguments[0], &kept, issues, error);
  else if (!read_file (cli, checked, issues, error))
    return FALSE;
  if (checked->document != NULL || checked->template == NULL)
    return checked->document != NULL;
  checked->is_draft = kept != NULL;
  checked->answers = mlg_cli_read_answers (cli, checked->template, kept, options->answers,
                                           options->set, issues, error);
  return checked->answers != NULL;
}

static char *
get_title (MlgCli *cli, const Checked *checked)
{
  char *title = checked->template != NULL ? mlg_template_get_title (checked->template)
                                          : mlg_document_get_title (checked->document);

  return title != NULL && *title != '\0' ? title : g_path_get_basename (cli->arguments[0]);
}

static gboolean
write_sheet (MlgCli *cli,
             const Checked *checked,
             GPtrArray *results,
             const char *path,
             MlgIssueList *issues,
             GError **error)
{
  g_autofree char *title = get_title (cli, checked);
  g_autoptr (MlgDocument) sheet =
      mlg_check_sheet_new (results, checked->purchase, title, issues, cli->cancellable, error);

  return sheet != NULL && mlg_document_save (sheet, path, issues, cli->cancellable, error);
}

/* @codes: (out): stays %NULL for a document, of which only the words are known */
static GPtrArray *
check (MlgCli *cli,
       const CheckOptions *options,
       GPtrArray **codes,
       MlgIssueList *issues,
       GError **error)
{
  g_auto (Checked) checked = { 0 };
  g_autoptr (GPtrArray) results = NULL;

  if (!read_checked (cli, options, &checked, issues, error)
      || (checked.rules = read_rules (cli, options, issues, error)) == NULL
      || (checked.purchase = read_purchase (checked.rules, options,
                                            checked.is_draft ? checked.answers : NULL, error))
             == NULL)
    return NULL;
  results = checked.template != NULL
                ? mlg_check_template (checked.rules, checked.template, checked.answers,
                                      checked.purchase, error)
                : mlg_check_document (checked.rules, checked.document, checked.purchase, error);
  if (results != NULL && checked.template != NULL
      && (*codes =
              mlg_check_propose_codes (checked.rules, checked.template, checked.answers, error))
             == NULL)
    return NULL;
  if (results != NULL && options->sheet != NULL
      && !write_sheet (cli, &checked, results, options->sheet, issues, error))
    return NULL;
  return g_steal_pointer (&results);
}

static gboolean
all_obligations_are_met (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const MlgCheckResult *result = results->pdata[i];

      if (result->outcome == MLG_OUTCOME_NOT_MET && g_str_equal (result->severity, "obligation"))
        return FALSE;
    }
  return TRUE;
}

static MlgCliStatus
run (MlgCli *cli, const CheckOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_check_pairs (cli, options->facts) || !mlg_cli_check_pairs (cli, options->set))
    return cli->status;
  if (options->sheet != NULL && !mlg_cli_check_output (cli, options->sheet))
    return cli->status;
  results = check (cli, options, &codes, issues, &error);
  if (results == NULL)
    {
      mlg_cli_say_issues (cli, issues);
      return mlg_cli_fail (cli, g_steal_pointer (&error));
    }
  mlg_cli_tell_check (cli, results, codes);
  return all_obligations_are_met (results) ? MLG_CLI_DONE : MLG_CLI_NO;
}

static void
clear (CheckOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_free (options->properties[i]);
  g_strfreev (options->facts);
  g_strfreev (options->rules);
  g_free (options->answers);
  g_strfreev (options->set);
  g_free (options->sheet);
}

/* check TEMPLATE|FILE [--date D] [--value EUR] … [--fact NAME=yes|no]… [--rules FILE]… */
MlgCliStatus
mlg_cli_check (MlgCli *cli)
{
  CheckOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "date", 'd', 0, G_OPTION_ARG_STRING, &options.properties[0],
      N_ ("The day on which the consultation is launched"), N_ ("DAY") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.properties[1],
      N_ ("What is awarded: contract, framework, concession or defence"), N_ ("KIND") },
    { "nature", 0, 0, G_OPTION_ARG_STRING, &options.properties[2],
      N_ ("What is bought: works, supplies or services"), N_ ("NATURE") },
    { "buyer", 'b', 0, G_OPTION_ARG_STRING, &options.properties[3],
      N_ ("Who buys: central, state, local, other or entity"), N_ ("CLASS") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &options.properties[4],
      N_ ("The estimated value of the whole need, without tax"), N_ ("EUROS") },
    { "months", 'm', 0, G_OPTION_ARG_STRING, &options.properties[5],
      N_ ("The longest duration, renewals included"), N_ ("MONTHS") },
    { "procedure", 0, 0, G_OPTION_ARG_STRING, &options.properties[6],
      N_ ("How it is awarded: adapted, open, restricted, negotiated, dialogue or none"),
      N_ ("PROCEDURE") },
    { "lots", 0, 0, G_OPTION_ARG_STRING, &options.properties[7],
      N_ ("How many lots there are, 1 for a contract that is not divided"), N_ ("NUMBER") },
    { "cpv", 0, 0, G_OPTION_ARG_STRING, &options.properties[8],
      N_ ("The CPV codes, with commas between them"), N_ ("CODES") },
    { "fact", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &options.facts,
      N_ ("Answer a question of the rules (may be repeated)"), N_ ("NAME=yes|no") },
    { "rules", 'r', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rules,
      N_ ("Check against the rules of this file too (may be repeated)"), N_ ("FILE") },
    { "answers", 'a', 0, G_OPTION_ARG_FILENAME, &options.answers,
      N_ ("Take the answers from this file"), N_ ("FILE") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_ ("Answer one field"),
      N_ ("FIELD=VALUE") },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet,
      N_ ("Write the sheet of the check, to be decided on and signed"), N_ ("OUT") },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 1, 1) ? run (cli, &options) : cli->status;

  clear (&options);
  return status;
}
