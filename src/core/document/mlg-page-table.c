/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-page-band.h"
#include "mlg-page-flow.h"
#include "mlg-page-grid.h"

/* From a table to one box per row, or per rows that a cell spans. */

#define SMALLEST_SCALE 0.7 /* of the letters of a table that is too wide */
#define SPACE_ABOVE    4.0
#define SPACE_BELOW    10.0

/* A table that is not higher than this is not cut: what is small is read, or filled in, at a glance. */
#define SMALL_TABLE 150.0

/* A row that is not higher than this does not stand alone at the foot or at the top of a page. */
#define LOW_ROW 60.0

typedef struct
{
  MlgPageFlow *flow;
  MlgPageFrame frame; /* inside the table */
  const MlgPageGrid *grid;
  double widths[MLG_PAGE_MAX_COLUMNS];
} Table;

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

/* Smaller letters before words are cut. */
static void
set_columns (Table *self)
{
  double min[MLG_PAGE_MAX_COLUMNS];
  double max[MLG_PAGE_MAX_COLUMNS];
  double narrowest = 0;

  mlg_page_columns_measure (self->flow, &self->frame, self->grid, min, max);
  narrowest = sum (min, self->grid->n_columns);
  if (narrowest > self->frame.width)
    {
      double scale = MAX (self->frame.width / narrowest * 0.98, SMALLEST_SCALE);

      self->frame.scale *= scale;
      mlg_page_columns_measure (self->flow, &self->frame, self->grid, min, max);
    }
  mlg_page_columns_share (self->grid, min, max, self->frame.width, self->widths);
}

static void
add_anchor (Table *self, const xmlNode *node)
{
  if (mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id") != NULL)
    mlg_page_flow_add_anchor (self->flow, node);
}

static void
add_cell (
    Table *self, MlgPageBand *band, const MlgPageCell *cell, guint first, const MlgPageTag *row)
{
  MlgPageBandCell placed = { .row = cell->row - first, .n_rows = cell->n_rows };
  MlgPageFrame inside = self->frame;

  placed.x = self->frame.x + sum (self->widths, cell->column);
  placed.width = sum (self->widths + cell->column, cell->n_columns);
  placed.header = cell->header;
  inside.x = placed.x + MLG_PAGE_CELL_X;
  inside.width = MAX (placed.width - 2 * MLG_PAGE_CELL_X, 2);
  inside.bold = cell->header;
  inside.align = mlg_xml_get (cell->node, "align");
  inside.tag = mlg_page_pool_add_tag (self->flow->pool, row, cell->header ? "TH" : "TD");
  add_anchor (self, cell->node);
  placed.boxes = mlg_page_flow_make_boxes (self->flow, &inside, cell->node);
  mlg_page_band_add_cell (band, &placed);
}

/* Cells of rows that a cell spans are laid out row by row, so that they are read in order. */
static MlgPageBox *
add_band (Table *self, guint first, guint end, const MlgPageTag *tag)
{
  MlgPageBand *band = mlg_page_band_new (end - first, self->grid->borders);
  MlgPageBox *box = mlg_page_flow_add_box (self->flow, 0, 0);

  for (guint row = first; row < end; row++)
    {
      const MlgPageTag *own = mlg_page_pool_add_tag (self->flow->pool, tag, "TR");
      guint stop = g_array_index (self->grid->starts, guint, row + 1);

      add_anchor (self, self->grid->rows->pdata[row]);
      for (guint i = g_array_index (self->grid->starts, guint, row); i < stop; i++)
        add_cell (self, band, &g_array_index (self->grid->cells, MlgPageCell, i), first, own);
    }
  mlg_page_band_fill (band, box);
  return box;
}

static void
add_caption (Table *self)
{
  for (const xmlNode *child = self->grid->node->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "caption"))
      {
        add_anchor (self, child);
        mlg_page_flow_add_words (self->flow, &self->frame, child,
                                 mlg_page_style_for_caption (self->frame.tone), "Caption", TRUE);
      }
}

static gboolean
is_small (const GPtrArray *rows)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += ((const MlgPageBox *) rows->pdata[i])->height;
  return height <= SMALL_TABLE;
}

/* The rows of a small table stay together. Of another one the first two do, and the last two; higher ones
 * would leave too much blank. */
static void
keep_rows (const GPtrArray *rows)
{
  gboolean small = is_small (rows);

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      MlgPageBox *row = rows->pdata[i];
      const MlgPageBox *next = rows->pdata[i + 1];

      if (small
          || ((i == 0 || i + 2 == rows->len) && row->height <= LOW_ROW && next->height <= LOW_ROW))
        row->keep_next = TRUE;
    }
}

static void
add_rows (Table *self)
{
  GPtrArray *header = mlg_page_pool_add_boxes (self->flow->pool);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n_rows = self->grid->rows->len;

  for (guint row = 0, end = 0; row < n_rows; row = end)
    {
      MlgPageBox *box = NULL;

      end = mlg_page_grid_find_end (self->grid, row);
      self->flow->after = row == 0 ? MAX (self->flow->after, SPACE_ABOVE) : 0;
      box = add_band (self, row, end, self->frame.tag);
      if (row < self->grid->n_header_rows)
        {
          box->keep_next = end < n_rows;
          g_ptr_array_add (header, box);
        }
      else
        {
          box->header = header->len > 0 ? header : NULL;
          g_ptr_array_add (rows, box);
        }
    }
  keep_rows (rows);
}

/* A table that paper cannot show: its cells one after the other, so that no word is lost. */
static void
add_cells_in_turn (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *table)
{
  mlg_page_flow_warn (self, table,
                      _ ("this table has too many columns, or is inside too many others, to be "
                         "printed: its cells follow one another"));
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "caption"))
      mlg_page_flow_add_words (self, frame, row, mlg_page_style_for_caption (frame->tone), "P",
                               TRUE);
    else if (mlg_document_node_is (row, "row"))
      for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        if (mlg_document_node_is (cell, "cell"))
          mlg_page_flow_add_blocks (self, frame, cell);
}

/**
 * mlg_page_flow_add_table:
 * @frame: where it stands
 * @table: a table
 *
 * Lays a table: shares the width between its columns, and cuts it into bands that stay whole. Rows
 * of headings are repeated on each page.
 */
void
mlg_page_flow_add_table (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *table)
{
  g_autoptr (MlgPageGrid) grid = mlg_page_grid_new (table);
  Table making = { self, *frame, grid, { 0 } };

  if (grid == NULL || frame->n_tables >= MLG_PAGE_MAX_TABLES)
    {
      add_cells_in_turn (self, frame, table);
      return;
    }
  making.frame.n_tables++;
  making.frame.tag = mlg_page_pool_add_tag (self->pool, frame->tag, "Table");
  add_caption (&making);
  making.frame.tone = mlg_page_grid_get_tone (grid, frame->tone);
  set_columns (&making);
  add_rows (&making);
  self->after = SPACE_BELOW;
}
