/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "document/mlg-document-write.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"

/**
 * mlg_cli_json_counts:
 *
 * Returns: (transfer full): what a document holds, by name
 */
JsonObject *
mlg_cli_json_counts (MlgDocument *document)
{
  MlgDocumentCounts counts;
  JsonObject *object = json_object_new ();
  JsonObject *headings = json_object_new ();

  mlg_document_count (document, &counts);
  for (guint level = 1; level <= MLG_DOCUMENT_MAX_LEVEL; level++)
    if (counts.headings[level] > 0)
      {
        char name[4];

        g_snprintf (name, sizeof name, "%u", level);
        json_object_set_int_member (headings, name, counts.headings[level]);
      }
  json_object_set_object_member (object, "headings", headings);
  json_object_set_int_member (object, "paragraphs", counts.paragraphs);
  json_object_set_int_member (object, "lists", counts.lists);
  json_object_set_int_member (object, "items", counts.items);
  json_object_set_int_member (object, "tables", counts.tables);
  json_object_set_int_member (object, "rows", counts.rows);
  json_object_set_int_member (object, "cells", counts.cells);
  json_object_set_int_member (object, "images", counts.images);
  json_object_set_int_member (object, "notes", counts.notes);
  json_object_set_int_member (object, "words", counts.words);
  return object;
}

/**
 * mlg_cli_say_issues:
 *
 * Tells people the remarks about a file, a line each.
 */
void
mlg_cli_say_issues (MlgCli *cli, MlgIssueList *issues)
{
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      g_autofree char *text = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      mlg_cli_say (cli, "%s", text);
    }
}

/**
 * mlg_cli_check_output:
 * @path: the file to write
 *
 * Returns: whether its name ends as a format that is written; else the status of @cli is set
 */
gboolean
mlg_cli_check_output (MlgCli *cli, const char *path)
{
  g_autofree char *list = NULL;

  if (mlg_document_format_find (path) != NULL)
    return TRUE;
  list = mlg_document_format_list ();
  mlg_cli_misuse (cli, _ ("“%s”: a name that ends in one of %s is expected"), path, list);
  return FALSE;
}

static void
tell (MlgCli *cli, MlgDocument *document, MlgIssueList *issues)
{
  JsonObject *object = NULL;

  if (!cli->json)
    {
      mlg_cli_say_issues (cli, issues);
      mlg_cli_say (cli, "%s", cli->arguments[1]);
      return;
    }
  object = mlg_cli_json_counts (document);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}

/* convert IN OUT */
MlgCliStatus
mlg_cli_convert (MlgCli *cli)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, NULL, 2, 2) || !mlg_cli_check_output (cli, cli->arguments[1]))
    return cli->status;
  document = mlg_document_read_file (cli->arguments[0], issues, cli->cancellable, &error);
  if (document == NULL
      || !mlg_document_save (document, cli->arguments[1], issues, cli->cancellable, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (cli, document, issues);
  return MLG_CLI_DONE;
}
