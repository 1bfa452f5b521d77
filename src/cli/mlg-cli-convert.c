/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "document/mlg-document-write.h"
#include "document/mlg-package.h"
#include "exchange/mlg-eforms.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-memory.h"
#include "mlg-new-file.h"
#include "template/mlg-fill.h"

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
tell (MlgCli *cli, MlgDocument *document, GStrv languages, MlgIssueList *issues)
{
  JsonObject *object = NULL;

  if (!cli->json)
    {
      mlg_cli_say_issues (cli, issues);
      mlg_cli_say (cli, "%s", cli->arguments[1]);
      return;
    }
  object = mlg_cli_json_counts (document);
  if (languages != NULL)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; languages[i] != NULL; i++)
        json_array_add_string_element (array, languages[i]);
      json_object_set_array_member (object, "languages", array);
    }
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}

static gboolean
is_xml (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xml");
}

/* The template itself as XML, the text that it gives before anything is answered in other formats. */
static gboolean
save (
    MlgCli *cli, MlgTemplate *template, MlgDocument *document, MlgIssueList *issues, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (cli->arguments[1]);
  g_autoptr (GBytes) xml = NULL;

  if (!is_xml (cli->arguments[1]))
    return mlg_document_save (document, cli->arguments[1], issues, cli->cancellable, error);
  xml = mlg_template_to_xml (template);
  return mlg_new_file_write (file, xml, cli->cancellable, error);
}

static MlgCliStatus
convert_notice (
    MlgCli *cli, GBytes *bytes, const char *name, const char *language, MlgIssueList *issues)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = mlg_eforms_list_languages (bytes, name, cli->cancellable, &error);
  g_autoptr (MlgTemplate) template =
      languages != NULL ? mlg_eforms_read (bytes, name, language, issues, cli->cancellable, &error)
                        : NULL;
  g_autoptr (MlgAnswers) answers = template != NULL ? mlg_answers_new (template) : NULL;
  g_autoptr (MlgDocument) document = answers != NULL
                                         ? mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES,
                                                     issues, cli->cancellable, &error)
                                         : NULL;

  if (document == NULL || !save (cli, template, document, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (cli, document, languages, issues);
  return MLG_CLI_DONE;
}

/* How much larger the text of a package is. */
#define USUAL_RATIO 16

static MlgCliStatus
convert (MlgCli *cli, const char *language)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (cli->arguments[0]);
  g_autoptr (GBytes) bytes = NULL;

  if (!mlg_cli_check_output (cli, cli->arguments[1]))
    return cli->status;
  bytes = mlg_document_load_file (cli->arguments[0], cli->cancellable, &error);
  if (bytes == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_memory_expect (g_bytes_get_size (bytes)
                         * (mlg_package_is_package (bytes) ? USUAL_RATIO : 1));
  if (mlg_eforms_is_notice (bytes))
    return convert_notice (cli, bytes, name, language, issues);
  if (language != NULL)
    return mlg_cli_misuse (cli, _ ("--language is for notices of public procurement"));
  document = mlg_document_read_bytes (bytes, name, issues, cli->cancellable, &error);
  if (document == NULL
      || !mlg_document_save (document, cli->arguments[1], issues, cli->cancellable, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (cli, document, NULL, issues);
  return MLG_CLI_DONE;
}

/* convert IN OUT [--language CODE] */
MlgCliStatus
mlg_cli_convert (MlgCli *cli)
{
  char *language = NULL;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
      N_ ("Read a notice in this one of its languages"), N_ ("CODE") },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 2, 2) ? convert (cli, language) : cli->status;

  g_free (language);
  return status;
}
