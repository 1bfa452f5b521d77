/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-network-file.h"
#include "mlg-cli-record.h"
#include "network/mlg-network.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

/* init, show, add, set, remove: one record at a time, each change an action of its own. */
typedef struct
{
  MlgRecord *record;
  enum
  {
    ADD,
    CHANGE,
    REMOVE,
    CARD,
  } what;
} Edit;

static gboolean
edit (MlgConnection *db, gpointer data, GError **error)
{
  Edit *e = data;

  switch (e->what)
    {
    case ADD:
      return mlg_record_insert (db, e->record, error);
    case CHANGE:
      return mlg_record_update (db, e->record, error);
    case REMOVE:
      return mlg_record_remove (db, mlg_record_get_kind (e->record), mlg_record_get_id (e->record),
                                error);
    case CARD:
    default:
      return mlg_network_save (db, e->record, error);
    }
}

static char *
name_action (const Edit *e)
{
  g_autofree char *name = mlg_record_dup_name (e->record);

  if (e->what == ADD)
    /* Translators: the name of an action in the history: Add Lille. */
    return g_strdup_printf (_ ("Add %s"), name);
  if (e->what == REMOVE)
    return g_strdup_printf (_ ("Remove %s"), name);
  if (e->what == CARD)
    return g_strdup_printf (_ ("New network %s"), name);
  return g_strdup_printf (_ ("Change %s"), name);
}

static gboolean
do_edit (MlgCli *cli, MlgConnection *db, Edit *e, GError **error)
{
  g_autofree char *name = name_action (e);
  g_autoptr (JsonBuilder) json = NULL;

  if (!mlg_connection_act (db, name, edit, e, NULL, error))
    return FALSE;
  if (cli->json)
    {
      json = json_builder_new ();
      mlg_cli_add_record (json, e->record);
      mlg_cli_print_json (json);
    }
  mlg_cli_say (cli, "%s (%" G_GINT64_FORMAT ")", name, mlg_record_get_id (e->record));
  return TRUE;
}

/* Values that are odd without being wrong are told; they are kept. */
static void
warn (MlgRecord *record)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  mlg_record_validate (record, issues, NULL);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    if (mlg_issue_list_get (issues, i)->severity == MLG_SEVERITY_WARNING)
      fprintf (stderr, "%s\n", mlg_issue_list_get (issues, i)->message);
}

/* Nobody has made the folder of the file that is used when none is named. A failure is told by the
 * opening that follows. */
static void
make_default_folder (MlgCli *cli)
{
  g_autofree char *path = mlg_cli_find_network_file (cli->network);
  g_autofree char *folder = g_path_get_dirname (path);

  if (cli->network == NULL)
    g_mkdir_with_parents (folder, 0700);
}

static gboolean
init (MlgCli *cli, const char *regions, GError **error)
{
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);
  g_autoptr (MlgConnection) db = NULL;
  Edit e = { network, CARD };

  mlg_record_set_text (network, MLG_NETWORK_NAME, cli->arguments[0]);
  if (regions != NULL && !mlg_record_parse (network, MLG_NETWORK_PERIMETER, regions, error))
    return FALSE;
  make_default_folder (cli);
  db = mlg_cli_open (cli, MLG_OPEN_CREATE, error);
  return db != NULL && do_edit (cli, db, &e, error);
}

MlgCliStatus
mlg_cli_init (MlgCli *cli)
{
  g_auto (GStrv) regions = NULL;
  g_autofree char *perimeter = NULL;
  GOptionEntry entries[] = {
    { "region", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &regions,
      N_ ("A territory of its perimeter, by its NUTS code (may be repeated)"), N_ ("CODE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, entries, 1, 1))
    return cli->status;
  if (regions != NULL)
    perimeter = g_strjoinv (" ", regions);
  if (init (cli, perimeter, &error))
    return MLG_CLI_DONE;
  return mlg_cli_fail (cli, g_steal_pointer (&error));
}

static gboolean
add (MlgCli *cli, GError **error)
{
  const MlgKind *kind = mlg_cli_find_kind (cli->arguments[0], error);
  g_autoptr (MlgRecord) record = kind != NULL ? mlg_record_new (kind) : NULL;
  g_autoptr (MlgConnection) db = NULL;
  Edit e = { record, ADD };

  if (record == NULL || !mlg_cli_assign (record, cli->arguments + 1, error))
    return FALSE;
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, error);
  if (db == NULL || !do_edit (cli, db, &e, error))
    return FALSE;
  warn (record);
  return TRUE;
}

MlgCliStatus
mlg_cli_add (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, NULL, 2, G_MAXUINT))
    return cli->status;
  return add (cli, &error) ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}

