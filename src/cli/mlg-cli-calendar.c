/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-calendar.h"

#include <glib/gi18n.h>

#include "exchange/mlg-calendar-export.h"
#include "exchange/mlg-calendar-import.h"
#include "exchange/mlg-calendar.h"
#include "exchange/mlg-table-reader.h"
#include "meetings/mlg-meeting.h"
#include "mlg-cli-document.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-new-file.h"
#include "store/mlg-action.h"
#include "store/mlg-query.h"

/* Meetings from and to calendars. */

/** What imported meetings are, until somebody says more. */
#define USUAL_TYPE "plenary"

static gboolean
is_meetings (const char *kind)
{
  return g_str_equal (kind, "meeting") || g_str_equal (kind, "meetings");
}

/* See the header: "export calendar OUT" or "export meeting ID|NAME OUT.ics". */
gboolean
mlg_cli_is_calendar_export (MlgCli *cli)
{
  guint n = mlg_cli_get_n_arguments (cli);

  if (g_str_equal (cli->arguments[0], "calendar"))
    return n == 2;
  return is_meetings (cli->arguments[0]) && g_str_has_suffix (cli->arguments[n - 1], ".ics");
}

static GArray *
find_meetings (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_meeting_kind);
  g_autoptr (MlgRecord) one = NULL;
  GArray *ids;
  gint64 id;

  if (mlg_cli_get_n_arguments (cli) == 2)
    return mlg_query_run (all, db, error);
  one = mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[1], error);
  if (one == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  id = mlg_record_get_id (one);
  g_array_append_val (ids, id);
  return ids;
}

/* See the header. */
MlgCliStatus
mlg_cli_export_calendar (MlgCli *cli)
{
  const char *out = cli->arguments[mlg_cli_get_n_arguments (cli) - 1];
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (GArray) ids = db != NULL ? find_meetings (cli, db, &error) : NULL;
  g_autoptr (GBytes) bytes = ids != NULL ? mlg_calendar_export (db, ids, &error) : NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);

  if (bytes == NULL || !mlg_new_file_write (file, bytes, cli->cancellable, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", out);
  return MLG_CLI_DONE;
}

/* See the header: "import meetings FILE.ics". */
gboolean
mlg_cli_is_calendar_import (MlgCli *cli)
{
  return is_meetings (cli->arguments[0]) || g_str_equal (cli->arguments[0], "calendar");
}

static gboolean
import_file (MlgCli *cli,
             MlgConnection *db,
             const char *path,
             MlgCalendarResult *total,
             MlgIssueList *issues,
             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes =
      mlg_exchange_load (file, MLG_CALENDAR_MAX_BYTES, cli->cancellable, error);
  g_autoptr (GPtrArray) events =
      bytes != NULL ? mlg_calendar_read (bytes, name, issues, cli->cancellable, error) : NULL;
  MlgCalendarResult result;

  if (events == NULL || !mlg_calendar_import (db, events, name, USUAL_TYPE, &result, issues, error))
    return FALSE;
  total->read += result.read;
  total->added += result.added;
  total->updated += result.updated;
  total->cancelled += result.cancelled;
  total->skipped += result.skipped;
  return TRUE;
}

static gboolean
import_all (MlgCli *cli,
            MlgConnection *db,
            gboolean dry_run,
            MlgCalendarResult *total,
            MlgIssueList *issues,
            GError **error)
{
  /* Translators: the name of an action in the history. */
  if (!mlg_connection_begin (db, _ ("Import of meetings"), error))
    return FALSE;
  for (guint i = 1; i < mlg_cli_get_n_arguments (cli); i++)
    if (!import_file (cli, db, cli->arguments[i], total, issues, error))
      {
        mlg_connection_rollback (db);
        return FALSE;
      }
  if (!dry_run)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return TRUE;
}

static void
tell (MlgCli *cli, const MlgCalendarResult *result, MlgIssueList *issues)
{
  JsonObject *object;

  mlg_cli_say_issues (cli, issues);
  mlg_cli_say (cli, _ ("Read: %u; added: %u; updated: %u; called off: %u; skipped: %u"),
               result->read, result->added, result->updated, result->cancelled, result->skipped);
  if (!cli->json)
    return;
  object = json_object_new ();
  json_object_set_int_member (object, "read", result->read);
  json_object_set_int_member (object, "added", result->added);
  json_object_set_int_member (object, "merged", result->updated);
  json_object_set_int_member (object, "replaced", 0);
  json_object_set_int_member (object, "cancelled", result->cancelled);
  json_object_set_int_member (object, "skipped", result->skipped);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}

/* See the header. */
MlgCliStatus
mlg_cli_import_calendar (MlgCli *cli, gboolean dry_run)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  MlgCalendarResult total = { 0 };

  if (db == NULL || !import_all (cli, db, dry_run, &total, issues, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (cli, &total, issues);
  return mlg_cli_import_status (issues);
}
