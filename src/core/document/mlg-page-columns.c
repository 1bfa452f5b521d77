/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-page-grid.h"
#include "mlg-page-image.h"

/* How wide the columns of a table are: as the document says, as long as the longest word of each fits;
 * else shared by what they hold, between their narrowest and their natural width (after CSS 2.2,
 * 17.5.2.2, which leaves the sharing open). */

/* A column without words is there for a hand: a signature, an answer. */
#define EMPTY_WIDTH 60.0

#define IMAGE_MIN   40.0
#define LABEL_WIDTH 20.0
#define SLACK       1.03 /* letters that are shaped may be a little wider than they were measured */

typedef struct
{
  MlgPageFlow *flow;
  MlgPageFrame frame;
} Measuring;

static void measure_blocks (Measuring *self, const xmlNode *parent, double *min, double *max);

static void
measure_inline (Measuring *self, MlgPageExtent *extent, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      mlg_page_measure_add (self->flow->measure, extent, (const char *) child->content);
    else if (child->type != XML_ELEMENT_NODE || mlg_document_node_is (child, "note"))
      continue;
    else if (mlg_document_node_is (child, "br"))
      mlg_page_measure_end_line (extent);
    else if (mlg_document_node_is (child, "image"))
      mlg_page_measure_add_width (extent, IMAGE_MIN);
    else if (mlg_document_node_is (child, "footnote") || mlg_document_node_is (child, "tab"))
      mlg_page_measure_add (self->flow->measure, extent, "00");
    else
      {
        gboolean bold = extent->bold;

        extent->bold |= mlg_document_node_is (child, "b");
        measure_inline (self, extent, child);
        extent->bold = bold;
      }
}

static void
measure_words (Measuring *self, const xmlNode *node, double *min, double *max)
{
  MlgPageStyle style = mlg_page_style_for_paragraph (node, self->frame.tone);
  MlgPageExtent extent = { .size = style.size * self->frame.scale };

  extent.bold = style.bold || self->frame.bold || mlg_document_node_is (node, "heading");
  measure_inline (self, &extent, node);
  mlg_page_measure_end_line (&extent);
  *min = MAX (*min, extent.min * SLACK);
  *max = MAX (*max, extent.max * SLACK);
}

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

static void
measure_table (Measuring *self, const xmlNode *table, double *min, double *max)
{
  g_autoptr (MlgPageGrid) grid = mlg_page_grid_new (table);
  MlgPageFrame inside = self->frame;
  double mins[MLG_PAGE_MAX_COLUMNS];
  double maxs[MLG_PAGE_MAX_COLUMNS];

  inside.n_tables++;
  if (grid == NULL || inside.n_tables > MLG_PAGE_MAX_TABLES)
    return;
  mlg_page_columns_measure (self->flow, &inside, grid, mins, maxs);
  *min = MAX (*min, sum (mins, grid->n_columns));
  *max = MAX (*max, sum (maxs, grid->n_columns));
}

static void
measure_inside (Measuring *self, const xmlNode *node, double indent, double *min, double *max)
{
  double inner_min = 0;
  double inner_max = 0;

  measure_blocks (self, node, &inner_min, &inner_max);
  *min = MAX (*min, inner_min + indent);
  *max = MAX (*max, inner_max + indent);
}

static void
measure_block (Measuring *self, const xmlNode *node, double *min, double *max)
{
  if (mlg_document_content (node) == MLG_CONTENT_WORDS)
    measure_words (self, node, min, max);
  else if (mlg_document_node_is (node, "table"))
    measure_table (self, node, min, max);
  else if (mlg_document_node_is (node, "image"))
    {
      const char *width = mlg_xml_get (node, "width");

      *min = MAX (*min, IMAGE_MIN);
      *max = MAX (*max, width != NULL ? g_ascii_strtod (width, NULL) * MLG_PAGE_MM : 4 * IMAGE_MIN);
    }
  else if (mlg_document_node_is (node, "item"))
    measure_inside (self, node, LABEL_WIDTH * self->frame.scale, min, max);
  else
    measure_inside (self, node, 0, min, max);
}

static void
measure_blocks (Measuring *self, const xmlNode *parent, double *min, double *max)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      measure_block (self, child, min, max);
}

