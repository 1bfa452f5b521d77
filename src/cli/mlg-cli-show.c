/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-details.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-search.h"

static gboolean
print_record (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (record));

  mlg_cli_table_add (rows, _ (kind->title), id, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!mlg_record_is_null (record, i))
      {
        g_autofree char *value = mlg_cli_display (db, record, i);

        mlg_cli_table_add (rows, _ (kind->fields[i].title), value, NULL);
      }
  if (!mlg_cli_details_add_rows (db, record, rows, error))
    return FALSE;
  mlg_cli_table_print (rows);
  return TRUE;
}

static gboolean
print_record_as_json (MlgConnection *db, MlgRecord *record, GError **error)
{
  JsonObject *object = mlg_cli_json_record (record);

  if (mlg_cli_details_add_json (db, record, object, error))
    {
      mlg_cli_json_print (object);
      return TRUE;
    }
  json_object_unref (object);
  return FALSE;
}

/* show KIND ID|NAME */
MlgCliStatus
mlg_cli_show (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgRecord) record = NULL;
  const MlgKind *kind;

  if (!mlg_cli_parse (cli, NULL, 2, 2)
      || (kind = mlg_cli_find_kind (cli, cli->arguments[0])) == NULL)
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    record = mlg_cli_find_record (db, kind, cli->arguments[1], &error);
  if (record == NULL || !(cli->json ? print_record_as_json : print_record) (db, record, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

/* What marks the words found is of no use outside a screen. */
static char *
strip_marks (const char *snippet)
{
  GString *text = g_string_new (snippet);

  g_string_replace (text, MLG_SEARCH_MATCH_START, "", 0);
  g_string_replace (text, MLG_SEARCH_MATCH_END, "", 0);
  return g_string_free (text, FALSE);
}

static void
print_hits (GPtrArray *hits)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < hits->len; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];
      g_autofree char *snippet = strip_marks (hit->snippet);

      mlg_cli_table_add (rows, _ (hit->kind->title), hit->name, snippet, NULL);
    }
  mlg_cli_table_print (rows);
}

static void
print_hits_as_json (GPtrArray *hits)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];
      g_autofree char *snippet = strip_marks (hit->snippet);
      JsonObject *item = json_object_new ();

      mlg_cli_json_set_id (item, "id", hit->id);
      json_object_set_string_member (item, "kind", hit->kind->name);
      json_object_set_string_member (item, "name", hit->name);
      json_object_set_string_member (item, "snippet", snippet);
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (hits->len, items);
}

/* search WORDS… [--limit N] */
MlgCliStatus
mlg_cli_search (MlgCli *cli)
{
  int limit = 100;
  const GOptionEntry options[] = {
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit, N_ ("Print so many at the most"), N_ ("N") },
    { NULL },
  };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (!mlg_cli_parse (cli, options, 1, G_MAXUINT))
    return cli->status;
  words = g_strjoinv (" ", cli->arguments);
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    hits = mlg_search_find (db, words, NULL, (guint) MAX (limit, 0), &error);
  if (hits == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_hits_as_json (hits);
  else
    print_hits (hits);
  return MLG_CLI_DONE;
}
