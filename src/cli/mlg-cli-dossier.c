/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "dossier/mlg-dossier-write.h"
#include "exchange/mlg-calendar-export.h"
#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting.h"
#include "mlg-cli-command.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"

/* dossier MEETING OUTDIR: all the papers of a meeting. */
typedef struct
{
  char *formats; /* (owned) (nullable) with commas */
  char *letters; /* (owned) (nullable) */
} DossierOptions;

static gboolean
read_letters (MlgCli *cli, const char *word, MlgDossierLetters *letters)
{
  static const char *const words[] = { "all", "bodies", "people" }; /* by MlgDossierLetters */

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word != NULL && g_str_equal (word, words[i]))
      {
        *letters = (MlgDossierLetters) i;
        return TRUE;
      }
  if (word != NULL)
    mlg_cli_misuse (cli, _ ("“%s”: letters are to all, bodies or people"), word);
  return word == NULL;
}

static gboolean
check_formats (MlgCli *cli, GStrv formats)
{
  const char *const *known = mlg_dossier_list_formats ();

  for (guint i = 0; formats != NULL && formats[i] != NULL; i++)
    if (!g_strv_contains (known, formats[i]))
      {
        g_autofree char *list = g_strjoinv (", ", (GStrv) known);

        mlg_cli_misuse (cli, _ ("a dossier has no format “%s”: it is one of %s"), formats[i], list);
        return FALSE;
      }
  return TRUE;
}

static MlgDossierReport *
write_dossier (MlgCli *cli, const MlgDossierOptions *options, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (MlgRecord) meeting =
      db != NULL ? mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[0], error) : NULL;

  return meeting != NULL ? mlg_dossier_write (db, mlg_record_get_id (meeting), cli->arguments[1],
                                              options, issues, cli->cancellable, error)
                         : NULL;
}

static JsonArray *
list_strings (GStrv strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

static JsonArray *
list_lacks (GPtrArray *lacks)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lacks->len; i++)
    {
      const MlgMeetingLack *lack = lacks->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "severity", mlg_severity_to_nick (lack->severity));
      json_object_set_string_member (object, "message", lack->message);
      json_object_set_string_member (object, "kind", lack->kind->name);
      mlg_cli_json_set_id (object, "id", lack->id);
      json_object_set_string_member (object, "field", lack->field);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_as_json (const MlgDossierReport *report)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "version", report->version);
  json_object_set_array_member (object, "missing", list_lacks (report->lacks));
  json_object_set_array_member (object, "gaps", list_strings (report->gaps));
  json_object_set_array_member (object, "files", list_strings (report->files));
  mlg_cli_json_print (object);
}

static void
tell (MlgCli *cli, const MlgDossierReport *report)
{
  guint n = g_strv_length (report->files);

  for (guint i = 0; i < report->lacks->len; i++)
    mlg_cli_say (cli, "%s", ((MlgMeetingLack *) report->lacks->pdata[i])->message);
  for (guint i = 0; report->gaps[i] != NULL; i++)
    mlg_cli_say (cli, _ ("“%s” is not filled"), report->gaps[i]);
  if (report->version > 1)
    mlg_cli_say (cli, _ ("This is version %u: its cover tells what has changed"), report->version);
  mlg_cli_say (cli, ngettext ("%u file written to %s", "%u files written to %s", n), n,
               cli->arguments[1]);
}

static MlgCliStatus
run (MlgCli *cli, const DossierOptions *options)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) formats = options->formats != NULL ? g_strsplit (options->formats, ",", -1) : NULL;
  MlgDossierOptions what = { (const char *const *) formats, MLG_DOSSIER_LETTER_PER_BODY,
                             mlg_calendar_export };
  g_autoptr (MlgDossierReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_letters (cli, options->letters, &what.letters) || !check_formats (cli, formats))
    return cli->status;
  report = write_dossier (cli, &what, issues, &error);
  mlg_cli_say_issues (cli, issues);
  if (report == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_as_json (report);
  else
    tell (cli, report);
  return report->lacks->len + g_strv_length (report->gaps) == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

/* dossier MEETING OUTDIR [--formats LIST] [--letters all|bodies|people] */
MlgCliStatus
mlg_cli_dossier (MlgCli *cli)
{
  DossierOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "formats", 'f', 0, G_OPTION_ARG_STRING, &options.formats,
      N_ ("Only these: pdf, odt, docx, html, ics, with commas"), N_ ("FORMAT,…") },
    { "letters", 'l', 0, G_OPTION_ARG_STRING, &options.letters,
      N_ ("Convocations to all together, to bodies or to people"), N_ ("all|bodies|people") },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 2, 2) ? run (cli, &options) : cli->status;

  g_free (options.formats);
  g_free (options.letters);
  return status;
}
