/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-band.h"

#include "mlg-page-style.h"

/* A band that no page can hold is cut between two rows, or else inside a row, between the lines of
 * its cells. */

/* A row without words is as high as one with a line: someone may write there. */
#define EMPTY_HEIGHT (2 * MLG_PAGE_CELL_Y + 11.5)

/**
 * mlg_page_band_new:
 * @n_rows: how many rows stay together
 * @borders: whether lines are drawn around the cells
 *
 * Makes a band: the rows of a table that cells spanning several rows tie together, and which is put
 * on a page as one, or split.
 *
 * Returns: (transfer full): what was made
 */
MlgPageBand *
mlg_page_band_new (guint n_rows, gboolean borders)
{
  MlgPageBand *self = g_new0 (MlgPageBand, 1);

  self->heights = g_array_new (FALSE, TRUE, sizeof (double));
  g_array_set_size (self->heights, n_rows);
  self->cells = g_array_new (FALSE, FALSE, sizeof (MlgPageBandCell));
  self->borders = borders;
  return self;
}

/**
 * mlg_page_band_free:
 * @self: (transfer full): a band
 *
 * Frees a band; its boxes belong to their pool.
 */
void
mlg_page_band_free (MlgPageBand *self)
{
  g_array_unref (self->heights);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * mlg_page_band_add_cell:
 * @cell: a cell, which is copied; its boxes stay their pool's
 *
 * Adds a cell to a band, in the order of rows, then columns.
 */
void
mlg_page_band_add_cell (MlgPageBand *self, const MlgPageBandCell *cell)
{
  g_array_append_vals (self->cells, cell, 1);
}

static MlgPageBandCell *
get_cell (const MlgPageBand *self, guint i)
{
  return &g_array_index (self->cells, MlgPageBandCell, i);
}

static double
height_of_rows (const MlgPageBand *self, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += g_array_index (self->heights, double, i);
  return height;
}

/* Makes the last row of a cell high enough for it. */
static void
make_room (MlgPageBand *self, const MlgPageBandCell *cell)
{
  double wanted = mlg_page_boxes_height (cell->boxes) + 2 * MLG_PAGE_CELL_Y;
  double missing = wanted - height_of_rows (self, cell->row, cell->n_rows);

  if (missing > 0)
    g_array_index (self->heights, double, cell->row + cell->n_rows - 1) += missing;
}

/* Cells of one row first, so that those that span rows only ask for what is missing. */
static void
set_heights (MlgPageBand *self)
{
  for (gboolean spanning = FALSE; spanning <= TRUE; spanning++)
    for (guint i = 0; i < self->cells->len; i++)
      if ((get_cell (self, i)->n_rows > 1) == spanning)
        make_room (self, get_cell (self, i));
  for (guint i = 0; i < self->heights->len; i++)
    {
      double *height = &g_array_index (self->heights, double, i);

      *height = MAX (*height, EMPTY_HEIGHT);
    }
}

static void
fill_cell (const MlgPageBand *self, const MlgPageBandCell *cell, double top, MlgPageBox *box)
{
  double height = height_of_rows (self, cell->row, cell->n_rows);
  double y = top + MLG_PAGE_CELL_Y;

  if (self->borders && cell->header)
    mlg_page_box_add_fill (box, MLG_PAGE_HEADER_FILL, cell->x, top, cell->width, height);
  if (self->borders)
    {
      MlgPageItem *frame = mlg_page_box_add_item (box, MLG_PAGE_FRAME);

      frame->colour = MLG_PAGE_RULE_INK;
      frame->x = cell->x;
      frame->y = top;
      frame->width = cell->width;
      frame->height = height;
    }
  for (guint i = 0; i < cell->boxes->len; i++)
    {
      MlgPageBox *child = cell->boxes->pdata[i];

      y += i > 0 ? child->before : 0;
      mlg_page_box_add_child (box, child, 0, y);
      y += child->height;
    }
}

/* Computes the heights of the rows and puts the cells in @box, which takes the band over. */
void
mlg_page_band_fill (MlgPageBand *self, MlgPageBox *box)
{
  double top = 0;
  guint i = 0;

  set_heights (self);
  for (guint row = 0; row < self->heights->len; row++)
    {
      for (; i < self->cells->len && get_cell (self, i)->row == row; i++)
        fill_cell (self, get_cell (self, i), top, box);
      top += g_array_index (self->heights, double, row);
    }
  box->height = top;
  box->band = self;
}

/* The last row that ends above @available, and where it ends. */
static guint
find_row (const MlgPageBand *self, double available, double *end)
{
  guint row = 0;

  *end = 0;
  while (row < self->heights->len)
    {
      double height = g_array_index (self->heights, double, row);

      if (*end + height > available)
        break;
      *end += height;
      row++;
    }
  return row;
}

/* Lines that keep together do, unless nothing else would be left. */
static guint
keep_together (const MlgPageBandCell *cell, guint n)
{
  guint kept = n;

  while (kept > 0 && kept < cell->boxes->len
         && ((const MlgPageBox *) cell->boxes->pdata[kept - 1])->keep_next)
    kept--;
  return kept > 0 ? kept : n;
}

/* How many boxes of a cell end above @bottom, when the cell starts at @top. */
static guint
count_above (const MlgPageBandCell *cell, double top, double bottom)
{
  double y = top + MLG_PAGE_CELL_Y;
  guint n = 0;

  for (; n < cell->boxes->len; n++)
    {
      const MlgPageBox *box = cell->boxes->pdata[n];

      y += box->height + (n > 0 ? box->before : 0);
      if (y + MLG_PAGE_CELL_Y > bottom)
        break;
    }
  return keep_together (cell, n);
}

static GPtrArray *
slice (MlgPagePool *pool, const GPtrArray *boxes, guint start, guint end)
{
  GPtrArray *part = mlg_page_pool_add_boxes (pool);

  for (guint i = start; i < end; i++)
    g_ptr_array_add (part, boxes->pdata[i]);
  return part;
}

typedef struct
{
  MlgPagePool *pool;
  guint row;       /* the first that is not whole in the upper part */
  gboolean inside; /* the cut goes through this row */
  double bottom;   /* of the upper part */
  MlgPageBand *top;
  MlgPageBand *rest;
  gboolean moved; /* the upper part holds something */
} Cut;

/* Puts a cell in the upper part, in the lower one, or a piece in each. */
static void
cut_cell (Cut *self, const MlgPageBandCell *cell, double y)
{
  guint end = cell->row + cell->n_rows;
  guint last = self->row + (self->inside ? 1 : 0); /* rows of the upper part */
  MlgPageBandCell piece = *cell;
  guint n = cell->boxes->len;

  if (cell->row < last)
    {
      n = end <= self->row ? n : count_above (cell, y, self->bottom);
      piece.boxes = slice (self->pool, cell->boxes, 0, n);
      piece.n_rows = MIN (end, last) - cell->row;
      self->moved |= n > 0;
      mlg_page_band_add_cell (self->top, &piece);
    }
  if (end > self->row)
    {
      piece.boxes = slice (self->pool, cell->boxes, cell->row < last ? n : 0, cell->boxes->len);
      piece.row = MAX (cell->row, self->row) - self->row;
      piece.n_rows = end - self->row - piece.row;
      mlg_page_band_add_cell (self->rest, &piece);
    }
}

/* Cells of the rows above come first in both parts: they stay in order of rows. */
static void
cut_cells (Cut *self, const MlgPageBand *band)
{
  double y = 0;
  guint row = 0;

  for (guint i = 0; i < band->cells->len; i++)
    {
      const MlgPageBandCell *cell = get_cell (band, i);

      for (; row < cell->row; row++)
        y += g_array_index (band->heights, double, row);
      cut_cell (self, cell, y);
    }
}

/* Rows below the cut keep at least the height that they had. */
static void
keep_heights (Cut *self, const MlgPageBand *band)
{
  for (guint i = self->row + (self->inside ? 1 : 0); i < band->heights->len; i++)
    g_array_index (self->rest->heights, double, i - self->row) =
        g_array_index (band->heights, double, i);
}

static MlgPageBox *
make_box (MlgPagePool *pool, const MlgPageBox *from, MlgPageBand *band)
{
  MlgPageBox *box = mlg_page_pool_add_box (pool);

  box->landscape = from->landscape;
  box->header = from->header;
  mlg_page_band_fill (band, box);
  return box;
}

/*
 * @box: a box with a band
 * @available: height of the upper part, at most
 * @top, @rest: (out): the parts
 *
 * Returns: %FALSE when nothing would be in the upper part
 */
gboolean
mlg_page_band_split (
    MlgPageBox *box, MlgPagePool *pool, double available, MlgPageBox **top, MlgPageBox **rest)
{
  Cut cut = { .pool = pool };

  cut.row = find_row (box->band, available, &cut.bottom);
  if (cut.row >= box->band->heights->len)
    return FALSE;
  cut.inside = cut.bottom < available / 2;
  if (cut.inside)
    cut.bottom = available;
  cut.top = mlg_page_band_new (cut.row + (cut.inside ? 1 : 0), box->band->borders);
  cut.rest = mlg_page_band_new (box->band->heights->len - cut.row, box->band->borders);
  cut_cells (&cut, box->band);
  keep_heights (&cut, box->band);
  if (!cut.moved)
    {
      mlg_page_band_free (cut.top);
      mlg_page_band_free (cut.rest);
      return FALSE;
    }
  *top = make_box (pool, box, cut.top);
  *rest = make_box (pool, box, cut.rest);
  (*top)->before = box->before;
  (*top)->break_first = box->break_first;
  (*top)->anchors = g_steal_pointer (&box->anchors);
  (*rest)->keep_next = box->keep_next;
  return TRUE;
}
