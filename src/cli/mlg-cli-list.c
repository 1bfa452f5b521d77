/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "library/mlg-archived.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-person.h"
#include "mlg-cli-command.h"
#include "mlg-cli-functions.h"
#include "mlg-cli-json.h"
#include "mlg-cli-labels.h"
#include "mlg-cli-meeting.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "mlg-cli-where.h"
#include "store/mlg-query.h"

/* How many columns a table has when none were chosen. */
#define USUAL_COLUMNS 6
/* A column that is no field. */
#define COLUMN_ID       -1
#define COLUMN_NAME     -2
#define COLUMN_FUNCTION -3 /* of people: what they do at present, */
#define COLUMN_BODY     -4 /* and where */

/* "actions" and "decisions" are outcomes of one type. */
static void
add_preset (MlgCli *cli, MlgQuery **query)
{
  const char *values[] = { mlg_cli_find_outcome_type (cli->arguments[0]), NULL };
  MlgQuery *narrower;

  if (values[0] == NULL)
    return;
  narrower = mlg_query_with_values (*query, MLG_OUTCOME_TYPE, values);
  mlg_query_unref (*query);
  *query = narrower;
}

/* What is put away is not listed, unless a condition says so after this one. */
static void
leave_out_archived (MlgQuery **query)
{
  MlgQuery *narrower;

  if (!mlg_archived_has_kind (mlg_query_get_kind (*query)))
    return;
  narrower = mlg_archived_narrow (*query, FALSE);
  mlg_query_unref (*query);
  *query = narrower;
}

static gboolean
set_sort (MlgCli *cli, MlgQuery **query, const char *sort)
{
  gboolean descending = sort != NULL && *sort == '-';
  int field = sort == NULL
                  ? -1
                  : mlg_cli_find_field (mlg_query_get_kind (*query), descending ? sort + 1 : sort);
  MlgQuery *sorted;

  if (sort != NULL && field < 0)
    {
      mlg_cli_misuse (cli, _ ("there is no field “%s”"), sort);
      return FALSE;
    }
  sorted =
      mlg_query_with_sort (*query, sort == NULL ? MLG_QUERY_BY_NAME : (guint) field, descending);
  mlg_query_unref (*query);
  *query = sorted;
  return TRUE;
}

/* Returns: a column that is no field of the kind; 0 when there is none of this name. */
static int
find_other_column (const MlgKind *kind, const char *name)
{
  if (g_str_equal (name, "id"))
    return COLUMN_ID;
  if (g_str_equal (name, "name"))
    return COLUMN_NAME;
  if (kind == &mlg_person_kind && g_str_equal (name, "function"))
    return COLUMN_FUNCTION;
  return kind == &mlg_person_kind && g_str_equal (name, "body") ? COLUMN_BODY : 0;
}

static GArray *
choose_columns (MlgCli *cli, const MlgKind *kind, const char *names)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      int column = mlg_cli_find_field (kind, g_strstrip (list[i]));

      if (column < 0)
        column = find_other_column (kind, list[i]);
      if (column == 0 && mlg_cli_find_field (kind, list[i]) < 0)
        {
          mlg_cli_misuse (cli, _ ("there is no field “%s”"), list[i]);
          return NULL;
        }
      g_array_append_val (columns, column);
    }
  return g_steal_pointer (&columns);
}

/* Of people one asks who they are by where they work, then how to reach them. */
static GArray *
usual_columns_of_people (void)
{
  static const int columns[] = { COLUMN_NAME,      COLUMN_FUNCTION,  COLUMN_BODY,
                                 MLG_PERSON_EMAIL, MLG_PERSON_PHONE, MLG_PERSON_MOBILE };

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (int)), columns,
                              G_N_ELEMENTS (columns));
}

/* The displayed name, then the first fields that fit on a line. */
static GArray *
usual_columns (const MlgKind *kind)
{
  GArray *columns;
  int name = COLUMN_NAME;

  if (kind == &mlg_person_kind)
    return usual_columns_of_people ();
  columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (columns, name);
  for (guint i = 0; i < kind->n_fields && columns->len < USUAL_COLUMNS; i++)
    if ((kind->fields[i].flags & (MLG_FIELD_NAME | MLG_FIELD_INTERNAL)) == 0
        && kind->fields[i].type != MLG_FIELD_LONG_TEXT && kind->fields[i].type != MLG_FIELD_DATE)
      {
        int column = (int) i;

        g_array_append_val (columns, column);
      }
  return columns;
}

static char *
write_function (MlgConnection *db, MlgRecord *person, gboolean body, GError **error)
{
  g_autofree char *functions = NULL;
  g_autofree char *bodies = NULL;

  if (!mlg_cli_functions_write (db, mlg_record_get_id (person), &functions, &bodies, error))
    return NULL;
  return body ? g_steal_pointer (&bodies) : g_steal_pointer (&functions);
}

static char *
write_cell (MlgConnection *db, MlgRecord *record, int column, GError **error)
{
  if (column == COLUMN_FUNCTION || column == COLUMN_BODY)
    return write_function (db, record, column == COLUMN_BODY, error);
  if (column == COLUMN_ID)
    return g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (record));
  if (column == COLUMN_NAME)
    return mlg_record_dup_name (record);
  return mlg_cli_display (db, record, (guint) column);
}

