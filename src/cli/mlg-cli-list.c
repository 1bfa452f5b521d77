/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mlg-cli-command.h"
#include "mlg-cli-record.h"
#include "store/mlg-query.h"

/* list: the records of a kind, as a table or as JSON. */
typedef struct
{
  char *where;   /* (owned) (nullable) words */
  char *columns; /* (owned) (nullable) */
  char *sort;    /* (owned) (nullable) */
  int limit;
} Options;

static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* What a table shows when nobody chose: the name, and the first fields that fit. */
static GArray *
choose_columns (const MlgKind *kind, const char *chosen, GError **error)
{
  enum
  {
    SHOWN = 5
  };
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) names = chosen != NULL ? g_strsplit (chosen, ",", -1) : NULL;

  for (guint i = 0; names == NULL && i < kind->n_fields && columns->len < SHOWN; i++)
    if (kind->fields[i].type != MLG_FIELD_LONG_TEXT && kind->fields[i].type != MLG_FIELD_DATE)
      g_array_append_val (columns, i);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int field = mlg_kind_find_field (kind, g_strstrip (names[i]));

      if (field < 0)
        {
          g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                       _ ("“%s” is no field of %s"), names[i], kind->plural);
          return NULL;
        }
      g_array_append_val (columns, field);
    }
  return g_steal_pointer (&columns);
}

/* A record may hold anything: a line break would break the table, an escape the terminal. */
static char *
clean_cell (char *text)
{
  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return text;
}

static GPtrArray *
make_row (MlgConnection *db, MlgRecord *record, GArray *columns)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (record)));
  for (guint i = 0; i < columns->len; i++)
    {
      char *text = mlg_cli_display (db, record, g_array_index (columns, guint, i));

      g_ptr_array_add (row, clean_cell (text));
    }
  return row;
}

static void
print_row (GPtrArray *row, const guint *widths)
{
  for (guint i = 0; i < row->len; i++)
    {
      const char *text = row->pdata[i];
      guint padding = i + 1 < row->len ? widths[i] - width_of (text) + 2 : 0;

      printf ("%s%*s", text, (int) padding, "");
    }
  putchar ('\n');
}

static void
print_table (MlgConnection *db, const MlgKind *kind, GPtrArray *records, GArray *columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree guint *widths = g_new0 (guint, columns->len + 1);
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (headings, g_strdup (C_ ("identifier", "Id")));
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (headings,
                     g_strdup (_ (kind->fields[g_array_index (columns, guint, i)].title)));
  g_ptr_array_add (rows, headings);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, make_row (db, records->pdata[i], columns));
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j <= columns->len; j++)
      widths[j] = MAX (widths[j], width_of (((GPtrArray *) rows->pdata[i])->pdata[j]));
  for (guint i = 0; i < rows->len; i++)
    print_row (rows->pdata[i], widths);
}

static void
print_json (GPtrArray *records, gint64 total)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "total");
  json_builder_add_int_value (json, total);
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    mlg_cli_add_record (json, records->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  mlg_cli_print_json (json);
}

/* "status=member" restricts a field, in the form that files carry; anything else is words. */
static MlgQuery *
make_query (const MlgKind *kind, const Options *options, GError **error)
{
  g_autoptr (MlgQuery) query = mlg_query_new (kind);
  g_auto (GStrv) parts = g_strsplit (options->where != NULL ? options->where : "", "=", 2);
  int field = g_strv_length (parts) == 2 ? mlg_kind_find_field (kind, parts[0]) : -1;
  int sort = options->sort != NULL ? mlg_kind_find_field (kind, options->sort) : -1;
  const char *values[] = { field >= 0 ? parts[1] : NULL, NULL };
  g_autoptr (MlgQuery) restricted = field >= 0
                                        ? mlg_query_with_values (query, (guint) field, values)
                                        : mlg_query_with_words (query, options->where);

  if (options->sort != NULL && sort < 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, _ ("“%s” is no field of %s"),
                   options->sort, kind->plural);
      return NULL;
    }
  return sort >= 0 ? mlg_query_with_sort (restricted, (guint) sort, FALSE)
                   : g_steal_pointer (&restricted);
}

static gboolean
list (MlgCli *cli, const Options *options, GError **error)
{
  const MlgKind *kind = mlg_cli_find_kind (cli->arguments[0], error);
  g_autoptr (MlgConnection) db =
      kind != NULL ? mlg_cli_open (cli, MLG_OPEN_READ_ONLY, error) : NULL;
  g_autoptr (MlgQuery) query = db != NULL ? make_query (kind, options, error) : NULL;
  g_autoptr (GArray) columns =
      query != NULL ? choose_columns (kind, options->columns, error) : NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 total;

  if (columns == NULL)
    return FALSE;
  total = mlg_query_count (query, db, error);
  if (total < 0)
    return FALSE;
  records =
      mlg_query_load (query, db, options->limit > 0 ? (guint) options->limit : G_MAXUINT, 0, error);
  if (records == NULL)
    return FALSE;
  if (cli->json)
    print_json (records, total);
  else
    print_table (db, kind, records, columns);
  return TRUE;
}

MlgCliStatus
mlg_cli_list (MlgCli *cli)
{
  Options options = { 0 };
  GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_STRING, &options.where,
      N_ ("Only those with these words, or with this value of a field"), N_ ("WORDS|FIELD=VALUE") },
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &options.columns, N_ ("The fields to show"),
      N_ ("FIELD,FIELD…") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &options.sort, N_ ("The field to sort by"),
      N_ ("FIELD") },
    { "limit", 'l', 0, G_OPTION_ARG_INT, &options.limit, N_ ("How many at the most"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  gboolean listed;

  if (!mlg_cli_parse (cli, entries, 1, 1))
    return cli->status;
  listed = list (cli, &options, &error);
  g_free (options.where);
  g_free (options.columns);
  g_free (options.sort);
  return listed ? MLG_CLI_DONE : mlg_cli_fail (cli, g_steal_pointer (&error));
}
