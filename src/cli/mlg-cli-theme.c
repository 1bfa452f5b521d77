/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/mlg-theme-launch.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-action.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme-work.h"
#include "themes/mlg-theme.h"

/* theme usual | start THEME | progress [THEME] | interested THEME */
typedef struct
{
  MlgCli *cli;
  const char *day; /* (nullable) */
  gint64 theme;
  gint64 group;
  guint n_added;
} Doing;

static gboolean
add_usual (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_theme_add_usual (db, &doing->n_added, error);
}

static MlgCliStatus
run_usual (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  Doing doing = { .cli = cli };
  JsonObject *object;

  if (db == NULL
      || !mlg_connection_act (db, _ ("Add the usual themes"), add_usual, &doing, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, ngettext ("%u theme added", "%u themes added", doing.n_added), doing.n_added);
  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_int_member (object, "added", doing.n_added);
      mlg_cli_json_print (object);
    }
  return MLG_CLI_DONE;
}

static gboolean
start_work (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->group = mlg_theme_start_work (db, doing->theme, doing->day, error);
  return doing->group != 0;
}

static MlgRecord *
find_theme (MlgCli *cli, MlgConnection *db, GError **error)
{
  return mlg_cli_find_record (db, &mlg_theme_kind, cli->arguments[1], error);
}

static MlgCliStatus
run_start (MlgCli *cli, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgRecord) theme = db != NULL ? find_theme (cli, db, &error) : NULL;
  g_autofree char *action = NULL;
  Doing doing = { .cli = cli, .day = day };
  JsonObject *object;

  if (theme == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  doing.theme = mlg_record_get_id (theme);
  /* Translators: the name of an action in the history; a theme. */
  action =
      g_strdup_printf (_ ("Start the work on %s"), mlg_record_get_text (theme, MLG_THEME_TITLE));
  if (!mlg_connection_act (db, action, start_work, &doing, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", action);
  if (cli->json)
    {
      object = json_object_new ();
      mlg_cli_json_set_id (object, "theme", doing.theme);
      mlg_cli_json_set_id (object, "group", doing.group);
      mlg_cli_json_print (object);
    }
  return MLG_CLI_DONE;
}

static gboolean
add_progress (
    MlgConnection *db, MlgRecord *theme, GPtrArray *rows, JsonArray *items, GError **error)
{
  MlgThemeProgress progress;
  JsonObject *item;
  g_autofree char *done = NULL;

  if (!mlg_theme_get_progress (db, mlg_record_get_id (theme), &progress, error))
    return FALSE;
  done = g_strdup_printf ("%u/%u", progress.n_done, progress.n_steps);
  mlg_cli_table_add (rows, mlg_record_get_text (theme, MLG_THEME_TITLE), done,
                     progress.next != NULL ? progress.next : "", NULL);
  item = mlg_cli_json_record (theme);
  json_object_set_int_member (item, "steps", progress.n_steps);
  json_object_set_int_member (item, "done", progress.n_done);
  json_object_set_string_member (item, "next", progress.next != NULL ? progress.next : "");
  json_array_add_object_element (items, item);
  mlg_theme_progress_clear (&progress);
  return TRUE;
}

static GPtrArray *
load_worked (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
  MlgRecord *theme;

  if (mlg_cli_get_n_arguments (cli) == 1)
    return mlg_record_load_where (db, &mlg_theme_kind, error,
                                  "WHERE EXISTS (SELECT 1 FROM theme_step WHERE theme=theme.id)"
                                  " ORDER BY title COLLATE NOCASE",
                                  "");
  theme = find_theme (cli, db, error);
  if (theme == NULL)
    return NULL;
  g_ptr_array_add (one, theme);
  return g_steal_pointer (&one);
}

static MlgCliStatus
run_progress (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) themes = db != NULL ? load_worked (cli, db, &error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (JsonArray) items = json_array_new ();

  if (themes == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_table_add (rows, _ ("Theme"), _ ("Done"), _ ("Next step"), NULL);
  for (guint i = 0; i < themes->len; i++)
    if (!add_progress (db, themes->pdata[i], rows, items, &error))
      return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    mlg_cli_json_print_items (themes->len, g_steal_pointer (&items));
  else
    mlg_cli_table_print (rows);
  return MLG_CLI_DONE;
}

static MlgCliStatus
run_interested (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) theme = db != NULL ? find_theme (cli, db, &error) : NULL;
  g_autoptr (GPtrArray) found =
      theme != NULL ? mlg_theme_list_interested (db, mlg_record_get_id (theme), &error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (JsonArray) items = json_array_new ();

  if (found == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_table_add (rows, _ ("Name"), _ ("Because"), NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const MlgInterested *one = found->pdata[i];
      JsonObject *item = json_object_new ();

      mlg_cli_table_add (rows, one->name, one->asked ? _ ("asked") : _ ("answered so"), NULL);
      mlg_cli_json_set_id (item, "id", one->body != 0 ? one->body : one->person);
      json_object_set_string_member (item, "kind", one->body != 0 ? "body" : "person");
      json_object_set_string_member (item, "name", one->name);
      json_object_set_boolean_member (item, "asked", one->asked);
      json_array_add_object_element (items, item);
    }
  if (cli->json)
    mlg_cli_json_print_items (found->len, g_steal_pointer (&items));
  else
    mlg_cli_table_print (rows);
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli, const char *day)
{
  const char *verb = cli->arguments[0];
  guint n = mlg_cli_get_n_arguments (cli);

  if (g_str_equal (verb, "usual") && n == 1)
    return run_usual (cli);
  if (g_str_equal (verb, "progress") && n <= 2)
    return run_progress (cli);
  if (g_str_equal (verb, "start") && n == 2)
    return run_start (cli, day);
  if (g_str_equal (verb, "interested") && n == 2)
    return run_interested (cli);
  return mlg_cli_misuse (cli, _ ("%s is expected"), _ (cli->command->arguments));
}

/* theme usual | start THEME [--day DATE] | progress [THEME] | interested THEME */
MlgCliStatus
mlg_cli_theme (MlgCli *cli)
{
  g_autofree char *day = NULL;
  const GOptionEntry options[] = {
    { "day", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("From which day the work is planned"),
      N_ ("DATE") },
    { NULL },
  };

  return mlg_cli_parse (cli, options, 1, 2) ? run (cli, day) : cli->status;
}
