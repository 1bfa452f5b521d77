/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-table-headings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-person.h"
#include "mlg-heading.h"
#include "mlg-table-private.h"

/* Which row holds the headings. Above it a sheet often has a title or a date; and headings may take two
 * rows, of which the first one names groups of columns ("Organisme" over "Nom" and "SIREN") or begins
 * what the second one ends ("Code" over "INSEE"). Where the words of the first row are those of no
 * field, a row of which they are is looked for below. */

enum
{
  MOST_ROWS = 10,
  MOST_COLUMNS = 200
};

static const MlgTableRow *
get_row (MlgTable *table, guint i)
{
  return &g_array_index (table->rows, MlgTableRow, i);
}

static guint
count_filled (MlgTable *table, guint i)
{
  const MlgTableRow *row = get_row (table, i);
  guint n = 0;

  for (guint column = 0; column < row->n_cells; column++)
    n += *mlg_table_get_row_cell (table, row, column) != '\0';
  return n;
}

/* @told: how many of them are told of */
static void
leave_rows (MlgTable *table, guint n, guint told, const char *why, MlgIssueList *issues)
{
  for (guint i = 0; i < told; i++)
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, table->file, get_row (table, i)->line, 0, "%s",
                        why);
  if (n > 0)
    g_array_remove_range (table->rows, 0, n);
}

static void
leave_titles (MlgTable *table, MlgIssueList *issues)
{
  guint n = 0;

  while (n + 1 < table->rows->len && n < MOST_ROWS && count_filled (table, n) == 1
         && count_filled (table, n + 1) >= 2)
    n++;
  leave_rows (table, n, n, _ ("this row has one cell only: it is taken for a title"), issues);
}

static gboolean
is_known (const char *heading)
{
  g_autoptr (GArray) targets = mlg_heading_find_targets (heading, &mlg_person_kind);

  return targets->len > 0;
}

/* The group of columns that a column is in: a merged cell is written in its first column only. */
static const char *
get_group (MlgTable *table, guint i, guint column)
{
  const char *cell = "";

  for (guint c = 0; c <= column && *cell == '\0'; c++)
    cell = mlg_table_get_row_cell (table, get_row (table, i), column - c);
  return cell;
}

/* Returns: the heading that a cell makes with the one above it, or alone. */
static char *
join_heading (MlgTable *table, guint i, guint column)
{
  const char *above = mlg_table_get_row_cell (table, get_row (table, i), column);
  const char *below = mlg_table_get_row_cell (table, get_row (table, i + 1), column);
  const char *group = get_group (table, i, column);
  g_autofree char *whole = *below != '\0' ? g_strconcat (group, " ", below, NULL) : NULL;

  if (whole != NULL && *group != '\0' && is_known (whole))
    return g_steal_pointer (&whole);
  return g_strdup (*below != '\0' ? below : above);
}

/* Returns: how many different headings are those of fields. */
static guint
count_known (MlgTable *table, guint i, gboolean joined)
{
  guint n_cells = get_row (table, i + (joined ? 1 : 0))->n_cells;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint column = 0; column < MIN (n_cells, MOST_COLUMNS); column++)
    {
      g_autofree char *heading =
          joined ? join_heading (table, i, column)
                 : g_strdup (mlg_table_get_row_cell (table, get_row (table, i), column));

      if (is_known (heading))
        g_hash_table_add (known, mlg_heading_simplify (heading));
    }
  return g_hash_table_size (known);
}

/* Puts the headings that two rows make into one, in the place of the second one. */
static void
join_rows (MlgTable *table, guint i)
{
  guint n_cells = MAX (get_row (table, i)->n_cells, get_row (table, i + 1)->n_cells);
  MlgTableRow row = { .first_cell = table->cells->len, .line = get_row (table, i)->line };

  for (guint column = 0; column < n_cells; column++)
    {
      g_autofree char *heading = join_heading (table, i, column);
      guint32 offset = (guint32) table->text->len;

      g_string_append_len (table->text, heading, (gssize) strlen (heading) + 1);
      g_array_append_val (table->cells, offset);
      row.n_cells++;
    }
  g_array_index (table->rows, MlgTableRow, i + 1) = row;
}

/**
 * mlg_table_choose_headings:
 * @table: a table just read, whose first row is not blank
 * @issues: gets a note for each row above the headings
 *
 * Leaves what stands above the headings aside, so that the first row is theirs.
 */
void
mlg_table_choose_headings (MlgTable *table, MlgIssueList *issues)
{
  guint best, chosen = 0;
  gboolean joined = FALSE;

  leave_titles (table, issues);
  best = count_known (table, 0, FALSE);
  if (best == count_filled (table, 0))
    best = MAX (best, 2);
  for (guint i = 0; i + 1 < table->rows->len && i < MOST_ROWS; i++)
    for (guint two = 0; two < 2; two++)
      {
        guint n = two == 0 ? count_known (table, i + 1, FALSE) : count_known (table, i, TRUE);

        if (n <= best || n < 2 || 2 * n < count_filled (table, i + 1)
            || count_filled (table, i + 1) < count_filled (table, 0))
          continue;
        best = n;
        chosen = i + 1;
        joined = two == 1;
      }
  if (joined)
    join_rows (table, chosen - 1);
  leave_rows (table, chosen, joined ? chosen - 1 : chosen,
              _ ("this row stands above the headings: it is left aside"), issues);
}