static const char *
get_heading (const MlgKind *kind, int column)
{
  if (column == COLUMN_ID)
    return "id";
  if (column == COLUMN_FUNCTION || column == COLUMN_BODY)
    return column == COLUMN_BODY ? _ ("Body") : _ ("Function");
  return column == COLUMN_NAME ? _ ("Name") : _ (kind->fields[column].title);
}

static gboolean
print_table (
    MlgConnection *db, const MlgKind *kind, GPtrArray *records, GArray *columns, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i <= records->len; i++)
    {
      GStrv row = g_new0 (char *, columns->len + 1);

      for (guint j = 0; j < columns->len; j++)
        {
          int column = g_array_index (columns, int, j);

          row[j] = i == 0 ? g_strdup (get_heading (kind, column))
                          : write_cell (db, records->pdata[i - 1], column, error);
          if (row[j] == NULL)
            {
              g_strfreev (row);
              return FALSE;
            }
        }
      g_ptr_array_add (rows, row);
    }
  mlg_cli_table_print (rows);
  return TRUE;
}

static JsonObject *
write_item (MlgRecord *record, GArray *columns)
{
  JsonObject *all = mlg_cli_json_record (record);
  JsonObject *item = columns != NULL ? json_object_new () : NULL;
  static const char *const always[] = { "id", "kind", "name" };

  if (columns == NULL)
    return all;
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    json_object_set_member (item, always[i], json_object_dup_member (all, always[i]));
  for (guint i = 0; i < columns->len; i++)
    {
      int column = g_array_index (columns, int, i);
      const char *name =
          column >= 0 ? mlg_record_get_kind (record)->fields[column].name : always[0];

      json_object_set_member (item, name, json_object_dup_member (all, name));
    }
  json_object_unref (all);
  return item;
}

static gboolean
wants_functions (const MlgKind *kind, GArray *columns)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    if (g_array_index (columns, int, i) == COLUMN_FUNCTION
        || g_array_index (columns, int, i) == COLUMN_BODY)
      return TRUE;
  return columns == NULL && kind == &mlg_person_kind;
}

static gboolean
print_json (MlgConnection *db,
            const MlgKind *kind,
            GPtrArray *records,
            GArray *columns,
            gint64 total,
            GError **error)
{
  g_autoptr (JsonArray) items = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *item = write_item (records->pdata[i], columns);
      JsonArray *functions = NULL;

      json_array_add_object_element (items, item);
      if (!wants_functions (kind, columns))
        continue;
      functions = mlg_cli_functions_json (db, mlg_record_get_id (records->pdata[i]), error);
      if (functions == NULL)
        return FALSE;
      json_object_set_array_member (item, "functions", functions);
    }
  mlg_cli_json_print_items (total, g_steal_pointer (&items));
  return TRUE;
}

static MlgCliStatus
print_query (MlgCli *cli, MlgQuery *query, GArray *chosen, int limit)
{
  const MlgKind *kind = mlg_query_get_kind (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) usual = usual_columns (kind);
  gint64 total = db != NULL ? mlg_query_count (query, db, &error) : -1;

  if (error == NULL)
    records = mlg_query_load (query, db, limit < 0 ? G_MAXINT : (guint) limit, 0, &error);
  if (error != NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!(cli->json ? print_json (db, kind, records, chosen, total, &error)
                  : print_table (db, kind, records, chosen != NULL ? chosen : usual, &error)))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (records->len == 0)
    mlg_cli_say (cli, "%s", _ ("Nothing found"));
  return MLG_CLI_DONE;
}

/* list KIND [--where …] [--columns …] [--sort …] [--limit N] */
MlgCliStatus
mlg_cli_list (MlgCli *cli)
{
  g_auto (GStrv) where = NULL;
  g_autofree char *names = NULL;
  g_autofree char *sort = NULL;
  int limit = -1;
  gboolean archived = FALSE;
  const GOptionEntry options[] = {
    { "where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &where,
      N_ ("Only those with these words, or this value of a field"), N_ ("WORDS|FIELD=VALUE") },
    { "columns", 'c', 0, G_OPTION_ARG_FILENAME, &names, N_ ("The fields to print"),
      N_ ("FIELD,…") },
    { "sort", 's', 0, G_OPTION_ARG_FILENAME, &sort,
      N_ ("Sort by this field; backwards with a minus before it"), N_ ("[-]FIELD") },
    { "archived", 'a', 0, G_OPTION_ARG_NONE, &archived, N_ ("Those that are archived too"), NULL },
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit, N_ ("Print so many at the most"), N_ ("N") },
    { NULL },
  };
  const MlgKind *kind;
  g_autoptr (MlgQuery) query = NULL;
  g_autoptr (GArray) columns = NULL;

  if (!mlg_cli_parse (cli, options, 1, 1))
    return cli->status;
  if (g_str_equal (cli->arguments[0], "labels"))
    return mlg_cli_list_labels (cli, where);
  kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  if (kind == NULL)
    return cli->status;
  query = mlg_query_new (kind);
  add_preset (cli, &query);
  if (!archived)
    leave_out_archived (&query);
  if (!mlg_cli_narrow (cli, &query, where) || !set_sort (cli, &query, sort))
    return cli->status;
  if (names != NULL && (columns = choose_columns (cli, kind, names)) == NULL)
    return cli->status;
  return print_query (cli, query, columns, limit);
}
