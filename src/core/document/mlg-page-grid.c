/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-grid.h"

#include <string.h>

typedef struct
{
  MlgPageGrid *grid;
  guint covered[MLG_PAGE_MAX_COLUMNS]; /* rows below that a cell above covers, by column */
  guint n_rows;
} Reading;

static guint
span_of (const xmlNode *cell, const char *name)
{
  const char *given = mlg_xml_get (cell, name);

  return given != NULL ? MAX (1, (guint) g_ascii_strtoull (given, NULL, 10)) : 1;
}

static guint
count_rows (const xmlNode *table, gboolean only_header)
{
  guint n = 0;

  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    n += mlg_document_node_is (row, "row") && (!only_header || mlg_xml_is_true (row, "header"));
  return n;
}

/* A cell of a header row covers no row of the text: header rows are repeated alone. */
static guint
rows_left (const Reading *self, guint row)
{
  guint n_header_rows = self->grid->n_header_rows;

  return (row < n_header_rows ? n_header_rows : self->n_rows) - row;
}

static gboolean
add_cell (Reading *self, const xmlNode *node, guint row, guint *column, gboolean header)
{
  MlgPageCell cell = { node, row, 0, 0, span_of (node, "colspan"), FALSE };

  while (*column < MLG_PAGE_MAX_COLUMNS && self->covered[*column] > 0)
    (*column)++;
  if (*column + (guint64) cell.n_columns > MLG_PAGE_MAX_COLUMNS)
    return FALSE;
  cell.column = *column;
  cell.n_rows = MIN (span_of (node, "rowspan"), rows_left (self, row));
  cell.header = header || mlg_xml_is_true (node, "header");
  for (guint i = 0; i < cell.n_columns; i++)
    self->covered[cell.column + i] = MAX (self->covered[cell.column + i], cell.n_rows);
  *column += cell.n_columns;
  self->grid->n_columns = MAX (self->grid->n_columns, *column);
  g_array_append_val (self->grid->cells, cell);
  return TRUE;
}

static gboolean
add_row (Reading *self, const xmlNode *node, guint row)
{
  gboolean header = mlg_xml_is_true (node, "header");
  guint column = 0;

  g_array_append_val (self->grid->starts, self->grid->cells->len);
  g_ptr_array_add (self->grid->rows, (gpointer) node);
  for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next)
    if (mlg_document_node_is (cell, "cell") && !add_cell (self, cell, row, &column, header))
      return FALSE;
  for (guint i = 0; i < MLG_PAGE_MAX_COLUMNS; i++)
    self->covered[i] -= self->covered[i] > 0 ? 1 : 0;
  return TRUE;
}

/*
 * Returns: (nullable): the grid, or %NULL for a table of more than %MLG_PAGE_MAX_COLUMNS columns
 */
MlgPageGrid *
mlg_page_grid_new (const xmlNode *table)
{
  g_autoptr (MlgPageGrid) grid = g_new0 (MlgPageGrid, 1);
  Reading reading = { grid, { 0 }, count_rows (table, FALSE) };
  const char *borders = mlg_xml_get (table, "borders");
  guint row = 0;

  grid->node = table;
  grid->cells = g_array_new (FALSE, FALSE, sizeof (MlgPageCell));
  grid->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  grid->rows = g_ptr_array_new ();
  grid->n_header_rows = count_rows (table, TRUE);
  grid->borders = borders == NULL || !g_str_equal (borders, "false");
  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    if (mlg_document_node_is (node, "row") && !add_row (&reading, node, row++))
      return NULL;
  g_array_append_val (grid->starts, grid->cells->len);
  return g_steal_pointer (&grid);
}

/**
 * mlg_page_grid_free:
 * @self: (transfer full): a grid
 *
 * Frees the grid of a table; the table that it was made from is not touched.
 */
void
mlg_page_grid_free (MlgPageGrid *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The first row after @row that no cell from above reaches: rows up to it make one band. */
guint
mlg_page_grid_find_end (const MlgPageGrid *self, guint row)
{
  guint end = row + 1;

  for (guint r = row; r < end; r++)
    for (guint i = g_array_index (self->starts, guint, r);
         i < g_array_index (self->starts, guint, r + 1); i++)
      {
        const MlgPageCell *cell = &g_array_index (self->cells, MlgPageCell, i);

        end = MAX (end, cell->row + cell->n_rows);
      }
  return end;
}

/* A table that only places text leaves its letters as they are around. */
MlgPageTone
mlg_page_grid_get_tone (const MlgPageGrid *self, MlgPageTone around)
{
  return self->borders && around == MLG_PAGE_TONE_BODY ? MLG_PAGE_TONE_CELL : around;
}
