/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/mlg-export.h"
#include "exchange/mlg-table-writer.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "store/mlg-query.h"

typedef struct
{
  char *where;    /* (owned) (nullable) words */
  char *columns;  /* (owned) (nullable) */
  char *audience; /* (owned) (nullable) */
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

static gboolean export(MlgCli *cli,
                       const MlgKind *kind,
                       const ExportOptions *options,
                       MlgAudience audience,
                       MlgIssueList *issues,
                       GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[1]);
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (MlgQuery) all = mlg_query_new (kind);
  g_autoptr (MlgQuery) query = mlg_query_with_words (all, options->where);
  g_autoptr (GArray) ids = db != NULL ? mlg_query_run (query, db, error) : NULL;
  g_auto (GStrv) columns = options->columns != NULL ? g_strsplit (options->columns, ",", -1) : NULL;
  g_autoptr (GBytes) table = NULL;

  if (ids != NULL)
    table =
        mlg_export_table (db, kind, ids, (const char *const *) columns, audience, issues, error);
  return table != NULL && mlg_exchange_save (file, table, cli->cancellable, error);
}

static MlgCliStatus
run (MlgCli *cli, const ExportOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  const MlgKind *kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  MlgAudience audience;

  if (kind == NULL || !find_audience (cli, options->audience, &audience))
    return cli->status;
  if (!g_str_has_suffix (cli->arguments[1], ".csv"))
    return mlg_cli_misuse (cli, _ ("“%s”: a name that ends in .csv is expected"),
                           cli->arguments[1]);
  if (!export(cli, kind, options, audience, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    mlg_cli_say (cli, "%s", mlg_issue_list_get (issues, i)->message);
  mlg_cli_say (cli, "%s", cli->arguments[1]);
  return MLG_CLI_DONE;
}

/* export KIND OUT [--where WORDS] [--columns FIELDS] [--audience AUDIENCE] */
MlgCliStatus
mlg_cli_export (MlgCli *cli)
{
  ExportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_FILENAME, &options.where, N_ ("Only those with these words"),
      N_ ("WORDS") },
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &options.columns, N_ ("The fields to write"),
      N_ ("FIELD,FIELD…") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &options.audience,
      N_ ("For whom: fields that they may not see are left out"), "network|buyers|public" },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 2, 2) ? run (cli, &options) : cli->status;

  g_free (options.where);
  g_free (options.columns);
  g_free (options.audience);
  return status;
}
