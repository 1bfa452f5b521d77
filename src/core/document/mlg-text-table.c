/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-text-private.h"
#include "mlg-document-private.h"

/* Tables drawn with characters that every program shows. */

#define LEAST_WIDTH 3

/* A cell on the grid. */
typedef struct
{
  guint column;
  guint columns;
  guint row;
  guint rows;
  MlgLines *lines; /* (owned) */
} Cell;

typedef struct
{
  GArray *widths;  /* (owned) (element-type guint) characters, without what stands around */
  GArray *cells;   /* (owned) (element-type Cell) by row, then by column */
  GArray *heights; /* (owned) (element-type guint) lines, by row */
  GArray *firsts;  /* (owned) (element-type guint) the index of the first cell of each row */
  guint most_rows; /* that one cell covers */
  guint n_headers;
  gboolean borders;
} Grid;

static void
clear_cell (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->lines, g_ptr_array_unref);
}

static guint
get_number (const xmlNode *node, const char *name)
{
  const char *text = mlg_text_get (node, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
width_of (const Grid *self, guint column, guint columns)
{
  guint width = 3 * (columns - 1);

  for (guint i = column; i < column + columns && i < self->widths->len; i++)
    width += g_array_index (self->widths, guint, i);
  return width;
}

static void
share_width (Grid *self, const xmlNode *table, guint width)
{
  double total = g_ascii_strtod (mlg_text_get (table, "width"), NULL);
  guint n = 0;

  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    n += node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "column") == 0;
  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "column") == 0)
      {
        double share = g_ascii_strtod (mlg_text_get (node, "width"), NULL) / total;
        double room = MAX ((double) width - 3.0 * n - 1, 0);
        guint characters = MAX ((guint) (share * room), LEAST_WIDTH);

        g_array_append_val (self->widths, characters);
      }
}

static void
lay_cells (Grid *self, const xmlNode *row, guint index)
{
  for (const xmlNode *node = row->children; node != NULL; node = node->next)
    if (mlg_document_node_is (node, "cell"))
      {
        Cell cell = { .column = get_number (node, "column"),
                      .columns = get_number (node, "columns"),
                      .row = index,
                      .rows = MAX (get_number (node, "rows"), 1) };

        cell.lines = mlg_text_lay_flow (node, width_of (self, cell.column, cell.columns));
        g_array_append_val (self->cells, cell);
        self->most_rows = MAX (self->most_rows, cell.rows);
      }
}

/* A cell over several rows may make the last of them taller. */
static void
measure_rows (Grid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint height = cell->rows - 1; /* the rules that it covers */
      guint *last = &g_array_index (self->heights, guint, cell->row + cell->rows - 1);

      for (guint row = cell->row; row < cell->row + cell->rows - 1; row++)
        height += g_array_index (self->heights, guint, row);
      if (cell->lines->len > height + *last)
        *last = cell->lines->len - height;
    }
}

static const Cell *
cell_at (const Grid *self, guint row, guint column)
{
  guint above = row + 1 > self->most_rows ? row + 1 - self->most_rows : 0;

  for (guint i = g_array_index (self->firsts, guint, above); i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->row <= row && row < cell->row + cell->rows && cell->column <= column
          && column < cell->column + cell->columns)
        return cell;
      if (cell->row > row)
        break;
    }
  return NULL;
}

/* How far down its cell this line of this row is. */
static guint
line_in_cell (const Grid *self, const Cell *cell, guint row, guint line)
{
  for (guint above = cell->row; above < row; above++)
    line += g_array_index (self->heights, guint, above) + 1;
  return line;
}

static const char *
text_at (const Cell *cell, guint line)
{
  return line < cell->lines->len ? cell->lines->pdata[line] : "";
}

/* The rule above a row (or under the last one): broken where a cell goes through. */
static void
draw_rule (const Grid *self, MlgLines *lines, guint row, char sign)
{
  g_autoptr (GString) line = g_string_new ("+");

  for (guint column = 0; column < self->widths->len;)
    {
      const Cell *below = row < self->heights->len ? cell_at (self, row, column) : NULL;
      guint columns = 1;

      if (below != NULL && below->row < row)
        {
          columns = below->columns;
          g_string_append_c (line, ' ');
          mlg_text_append_padded (line, text_at (below, line_in_cell (self, below, row, 0) - 1),
                                  width_of (self, below->column, columns));
          g_string_append_c (line, ' ');
        }
      else
        for (guint i = 0; i < width_of (self, column, 1) + 2; i++)
          g_string_append_c (line, sign);
      column += columns;
      g_string_append_c (line, '+');
    }
  mlg_lines_add (lines, line->str);
}

static void
draw_line (const Grid *self, MlgLines *lines, guint row, guint number)
{
  const char *side = self->borders ? "|" : "";
  g_autoptr (GString) line = g_string_new (side);

  for (guint column = 0; column < self->widths->len;)
    {
      const Cell *cell = cell_at (self, row, column);
      guint columns = cell != NULL ? cell->columns : 1;

      if (self->borders || column > 0)
        g_string_append_c (line, ' ');
      mlg_text_append_padded (
          line, cell != NULL ? text_at (cell, line_in_cell (self, cell, row, number)) : "",
          width_of (self, column, columns));
      g_string_append_printf (line, " %s", side);
      column += columns;
    }
  mlg_lines_add (lines, g_strchomp (line->str));
}

static void
draw (const Grid *self, MlgLines *lines)
{
  for (guint row = 0; row < self->heights->len; row++)
    {
      gboolean under_header = self->n_headers > 0 && row == self->n_headers;

      if (self->borders)
        draw_rule (self, lines, row, under_header ? '=' : '-');
      for (guint line = 0; line < g_array_index (self->heights, guint, row); line++)
        draw_line (self, lines, row, line);
    }
  if (self->borders)
    draw_rule (self, lines, self->heights->len, '-');
}

void
mlg_text_lay_table (MlgLines *lines, const xmlNode *table, guint width)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  Grid self = { .widths = widths,
                .cells = cells,
                .heights = heights,
                .firsts = firsts,
                .most_rows = 1,
                .borders = g_strcmp0 (mlg_xml_get (table, "borders"), "false") != 0 };

  g_array_set_clear_func (cells, clear_cell);
  share_width (&self, table, width);
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "row"))
      {
        guint one = 1;

        g_array_append_val (firsts, cells->len);
        lay_cells (&self, row, heights->len);
        g_array_append_val (heights, one);
        self.n_headers += mlg_xml_is_true (row, "header");
      }
    else if (mlg_document_node_is (row, "caption"))
      {
        g_autofree char *text = mlg_text_get_line (row);

        mlg_lines_add_words (lines, text, width);
      }
  measure_rows (&self);
  draw (&self, lines);
}
