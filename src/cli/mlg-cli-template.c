/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "template/mlg-shipped-template.h"

/* Templates and answers as people name them on a command line. */

/**
 * mlg_cli_check_pairs:
 * @pairs: (nullable): what was given to an option
 *
 * Returns: whether each one is NAME=VALUE; what is not was said
 */
gboolean
mlg_cli_check_pairs (MlgCli *cli, GStrv pairs)
{
  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    if (strchr (pairs[i], '=') == NULL)
      {
        mlg_cli_misuse (cli, _ ("“%s”: FIELD=VALUE is expected"), pairs[i]);
        return FALSE;
      }
  return TRUE;
}

/**
 * mlg_cli_find_template:
 * @argument: a file, or the name of a template that comes with the program
 *
 * Returns: (transfer full): the file
 */
char *
mlg_cli_find_template (const char *argument)
{
  char *shipped = NULL;

  if (!g_file_test (argument, G_FILE_TEST_EXISTS))
    shipped = mlg_shipped_template_get_path (argument);
  return shipped != NULL ? shipped : g_strdup (argument);
}

/**
 * mlg_cli_read_template:
 * @argument: see mlg_cli_find_template(); or the name of a template or a draft of the network
 * @kept: (out): the answers of a draft; left alone otherwise
 *
 * Returns: (transfer full): the template; %NULL with @error set
 */
MlgTemplate *
mlg_cli_read_template (
    MlgCli *cli, const char *argument, MlgAnswers **kept, MlgIssueList *issues, GError **error)
{
  g_autofree char *path = mlg_cli_find_template (argument);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = NULL;

  if (mlg_cli_is_in_library (argument))
    return mlg_cli_read_from_library (cli, argument, kept, issues, error);
  bytes = mlg_document_load_file (path, cli->cancellable, error);
  return bytes != NULL ? mlg_template_read_xml (bytes, name, issues, cli->cancellable, error)
                       : NULL;
}

static MlgAnswers *
read_file (MlgCli *cli,
           MlgTemplate *template,
           MlgAnswers *kept,
           const char *path,
           MlgIssueList *issues,
           GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return kept != NULL ? g_object_ref (kept) : mlg_answers_new (template);
  name = g_path_get_basename (path);
  bytes = mlg_document_load_file (path, cli->cancellable, error);
  return bytes != NULL
             ? mlg_answers_read_xml (template, bytes, name, issues, cli->cancellable, error)
             : NULL;
}

/**
 * mlg_cli_read_answers:
 * @kept: (nullable): the answers of a draft, which count when there is no file
 * @path: (nullable): a file of answers
 * @set: (nullable): FIELD=VALUE, which go before those of the file
 *
 * Returns: (transfer full): the answers; %NULL with @error set
 */
MlgAnswers *
mlg_cli_read_answers (MlgCli *cli,
                      MlgTemplate *template,
                      MlgAnswers *kept,
                      const char *path,
                      GStrv set,
                      MlgIssueList *issues,
                      GError **error)
{
  g_autoptr (MlgAnswers) answers = read_file (cli, template, kept, path, issues, error);

  for (guint i = 0; answers != NULL && set != NULL && set[i] != NULL; i++)
    {
      const char *sign = strchr (set[i], '=');
      g_autofree char *field = g_strndup (set[i], (gsize) (sign - set[i]));

      if (!mlg_answers_set (answers, field, sign + 1, error))
        return NULL;
    }
  return g_steal_pointer (&answers);
}

/**
 * mlg_cli_tell_filled:
 * @path: the file that was written
 * @missing: the labels of the required fields without a value
 *
 * Tells what a filled template became, and what is still to fill; or prints it as JSON.
 */
void
mlg_cli_tell_filled (
    MlgCli *cli, const char *path, MlgDocument *document, GStrv missing, MlgIssueList *issues)
{
  JsonObject *object;
  JsonArray *labels;

  for (guint i = 0; missing[i] != NULL; i++)
    mlg_cli_say (cli, _ ("still to fill: %s"), missing[i]);
  mlg_cli_say_issues (cli, issues);
  mlg_cli_say (cli, "%s", path);
  if (!cli->json)
    return;
  object = mlg_cli_json_counts (document);
  labels = json_array_new ();
  for (guint i = 0; missing[i] != NULL; i++)
    json_array_add_string_element (labels, missing[i]);
  json_object_set_array_member (object, "missing", labels);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}
