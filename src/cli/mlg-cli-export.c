/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/mlg-export-report.h"
#include "exchange/mlg-export.h"
#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-cli-answers.h"
#include "mlg-cli-calendar.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "mlg-cli-meeting.h"
#include "mlg-cli-record.h"
#include "mlg-cli-where.h"
#include "mlg-new-file.h"

typedef struct
{
  GStrv where;    /* (owned) (nullable) conditions */
  char *columns;  /* (owned) (nullable) */
  char *audience; /* (owned) (nullable) */
  char *version;  /* (owned) (nullable) of contact cards */
  char *paper;    /* (owned) (nullable) of a meeting */
  char *grid;     /* (owned) (nullable) of a draft */
  char *body;     /* (owned) (nullable) whose form */
  char *question; /* (owned) (nullable) the code of a question */
  gboolean report;
} ExportOptions;

static gboolean
find_audience (MlgCli *cli, const char *name, MlgAudience *audience)
{
  static const char *const names[] = { "network", "buyers", "public" };

  *audience = MLG_AUDIENCE_NETWORK;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || g_str_equal (name, names[i]))
      {
        *audience = (MlgAudience) i;
        return TRUE;
      }
  mlg_cli_misuse (cli, _ ("there is no audience “%s”: network, buyers or public is expected"),
                  name);
  return FALSE;
}

typedef struct
{
  const MlgKind *kind;
  MlgAudience audience;
  MlgVcardVersion version;
  GStrv columns;   /* (unowned) (nullable) */
  MlgQuery *query; /* (unowned) */
  gboolean cards;
} Export;

static gboolean
find_version (MlgCli *cli, const char *name, MlgVcardVersion *version)
{
  *version =
      g_strcmp0 (name, "3") == 0 || g_strcmp0 (name, "3.0") == 0 ? MLG_VCARD_3_0 : MLG_VCARD_4_0;
  if (name == NULL || *version == MLG_VCARD_3_0 || g_str_equal (name, "4")
      || g_str_equal (name, "4.0"))
    return TRUE;
  mlg_cli_misuse (cli, _ ("there are no contact cards “%s”: 3 or 4 is expected"), name);
  return FALSE;
}

