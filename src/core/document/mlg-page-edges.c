/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-edges.h"

/* The width of the text of a page. */
double
mlg_page_width (gboolean landscape)
{
  return (landscape ? MLG_PAGE_LONG_SIDE : MLG_PAGE_SHORT_SIDE) - 2 * MLG_PAGE_MARGIN;
}

static void
prepare_flow (MlgPageFlow *flow, MlgPagePool *pool, gboolean landscape, guint number, guint count)
{
  flow->pool = pool;
  flow->landscape = landscape;
  flow->page_width = mlg_page_width (landscape);
  flow->page_height = landscape ? MLG_PAGE_SHORT_SIDE : MLG_PAGE_LONG_SIDE;
  flow->page_number = number;
  flow->page_count = count;
}

/* A document of several pages that has neither header nor footer gets the numbers of its pages. */
static void
add_numbers (MlgPageFlow *flow, const MlgPageFrame *frame)
{
  MlgPageStyle style = mlg_page_style_for_tone (MLG_PAGE_TONE_EDGE);
  MlgPageText *text = mlg_page_pool_add_text (flow->pool, NULL);

  style.align = PANGO_ALIGN_RIGHT;
  text->colour = style.colour;
  g_string_append_printf (text->words, "%u / %u", flow->page_number, flow->page_count);
  mlg_page_flow_add_paragraph (flow, frame, text, &style, FALSE);
}

static GPtrArray *
make_edge (MlgPageFlow *flow, const xmlNode *edge, gboolean has_numbers)
{
  MlgPageFrame frame = { .width = flow->page_width, .scale = 1, .tone = MLG_PAGE_TONE_EDGE };
  GPtrArray *boxes = NULL;

  if (edge != NULL)
    return mlg_page_flow_make_boxes (flow, &frame, edge);
  boxes = mlg_page_pool_add_boxes (flow->pool);
  flow->out = boxes;
  if (has_numbers && flow->page_count > 1)
    add_numbers (flow, &frame);
  return boxes;
}

/* An edge takes the height that it needs, up to a part of the page, over the margin first. */
static double
measure_edge (const MlgPageFlow *given,
              const xmlNode *edge,
              gboolean has_numbers,
              gboolean landscape)
{
  g_autoptr (MlgPagePool) pool = mlg_page_pool_new ();
  MlgPageFlow flow;
  double height = 0;

  mlg_page_flow_init (&flow, given);
  prepare_flow (&flow, pool, landscape, 1000, 1000);
  flow.silent |= landscape;
  height = mlg_page_boxes_height (make_edge (&flow, edge, has_numbers));
  height = MIN (height, flow.page_height * MLG_PAGE_EDGE_HIGHEST);
  mlg_page_flow_clear (&flow);
  return height;
}

static double
margin_with (double edge)
{
  return edge > 0 ? MAX (MLG_PAGE_MARGIN, MLG_PAGE_EDGE + edge + MLG_PAGE_EDGE_GAP)
                  : MLG_PAGE_MARGIN;
}

/**
 * mlg_page_edges_init:
 * @document: whose header and footer are set; must outlive the edges
 * @given: how its text is laid
 *
 * Measures the header and the footer for upright and for landscape pages, and the place that they
 * leave to the text.
 */
void
mlg_page_edges_init (MlgPageEdges *self, MlgDocument *document, const MlgPageFlow *given)
{
  self->header = mlg_document_get_part (document, "header");
  self->footer = mlg_document_get_part (document, "footer");
  for (guint i = 0; i < 2; i++)
    {
      MlgPageArea *area = &self->areas[i];

      area->width = i == 1 ? MLG_PAGE_LONG_SIDE : MLG_PAGE_SHORT_SIDE;
      area->height = i == 1 ? MLG_PAGE_SHORT_SIDE : MLG_PAGE_LONG_SIDE;
      self->header_heights[i] = measure_edge (given, self->header, FALSE, i == 1);
      self->footer_heights[i] = measure_edge (given, self->footer, self->header == NULL, i == 1);
      area->top = margin_with (self->header_heights[i]);
      area->bottom = area->height - margin_with (self->footer_heights[i]);
    }
}

/* Places what fits in the height that the edge was given; a word that is too much there is cut off
 * rather than printed over the text. */
static void
place_edge (MlgPage *page, const GPtrArray *boxes, double y, double height)
{
  double end = y + height + 0.1;

  for (guint i = 0; i < boxes->len; i++)
    {
      MlgPagePlacement placement = { boxes->pdata[i], MLG_PAGE_MARGIN, 0, FALSE };

      y += i > 0 ? placement.box->before : 0;
      placement.y = y;
      y += placement.box->height;
      if (y <= end)
        g_array_append_val (page->edges, placement);
    }
}

/* Puts header and footer on a page, with its number. */
void
mlg_page_edges_add (MlgPageEdges *self,
                    const MlgPageFlow *given,
                    MlgPagePool *pool,
                    MlgPage *page,
                    guint number,
                    guint count)
{
  const MlgPageArea *area = &self->areas[page->landscape];
  double foot = self->footer_heights[page->landscape];
  MlgPageFlow flow;

  mlg_page_flow_init (&flow, given);
  prepare_flow (&flow, pool, page->landscape, number, count);
  place_edge (page, make_edge (&flow, self->header, FALSE), MLG_PAGE_EDGE,
              self->header_heights[page->landscape]);
  place_edge (page, make_edge (&flow, self->footer, self->header == NULL),
              area->height - MLG_PAGE_EDGE - foot, foot);
  mlg_page_flow_clear (&flow);
}
