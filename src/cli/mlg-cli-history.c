/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-history-report.h"
#include "store/mlg-history.h"

/* How many entries are printed when nobody says. */
#define USUAL_LIMIT 50

static char *
write_time (gint64 seconds, gboolean json)
{
  g_autoptr (GDateTime) time =
      json ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, json ? "%Y-%m-%dT%H:%M:%SZ" : "%x %X")
                      : g_strdup ("");
}

static void
print_entries (GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < entries->len; i++)
    {
      MlgHistoryEntry *entry = entries->pdata[i];
      g_autofree char *time = write_time (mlg_history_entry_get_time (entry), FALSE);

      mlg_cli_table_add (rows, time, mlg_history_entry_get_name (entry),
                         mlg_history_entry_is_undone (entry) ? _ ("undone") : "", NULL);
    }
  mlg_cli_table_print (rows);
}

static void
print_entries_as_json (GPtrArray *entries)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      MlgHistoryEntry *entry = entries->pdata[i];
      g_autofree char *time = write_time (mlg_history_entry_get_time (entry), TRUE);
      JsonObject *item = json_object_new ();

      mlg_cli_json_set_id (item, "id", mlg_history_entry_get_id (entry));
      json_object_set_string_member (item, "kind", "action");
      json_object_set_string_member (item, "name", mlg_history_entry_get_name (entry));
      json_object_set_string_member (item, "time", time);
      json_object_set_string_member (item, "author", mlg_history_entry_get_author (entry));
      json_object_set_int_member (item, "changes", mlg_history_entry_get_n_changes (entry));
      json_object_set_boolean_member (item, "undone", mlg_history_entry_is_undone (entry));
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (entries->len, items);
}

static void
print_changes (MlgConnection *db, GPtrArray *changes)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];
      g_autofree char *before = mlg_field_change_display (db, change, change->before);
      g_autofree char *after = mlg_field_change_display (db, change, change->after);

      mlg_cli_table_add (rows, _ (change->field->title), before != NULL ? before : "", "→",
                         after != NULL ? after : "", NULL);
    }
  mlg_cli_table_print (rows);
}

static void
print_changes_as_json (GPtrArray *changes)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];
      JsonObject *item = json_object_new ();

      mlg_cli_json_set_id (item, "id", change->id);
      json_object_set_string_member (item, "kind", change->kind->name);
      mlg_cli_json_set_id (item, "action", change->action);
      json_object_set_string_member (item, "field", change->field->name);
      json_object_set_string_member (item, "before", change->before);
      json_object_set_string_member (item, "after", change->after);
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (changes->len, items);
}

static MlgCliStatus
show_record (MlgCli *cli, MlgConnection *db, const MlgKind *kind, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) record = mlg_cli_find_record (db, kind, wanted, &error);
  g_autoptr (GPtrArray) changes = NULL;

  if (record != NULL)
    changes = mlg_history_of_record (db, kind, mlg_record_get_id (record), &error);
  if (changes == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_changes_as_json (changes);
  else
    print_changes (db, changes);
  return MLG_CLI_DONE;
}

static MlgCliStatus
show_all (MlgCli *cli, MlgConnection *db, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mlg_history_list (db, limit, 0, &error);

  if (entries == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_entries_as_json (entries);
  else
    print_entries (entries);
  return MLG_CLI_DONE;
}

/* history [KIND ID|NAME] [--limit N] */
MlgCliStatus
mlg_cli_history (MlgCli *cli)
{
  int limit = USUAL_LIMIT;
  const GOptionEntry options[] = {
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit, N_ ("Print so many at the most"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  const MlgKind *kind = NULL;

  if (!mlg_cli_parse (cli, options, 0, 2))
    return cli->status;
  if (mlg_cli_get_n_arguments (cli) == 1)
    return mlg_cli_misuse (cli, _ ("too few arguments: %s is expected"), _ ("KIND ID|NAME"));
  if (cli->arguments[0] != NULL && (kind = mlg_cli_find_kind (cli, cli->arguments[0])) == NULL)
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return kind != NULL ? show_record (cli, db, kind, cli->arguments[1])
                      : show_all (cli, db, (guint) MAX (limit, 0));
}

typedef gboolean (*Step) (MlgConnection *db, char **name, MlgChanges **changes, GError **error);

static gboolean
take_steps (MlgCli *cli, MlgConnection *db, Step step, guint64 n, JsonArray *names, GError **error)
{
  gboolean undo = step == mlg_history_undo;

  for (guint64 i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (!step (db, &name, NULL, error))
        return FALSE;
      if (name == NULL)
        {
          g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                               undo ? _ ("Nothing is left to undo")
                                    : _ ("Nothing is left to redo"));
          return FALSE;
        }
      mlg_cli_say (cli, undo ? _ ("Undone: %s") : _ ("Done again: %s"), name);
      json_array_add_string_element (names, name);
    }
  return TRUE;
}

static MlgCliStatus
run_steps (MlgCli *cli, Step step, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (JsonArray) names = json_array_new ();
  JsonObject *object;
  guint64 n = 1;

  if (!mlg_cli_parse (cli, NULL, 0, 1))
    return cli->status;
  if (cli->arguments[0] != NULL
      && !g_ascii_string_to_unsigned (cli->arguments[0], 10, 1, G_MAXUINT, &n, NULL))
    return mlg_cli_misuse (cli, _ ("a number of actions is expected, not “%s”"), cli->arguments[0]);
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db == NULL || !take_steps (cli, db, step, n, names, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!cli->json)
    return MLG_CLI_DONE;
  object = json_object_new ();
  json_object_set_array_member (object, member, g_steal_pointer (&names));
  mlg_cli_json_print (object);
  return MLG_CLI_DONE;
}

/* undo [N] */
MlgCliStatus
mlg_cli_undo (MlgCli *cli)
{
  return run_steps (cli, mlg_history_undo, "undone");
}

/* redo [N] */
MlgCliStatus
mlg_cli_redo (MlgCli *cli)
{
  return run_steps (cli, mlg_history_redo, "redone");
}