/* The ending of the name tells the format. */
static gboolean
find_format (MlgCli *cli, Export *e)
{
  const char *out = cli->arguments[1];

  e->cards = g_str_has_suffix (out, ".vcf");
  if (!e->cards && !g_str_has_suffix (out, ".csv"))
    mlg_cli_misuse (cli, _ ("“%s”: a name that ends in .csv or .vcf is expected"), out);
  else if (e->cards && e->kind != &mlg_body_kind && e->kind != &mlg_person_kind)
    mlg_cli_misuse (cli, _ ("contact cards are of members or people"));
  else if (e->cards && e->columns != NULL)
    mlg_cli_misuse (cli, _ ("contact cards have no columns to choose"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_file (MlgCli *cli,
            MlgConnection *db,
            const Export *e,
            GArray *ids,
            MlgIssueList *issues,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[1]);
  g_autoptr (GBytes) bytes =
      e->cards ? mlg_export_cards (db, e->kind, ids, e->version, e->audience, issues, error)
               : mlg_export_table (db, e->kind, ids, (const char *const *) e->columns, e->audience,
                                   issues, error);

  return bytes != NULL && mlg_new_file_write (file, bytes, cli->cancellable, error);
}

static void
print_report (MlgCli *cli, const MlgExportReport *report)
{
  g_autofree char *text = mlg_export_report_to_text (report);
  JsonObject *object, *fields;

  if (!cli->json)
    {
      mlg_cli_say (cli, "%s", text);
      return;
    }
  object = json_object_new ();
  fields = json_object_new ();
  json_object_set_int_member (object, "people", report->people);
  json_object_set_int_member (object, "objecting", report->objecting);
  json_object_set_int_member (object, "emails", report->emails);
  json_object_set_int_member (object, "phones", report->phones);
  for (guint i = 0; i < report->fields->len; i++)
    {
      const MlgExportCount *count = report->fields->pdata[i];

      json_object_set_int_member (fields, count->title, count->n);
    }
  json_object_set_object_member (object, "fields", fields);
  mlg_cli_json_print (object);
}

static gboolean export(MlgCli *cli,
                       const Export *e,
                       const ExportOptions *options,
                       MlgIssueList *issues,
                       GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (GArray) ids = db != NULL ? mlg_query_run (e->query, db, error) : NULL;
  g_autoptr (MlgExportReport) report = NULL;

  if (ids == NULL)
    return FALSE;
  report = mlg_export_report_new (db, e->kind, ids, (const char *const *) e->columns, e->audience,
                                  error);
  if (report == NULL || (!options->report && !write_file (cli, db, e, ids, issues, error)))
    return FALSE;
  if (options->report || report->people > 0)
    print_report (cli, report);
  if (!options->report)
    /* Translators: a file, and how many records were written to it. */
    mlg_cli_say (cli, ngettext ("%s: %u record", "%s: %u records", ids->len), cli->arguments[1],
                 ids->len);
  return TRUE;
}

/* export members|people|… OUT: the records that the conditions leave. */
static MlgCliStatus
export_records (MlgCli *cli, const ExportOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) columns = options->columns != NULL ? g_strsplit (options->columns, ",", -1) : NULL;
  g_autoptr (MlgQuery) query = NULL;
  Export e = { .columns = columns, .kind = mlg_cli_find_kind (cli, cli->arguments[0]) };

  if (e.kind == NULL || !find_audience (cli, options->audience, &e.audience)
      || !find_version (cli, options->version, &e.version) || !find_format (cli, &e))
    return cli->status;
  query = mlg_query_new (e.kind);
  if (!mlg_cli_narrow (cli, &query, options->where))
    return cli->status;
  e.query = query;
  if (!export(cli, &e, options, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    mlg_cli_say (cli, "%s", mlg_issue_list_get (issues, i)->message);
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli, const ExportOptions *options)
{
  if (mlg_cli_is_calendar_export (cli))
    return mlg_cli_export_calendar (cli);
  if (mlg_cli_is_meeting_export (cli))
    return mlg_cli_export_meeting (cli, options->paper);
  if (mlg_cli_is_answers_export (cli))
    return mlg_cli_export_answers (cli, &(MlgCliAnswers){ .body = options->body,
                                                          .paper = options->paper,
                                                          .question = options->question });
  if (mlg_cli_is_template_export (cli))
    return mlg_cli_export_templates (cli, options->grid);
  if (mlg_cli_get_n_arguments (cli) > 2)
    return mlg_cli_misuse (cli, _ ("“%s” was not expected"), cli->arguments[2]);
  return export_records (cli, options);
}

/* export KIND OUT [--where WORDS|FIELD=VALUE]… [--columns FIELDS] [--audience AUDIENCE] [--vcard 3|4] [--report] */
MlgCliStatus
mlg_cli_export (MlgCli *cli)
{
  ExportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where,
      N_ ("Only those with these words, or this value of a field"), N_ ("WORDS|FIELD=VALUE") },
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &options.columns, N_ ("The fields to write"),
      N_ ("FIELD,FIELD…") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &options.audience,
      N_ ("For whom: fields that they may not see are left out"), "network|buyers|public" },
    { "vcard", 0, 0, G_OPTION_ARG_STRING, &options.version,
      N_ ("The version of contact cards (4 is usual)"), "3|4" },
    { "grid", 'g', 0, G_OPTION_ARG_STRING, &options.grid, N_ ("Which grid of a draft"),
      "needs|offers|follow-up" },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &options.paper, N_ ("Which paper of a meeting"),
      "agenda|convocation|attendance|minutes|certificate" },
    { "body", 0, 0, G_OPTION_ARG_STRING, &options.body,
      N_ ("The body whose name the form of a questionnaire has"), N_ ("ID|NAME") },
    { "question", 'q', 0, G_OPTION_ARG_STRING, &options.question,
      N_ ("Which question (the one with the most options is usual)"), N_ ("CODE") },
    { "report", 'r', 0, G_OPTION_ARG_NONE, &options.report,
      N_ ("Write nothing: only say who and what personal data would leave"), NULL },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 2, 3) ? run (cli, &options) : cli->status;

  g_strfreev (options.where);
  g_free (options.columns);
  g_free (options.audience);
  g_free (options.version);
  g_free (options.paper);
  g_free (options.grid);
  g_free (options.body);
  g_free (options.question);
  return status;
}
