/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mlg-ballots-file.h"
#include "mlg-heading.h"
#include "mlg-table-reader.h"
#include "mlg-table-writer.h"
#include "themes/mlg-tally-groups.h"

/* Ballots as a table: a column for each option, a row for each ballot; beside them, the weight, how many
 * voted so, and the groups. */

#define COUNT_MAX 10000000

typedef enum
{
  COLUMN_OPTION,
  COLUMN_WEIGHT,
  COLUMN_COUNT,
  COLUMN_GROUP,
  COLUMN_OTHER,
} ColumnType;

typedef struct
{
  ColumnType type;
  guint at; /* the option, or the split */
} Column;

typedef struct
{
  MlgTable *table;
  MlgIssueList *issues;
  MlgBallotForm form;
  GArray *columns;  /* (owned) of Column */
  GPtrArray *names; /* (owned) the options, unowned words */
  MlgBallots *ballots;
} Reader;

/* Headings as mlg_heading_simplify() writes them. */
static const struct
{
  const char *heading;
  ColumnType type;
  guint at;
} known[] = {
  { "weight", COLUMN_WEIGHT, 0 },
  { "poids", COLUMN_WEIGHT, 0 },
  { "count", COLUMN_COUNT, 0 },
  { "ballots", COLUMN_COUNT, 0 },
  { "nombre", COLUMN_COUNT, 0 },
  { "bulletins", COLUMN_COUNT, 0 },
  { "role", COLUMN_GROUP, MLG_SPLIT_ROLE },
  { "fonction", COLUMN_GROUP, MLG_SPLIT_ROLE },
  { "category", COLUMN_GROUP, MLG_SPLIT_CATEGORY },
  { "categorie", COLUMN_GROUP, MLG_SPLIT_CATEGORY },
  { "size", COLUMN_GROUP, MLG_SPLIT_SIZE },
  { "taille", COLUMN_GROUP, MLG_SPLIT_SIZE },
  { "departement", COLUMN_GROUP, MLG_SPLIT_DEPARTEMENT },
  { "id", COLUMN_OTHER, 0 },
  { "ballot", COLUMN_OTHER, 0 },
  { "bulletin", COLUMN_OTHER, 0 },
  { "voter", COLUMN_OTHER, 0 },
};

static void
read_heading (Reader *r, guint column)
{
  const char *heading = mlg_table_get_heading (r->table, column);
  g_autofree char *simple = mlg_heading_simplify (heading);
  Column found = { COLUMN_OPTION, r->names->len };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].heading, simple))
      found = (Column){ known[i].type, known[i].at };
  if (*heading == '\0')
    found.type = COLUMN_OTHER;
  if (found.type == COLUMN_OPTION)
    g_ptr_array_add (r->names, (gpointer) heading);
  g_array_append_val (r->columns, found);
}

G_GNUC_PRINTF (4, 0)
static void
complain (Reader *r, guint row, guint column, const char *format, const char *cell)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  mlg_issue_list_add (r->issues, MLG_SEVERITY_ERROR, mlg_table_get_file (r->table),
                      mlg_table_get_line (r->table, row, column), (int) column + 1, format, cell);
#pragma GCC diagnostic pop
}

