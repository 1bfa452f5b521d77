/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-agenda-template.h"
#include "meetings/mlg-meeting-agenda.h"
#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting-who.h"
#include "meetings/mlg-meeting.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-action.h"

/* agenda: the points of a meeting with their clock times. */
typedef struct
{
  gboolean usual;
  char *move; /* (owned) (nullable) the rank of an item */
  int to;
} AgendaOptions;

static char *
write_clock (int minutes)
{
  return minutes >= 0 ? mlg_clock_from_minutes (minutes) : g_strdup ("");
}

static JsonObject *
write_item (MlgConnection *db, const MlgAgendaTime *time)
{
  JsonObject *object = mlg_cli_json_record (time->item);
  MlgWho who = mlg_who_of_item (time->item);
  g_autofree char *starts = write_clock (time->starts);
  g_autofree char *ends = write_clock (time->ends);
  g_autofree char *presenter = mlg_who_dup_name (db, &who, NULL);

  json_object_set_string_member (object, "from", starts);
  json_object_set_string_member (object, "to", ends);
  json_object_set_string_member (object, "presenter_name", presenter);
  json_object_set_int_member (object, "over_run", time->over_run);
  return object;
}

static void
print_json (MlgConnection *db, const MlgAgenda *agenda)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < agenda->times->len; i++)
    json_array_add_object_element (items, write_item (db, agenda->times->pdata[i]));
  json_object_set_int_member (object, "minutes", agenda->minutes);
  json_object_set_int_member (object, "over_run", agenda->over_run);
  json_object_set_int_member (object, "total", agenda->times->len);
  json_object_set_array_member (object, "items", items);
  mlg_cli_json_print (object);
}

static void
print_table (MlgCli *cli, MlgConnection *db, const MlgAgenda *agenda)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  mlg_cli_table_add (rows, _ ("Position"), _ ("Starts"), _ ("Ends"), _ ("Title"), _ ("Presenter"),
                     _ ("Purpose"), NULL);
  for (guint i = 0; i < agenda->times->len; i++)
    {
      const MlgAgendaTime *time = agenda->times->pdata[i];
      MlgWho who = mlg_who_of_item (time->item);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);
      g_autofree char *starts = write_clock (time->starts);
      g_autofree char *ends = write_clock (time->ends);
      g_autofree char *presenter = mlg_who_dup_name (db, &who, NULL);
      g_autofree char *purpose = mlg_record_dup_display (time->item, MLG_AGENDA_ITEM_PURPOSE);

      mlg_cli_table_add (rows, rank, starts, ends,
                         mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE),
                         presenter != NULL ? presenter : "", purpose, NULL);
    }
  mlg_cli_table_print (rows);
  if (agenda->over_run > 0)
    mlg_cli_say (cli,
                 ngettext ("The agenda passes the end of the meeting by %d minute",
                           "The agenda passes the end of the meeting by %d minutes",
                           (gulong) agenda->over_run),
                 (int) agenda->over_run);
}

static gboolean
move (MlgConnection *db, gint64 meeting, const AgendaOptions *options, GError **error)
{
  g_autoptr (MlgAgenda) agenda = mlg_agenda_load (db, meeting, error);
  gint64 rank = g_ascii_strtoll (options->move, NULL, 10);

  if (agenda == NULL)
    return FALSE;
  if (rank < 1 || rank > agenda->times->len || options->to < 1)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                   _ ("The agenda has no position “%s”"), options->move);
      return FALSE;
    }
  return mlg_agenda_move (
      db, mlg_record_get_id (((MlgAgendaTime *) agenda->times->pdata[rank - 1])->item),
      (guint) options->to, error);
}

static gboolean
change (MlgConnection *db, MlgRecord *meeting, const AgendaOptions *options, GError **error)
{
  gint64 id = mlg_record_get_id (meeting);
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: the name of an action in the history. */
  g_autofree char *action = g_strdup_printf (_ ("Change the agenda of %s"), name);

  if (!options->usual && options->move == NULL)
    return TRUE;
  if (!mlg_connection_begin (db, action, error))
    return FALSE;
  if ((options->usual && !mlg_agenda_template_apply (db, id, error))
      || (options->move != NULL && !move (db, id, options, error)))
    {
      mlg_connection_rollback (db);
      return FALSE;
    }
  return mlg_connection_commit (db, NULL, error);
}

static MlgCliStatus
run (MlgCli *cli, const AgendaOptions *options)
{
  gboolean writes = options->usual || options->move != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db =
      mlg_cli_open (cli, writes ? MLG_OPEN_DEFAULT : MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) meeting =
      db != NULL ? mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[0], &error) : NULL;
  g_autoptr (MlgAgenda) agenda = NULL;

  if (meeting != NULL && change (db, meeting, options, &error))
    agenda = mlg_agenda_load (db, mlg_record_get_id (meeting), &error);
  if (agenda == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (db, agenda);
  else
    print_table (cli, db, agenda);
  return MLG_CLI_DONE;
}

/* agenda ID|NAME [--usual] [--move N --to N] */
MlgCliStatus
mlg_cli_agenda (MlgCli *cli)
{
  AgendaOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "usual", 'u', 0, G_OPTION_ARG_NONE, &options.usual,
      N_ ("Add the usual agenda of this kind of meeting"), NULL },
    { "move", 'm', 0, G_OPTION_ARG_STRING, &options.move, N_ ("Move the item of this position"),
      N_ ("N") },
    { "to", 't', 0, G_OPTION_ARG_INT, &options.to, N_ ("The position where it goes"), N_ ("N") },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 1, 1) ? run (cli, &options) : cli->status;

  g_free (options.move);
  return status;
}
