/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-record.h"
#include "store/mlg-history.h"
#include "store/mlg-search.h"

/* search, history, undo, redo. */

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
add_entry (JsonBuilder *json, MlgHistoryEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (mlg_history_entry_get_time (entry));
  g_autofree char *iso = g_date_time_format_iso8601 (time);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_int_value (json, mlg_history_entry_get_id (entry));
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, "action");
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, mlg_history_entry_get_name (entry));
  json_builder_set_member_name (json, "time");
  json_builder_add_string_value (json, iso);
  json_builder_set_member_name (json, "author");
  json_builder_add_string_value (json, mlg_history_entry_get_author (entry));
  json_builder_set_member_name (json, "changes");
  json_builder_add_int_value (json, mlg_history_entry_get_n_changes (entry));
  json_builder_set_member_name (json, "undone");
  json_builder_add_boolean_value (json, mlg_history_entry_is_undone (entry));
  json_builder_end_object (json);
}

static JsonBuilder *
begin_items (guint total)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "total");
  json_builder_add_int_value (json, total);
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  return json;
}

static void
print_items (JsonBuilder *json)
{
  json_builder_end_array (json);
  json_builder_end_object (json);
  mlg_cli_print_json (json);
}

static void
print_entries (MlgCli *cli, GPtrArray *entries)
{
  g_autoptr (JsonBuilder) json = begin_items (entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      MlgHistoryEntry *entry = entries->pdata[i];
      g_autofree char *time = format_time (mlg_history_entry_get_time (entry));

      if (cli->json)
        add_entry (json, entry);
      else
        printf ("%s  %s%s\n", time, mlg_history_entry_get_name (entry),
                mlg_history_entry_is_undone (entry) ? _ (" (undone)") : "");
    }
  if (cli->json)
    print_items (json);
}

static void
add_change (JsonBuilder *json, const MlgFieldChange *change)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_int_value (json, change->id);
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, change->kind->name);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, change->field->name);
  json_builder_set_member_name (json, "before");
  json_builder_add_string_value (json, change->before);
  json_builder_set_member_name (json, "after");
  json_builder_add_string_value (json, change->after);
  json_builder_end_object (json);
}

static gboolean
print_record_history (MlgCli *cli, MlgConnection *db, GError **error)
{
  const MlgKind *kind = mlg_cli_find_kind (cli->arguments[0], error);
  g_autoptr (MlgRecord) record =
      kind != NULL ? mlg_cli_find_record (db, kind, cli->arguments[1], error) : NULL;
  g_autoptr (GPtrArray) changes =
      record != NULL ? mlg_history_of_record (db, kind, mlg_record_get_id (record), error) : NULL;
  g_autoptr (JsonBuilder) json = NULL;

  if (changes == NULL)
    return FALSE;
  json = begin_items (changes->len);
  for (guint i = 0; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];

      if (cli->json)
        add_change (json, change);
      else
        /* Translators: a field, its value before and after. */
        printf (_ ("%s: %s → %s\n"), _ (change->field->title),
                change->before != NULL ? change->before : "",
                change->after != NULL ? change->after : "");
    }
  if (cli->json)
    print_items (json);
  return TRUE;
}

static gboolean
history (MlgCli *cli, int limit, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (db == NULL)
    return FALSE;
  if (mlg_cli_get_n_arguments (cli) == 2)
    return print_record_history (cli, db, error);
  entries = mlg_history_list (db, limit > 0 ? (guint) limit : G_MAXINT, 0, error);
  if (entries == NULL)
    return FALSE;
  print_entries (cli, entries);
  return TRUE;
}

MlgCliStatus
mlg_cli_history (MlgCli *cli)
{
  int limit = 0;
  GOptionEntry entries[] = {
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit, N_ ("How many at the most"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, entries, 0, 2))
    return cli->status;
  if (mlg_cli_get_n_arguments (cli) == 1)
    return mlg_cli_misuse (cli, _ ("a kind and a record are expected"));
  return history (cli, limit, &error) ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}

static MlgCliStatus
say_nothing_left (MlgCli *cli, gboolean undo)
{
  mlg_cli_say (cli, "%s", undo ? _ ("Nothing to undo") : _ ("Nothing to redo"));
  return MLG_CLI_NO;
}

static MlgCliStatus
step_in_history (MlgCli *cli, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  gint64 n = 1;

  if (!mlg_cli_parse (cli, NULL, 0, 1))
    return cli->status;
  if (mlg_cli_get_n_arguments (cli) == 1
      && !g_ascii_string_to_signed (cli->arguments[0], 10, 1, G_MAXINT, &n, NULL))
    return mlg_cli_misuse (cli, _ ("“%s” is not a number of actions"), cli->arguments[0]);
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  for (; db != NULL && n > 0; n--)
    {
      g_autofree char *name = NULL;
      gboolean done = undo ? mlg_history_undo (db, &name, NULL, &error)
                           : mlg_history_redo (db, &name, NULL, &error);

      if (!done)
        break;
      if (name == NULL)
        return say_nothing_left (cli, undo);
      /* Translators: the name of an action. */
      mlg_cli_say (cli, "%s: %s", undo ? _ ("Undone") : _ ("Done again"), name);
    }
  return error == NULL ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}

MlgCliStatus
mlg_cli_undo (MlgCli *cli)
{
  return step_in_history (cli, TRUE);
}

MlgCliStatus
mlg_cli_redo (MlgCli *cli)
{
  return step_in_history (cli, FALSE);
}

static void
print_hit (JsonBuilder *json, gboolean as_json, const MlgSearchHit *hit)
{
  g_autofree char *snippet = g_strdelimit (g_strdup (hit->snippet), "\n", ' ');

  g_strdelimit (snippet, MLG_SEARCH_MATCH_START MLG_SEARCH_MATCH_END, '*');
  if (!as_json)
    {
      printf ("%s · %s · %" G_GINT64_FORMAT "%s%s\n", hit->name, _ (hit->kind->title), hit->id,
              *snippet != '\0' ? "\n    " : "", snippet);
      return;
    }
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_int_value (json, hit->id);
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, hit->kind->name);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, hit->name);
  json_builder_set_member_name (json, "snippet");
  json_builder_add_string_value (json, snippet);
  json_builder_end_object (json);
}

MlgCliStatus
mlg_cli_search (MlgCli *cli)
{
  enum
  {
    MOST = 200
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (JsonBuilder) json = NULL;
  g_autofree char *words = NULL;

  if (!mlg_cli_parse (cli, NULL, 1, G_MAXUINT))
    return cli->status;
  words = g_strjoinv (" ", cli->arguments);
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  hits = db != NULL ? mlg_search_find (db, words, NULL, MOST, &error) : NULL;
  if (hits == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  json = begin_items (hits->len);
  for (guint i = 0; i < hits->len; i++)
    print_hit (json, cli->json, hits->pdata[i]);
  if (cli->json)
    print_items (json);
  return MLG_CLI_DONE;
}