static gboolean
read_number (const char *cell, double *number)
{
  g_autofree char *text = g_strdelimit (g_strdup (cell), ",", '.');
  char *end = NULL;

  g_strstrip (text);
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

/* What a cell says of an option. */
static gboolean
read_value (Reader *r, guint row, guint column, gint32 *value)
{
  const char *cell = mlg_table_get_cell (r->table, row, column);
  double number = 0;

  *value = MLG_BALLOT_NONE;
  if (cell == NULL || *cell == '\0')
    return TRUE;
  if (r->form == MLG_BALLOTS_CHOICES && !read_number (cell, &number))
    number = 1;
  else if (!read_number (cell, &number) || number < 0 || number > 1e6
           || (r->form == MLG_BALLOTS_RANKS && (number < 1 || floor (number) < number)))
    {
      complain (r, row, column, _ ("“%s” is no possible answer: the ballot is left aside"), cell);
      return FALSE;
    }
  if (r->form == MLG_BALLOTS_RANKS)
    *value = (gint32) number;
  else if (r->form != MLG_BALLOTS_CHOICES || number > 0)
    *value = (gint32) lround (number * MLG_BALLOTS_UNIT);
  return TRUE;
}

typedef struct
{
  double weight, count;
  const char *labels[MLG_N_SPLITS];
} Beside;

static gboolean
read_cell (Reader *r, guint row, guint column, gint32 *values, Beside *beside)
{
  const Column *c = &g_array_index (r->columns, Column, column);
  const char *cell = mlg_table_get_cell (r->table, row, column);
  gboolean filled = cell != NULL && *cell != '\0';

  switch (c->type)
    {
    case COLUMN_OPTION:
      return read_value (r, row, column, &values[c->at]);
    case COLUMN_WEIGHT:
    case COLUMN_COUNT:
      if (!filled
          || (read_number (cell, c->type == COLUMN_WEIGHT ? &beside->weight : &beside->count)
              && beside->weight >= 0 && beside->count >= 1 && beside->count <= COUNT_MAX))
        return TRUE;
      complain (r, row, column, _ ("“%s” is no possible weight: the ballot is left aside"), cell);
      return FALSE;
    case COLUMN_GROUP:
      beside->labels[c->at] = filled ? cell : NULL;
      return TRUE;
    case COLUMN_OTHER:
    default:
      return TRUE;
    }
}

static gboolean
read_row (Reader *r, guint row, gint32 *values, GError **error)
{
  Beside beside = { .weight = 1, .count = 1 };

  for (guint i = 0; i < r->columns->len; i++)
    if (!read_cell (r, row, i, values, &beside))
      return TRUE;
  if (!mlg_ballots_add (r->ballots, values, beside.weight, (guint) beside.count, error))
    return FALSE;
  for (guint i = 0; i < MLG_N_SPLITS; i++)
    mlg_ballots_label (r->ballots, i, beside.labels[i]);
  return TRUE;
}

static gboolean
read_rows (Reader *r, GError **error)
{
  g_autofree gint32 *values = g_new (gint32, r->names->len);

  for (guint row = 0; row < mlg_table_get_n_rows (r->table); row++)
    {
      for (guint i = 0; i < r->names->len; i++)
        values[i] = MLG_BALLOT_NONE;
      if (!read_row (r, row, values, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_options (const Reader *r, GError **error)
{
  if (r->names->len >= 1 && r->names->len <= MLG_BALLOTS_MAX_OPTIONS)
    return TRUE;
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
               _ ("%s: from 1 to %d columns of options are expected, not %u"),
               mlg_table_get_file (r->table), MLG_BALLOTS_MAX_OPTIONS, r->names->len);
  return FALSE;
}

/**
 * mlg_ballots_read_table:
 * @bytes: a table (CSV): a column for each option, and those that are called weight (poids), count
 *   (nombre), role, category, size, departement
 * @file: its name, for messages
 * @form: what the cells say
 * @issues: gets the ballots that were left aside
 *
 * Returns: (transfer full): the ballots; %NULL with @error set
 */
MlgBallots *
mlg_ballots_read_table (
    GBytes *bytes, const char *file, MlgBallotForm form, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgTable) table =
      mlg_table_read_bytes (bytes, file, &mlg_table_default_limits, issues, error);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (MlgBallots) ballots = NULL;
  Reader r = { table, issues, form, columns, names, NULL };

  if (table == NULL)
    return NULL;
  for (guint i = 0; i < mlg_table_get_n_columns (table); i++)
    read_heading (&r, i);
  if (!check_options (&r, error))
    return NULL;
  g_ptr_array_add (names, NULL);
  ballots = r.ballots = mlg_ballots_new (form, (const char *const *) names->pdata);
  g_ptr_array_set_size (names, (int) names->len - 1);
  return read_rows (&r, error) ? g_steal_pointer (&ballots) : NULL;
}

static void
write_number (MlgTableWriter *writer, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  mlg_table_writer_add_cell (writer, g_ascii_formatd (text, sizeof text, "%.10g", number));
}

static void
write_value (MlgTableWriter *writer, const MlgBallots *ballots, gint32 value)
{
  if (value == MLG_BALLOT_NONE)
    mlg_table_writer_add_cell (writer, NULL);
  else
    write_number (writer, mlg_ballots_get_form (ballots) == MLG_BALLOTS_RANKS
                              ? value
                              : (double) value / MLG_BALLOTS_UNIT);
}

/**
 * mlg_ballots_write_table:
 *
 * Returns: (transfer full): the ballots as mlg_ballots_read_table() reads them, without their groups: a
 *   row with all its groups could tell who it is of
 */
GBytes *
mlg_ballots_write_table (const MlgBallots *ballots)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  guint n = mlg_ballots_get_n_options (ballots);

  mlg_table_writer_add_cell (writer, "weight");
  mlg_table_writer_add_cell (writer, "count");
  for (guint i = 0; i < n; i++)
    mlg_table_writer_add_cell (writer, mlg_ballots_get_options (ballots)[i]);
  mlg_table_writer_end_row (writer);
  for (guint row = 0; row < mlg_ballots_get_n_rows (ballots); row++)
    {
      guint voters = MAX (mlg_ballots_get_voters (ballots, row), 1);

      write_number (writer,
                    (double) mlg_ballots_get_weight (ballots, row) / MLG_BALLOTS_UNIT / voters);
      write_number (writer, voters);
      for (guint i = 0; i < n; i++)
        write_value (writer, ballots, mlg_ballots_get_values (ballots, row)[i]);
      mlg_table_writer_end_row (writer);
    }
  return mlg_table_writer_finish (writer);
}