/* The record that the two first arguments name. */
static MlgRecord *
find (MlgCli *cli, MlgOpenFlags flags, MlgConnection **db, GError **error)
{
  const MlgKind *kind = mlg_cli_find_kind (cli->arguments[0], error);

  if (kind == NULL || (*db = mlg_cli_open (cli, flags, error)) == NULL)
    return NULL;
  return mlg_cli_find_record (*db, kind, cli->arguments[1], error);
}

static gboolean
change (MlgCli *cli, GError **error)
{
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) record = find (cli, MLG_OPEN_DEFAULT, &db, error);
  Edit e = { record, CHANGE };

  if (record == NULL || !mlg_cli_assign (record, cli->arguments + 2, error)
      || !do_edit (cli, db, &e, error))
    return FALSE;
  warn (record);
  return TRUE;
}

MlgCliStatus
mlg_cli_set (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, NULL, 3, G_MAXUINT))
    return cli->status;
  return change (cli, &error) ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}

static gboolean
remove_one (MlgCli *cli, GError **error)
{
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) record = find (cli, MLG_OPEN_DEFAULT, &db, error);
  Edit e = { record, REMOVE };

  return record != NULL && do_edit (cli, db, &e, error);
}

MlgCliStatus
mlg_cli_remove (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, NULL, 2, 2))
    return cli->status;
  return remove_one (cli, &error) ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}

static void
print_fields (MlgConnection *db, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *name = mlg_record_dup_name (record);

  printf ("%s · %s · %" G_GINT64_FORMAT "\n", name, _ (kind->title), mlg_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = mlg_cli_display (db, record, i);

      if (*text != '\0')
        /* Translators: a field and its value. */
        printf (_ ("%s: %s\n"), _ (kind->fields[i].title), text);
    }
}

/* What belongs to a record is what has it as its owner. */
static gboolean
print_parts (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *owner = mlg_record_get_kind (record);

  for (const MlgKind *const *kind = mlg_connection_get_kinds (db); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const MlgField *field = &(*kind)->fields[i];
        g_autofree char *tail = g_strdup_printf ("WHERE %s=?1 ORDER BY id", field->name);
        g_autoptr (GPtrArray) parts = NULL;

        if (g_strcmp0 (field->refers, owner->name) != 0 || (field->flags & MLG_FIELD_OWNER) == 0)
          continue;
        parts = mlg_record_load_where (db, *kind, error, tail, "i", mlg_record_get_id (record));
        if (parts == NULL)
          return FALSE;
        for (guint j = 0; j < parts->len; j++)
          {
            putchar ('\n');
            print_fields (db, parts->pdata[j]);
          }
      }
  return TRUE;
}

static gboolean
show (MlgCli *cli, GError **error)
{
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) record = find (cli, MLG_OPEN_READ_ONLY, &db, error);
  g_autoptr (JsonBuilder) json = NULL;

  if (record == NULL)
    return FALSE;
  if (!cli->json)
    {
      print_fields (db, record);
      return print_parts (db, record, error);
    }
  json = json_builder_new ();
  mlg_cli_add_record (json, record);
  mlg_cli_print_json (json);
  return TRUE;
}

MlgCliStatus
mlg_cli_show (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!mlg_cli_parse (cli, NULL, 2, 2))
    return cli->status;
  return show (cli, &error) ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}