static void
widen (double *values, const MlgPageCell *cell, double wanted)
{
  double *first = values + cell->column;
  double missing = wanted - sum (first, cell->n_columns);

  for (guint i = 0; missing > 0 && i < cell->n_columns; i++)
    first[i] += missing / cell->n_columns;
}

static void
measure_cell (
    MlgPageFlow *flow, const MlgPageFrame *frame, const MlgPageCell *cell, double *min, double *max)
{
  Measuring measuring = { flow, *frame };
  double cell_min = 0;
  double cell_max = 0;

  measuring.frame.bold = cell->header;
  measure_blocks (&measuring, cell->node, &cell_min, &cell_max);
  flow->n_steps++;
  widen (min, cell, cell_min + 2 * MLG_PAGE_CELL_X);
  widen (max, cell, cell_max + 2 * MLG_PAGE_CELL_X);
}

/*
 * @frame: what is around the table
 * @min: (out): for each column, the width of its longest word
 * @max: (out): for each column, the width that it takes when nothing limits it
 */
void
mlg_page_columns_measure (
    MlgPageFlow *flow, const MlgPageFrame *frame, const MlgPageGrid *grid, double *min, double *max)
{
  MlgPageFrame inside = *frame;

  memset (min, 0, sizeof *min * MLG_PAGE_MAX_COLUMNS);
  memset (max, 0, sizeof *max * MLG_PAGE_MAX_COLUMNS);
  inside.tone = mlg_page_grid_get_tone (grid, frame->tone);
  for (gboolean spanning = FALSE; spanning <= TRUE; spanning++)
    for (guint i = 0; i < grid->cells->len; i++)
      {
        const MlgPageCell *cell = &g_array_index (grid->cells, MlgPageCell, i);

        if ((cell->n_columns > 1) == spanning)
          measure_cell (flow, &inside, cell, min, max);
      }
}

/* Gives each column a part of @width between its narrowest and its natural width, or more when the
 * whole is narrower than what there is. */
static void
share_by_content (const double *min, const double *max, guint n, double width, double *widths)
{
  double narrowest = sum (min, n);
  double natural = 0;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = MAX (MIN (MAX (max[i], EMPTY_WIDTH), width), min[i]);
      natural += widths[i];
    }
  for (guint i = 0; i < n; i++)
    if (narrowest >= width)
      widths[i] = min[i] * width / narrowest;
    else if (natural > width)
      widths[i] = min[i] + (widths[i] - min[i]) * (width - narrowest) / (natural - narrowest);
    else
      widths[i] *= width / natural;
}

/* Whole numbers separated by spaces, as many as there are columns. */
static gboolean
read_given (const MlgPageGrid *grid, double width, double *widths)
{
  const char *given = mlg_xml_get (grid->node, "columns");
  g_auto (GStrv) numbers = given != NULL ? g_strsplit (given, " ", -1) : NULL;
  double total = 0;

  if (numbers == NULL || g_strv_length (numbers) != grid->n_columns)
    return FALSE;
  for (guint i = 0; i < grid->n_columns; i++)
    {
      widths[i] = g_ascii_strtod (numbers[i], NULL);
      total += widths[i];
    }
  for (guint i = 0; i < grid->n_columns; i++)
    widths[i] *= width / MAX (total, 1);
  return total > 0;
}

/* Takes what the narrow columns lack from those that have more than they need. */
static void
raise_to_words (const double *min, guint n, double *widths)
{
  double missing = 0;
  double spare = 0;

  for (guint i = 0; i < n; i++)
    {
      missing += MAX (min[i] - widths[i], 0);
      spare += MAX (widths[i] - min[i], 0);
    }
  if (missing <= 0)
    return;
  for (guint i = 0; i < n; i++)
    widths[i] = widths[i] < min[i] ? min[i] : widths[i] - (widths[i] - min[i]) * missing / spare;
}

/*
 * @min, @max: from mlg_page_columns_measure()
 * @width: what the table may take
 * @widths: (out): of the columns
 */
void
mlg_page_columns_share (
    const MlgPageGrid *grid, const double *min, const double *max, double width, double *widths)
{
  if (sum (min, grid->n_columns) < width && read_given (grid, width, widths))
    raise_to_words (min, grid->n_columns, widths);
  else
    share_by_content (min, max, grid->n_columns, width, widths);
}
