/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-draw.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "mlg-page-image.h"

/* Grounds and rules of a whole page are drawn first and outside the structure; then words and
 * pictures, each inside its tag. */

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static const MlgPageTag *
common_ancestor (const MlgPageTag *a, const MlgPageTag *b)
{
  while (a != NULL && b != NULL && a != b)
    {
      guint depth = a->depth;

      if (a->depth >= b->depth)
        a = a->parent;
      if (b->depth >= depth)
        b = b->parent;
    }
  return a == b ? a : NULL;
}

static void
open_down_to (MlgPageDrawing *self, const MlgPageTag *tag, const MlgPageTag *ancestor)
{
  if (tag == ancestor)
    return;
  open_down_to (self, tag->parent, ancestor);
  cairo_tag_begin (self->cr, tag->name, NULL);
}

/* Closes and opens tags until @tag is the innermost open one; %NULL closes them all. */
void
mlg_page_drawing_go_to (MlgPageDrawing *self, const MlgPageTag *tag)
{
  const MlgPageTag *ancestor = NULL;

  if (!self->tagged || self->artifact || self->open == tag)
    return;
  ancestor = common_ancestor (self->open, tag);
  for (const MlgPageTag *t = self->open; t != ancestor; t = t->parent)
    cairo_tag_end (self->cr, t->name);
  open_down_to (self, tag, ancestor);
  self->open = tag;
}

/* An address inside the attributes of a tag, where an apostrophe would end it. */
static char *
quote (const char *address)
{
  GString *quoted = g_string_new (NULL);

  for (const char *p = address; *p != '\0'; p++)
    if (*p == '\'' || *p == '\\' || (guchar) *p <= ' ' || (guchar) *p >= 0x7f)
      g_string_append_printf (quoted, "%%%02X", (guchar) *p);
    else
      g_string_append_c (quoted, *p);
  return g_string_free (quoted, FALSE);
}

/* Whole points: where people write decimals with a comma, Cairo 1.16 does not read those of tags. */
static void
append_number (GString *attributes, double number)
{
  g_string_append_printf (attributes, " %ld", lround (number));
}

/* The name of a place that some link leads to, or 0. */
static guint
name_of (MlgPageDrawing *self, const xmlNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->targets, node));
}

/* Cairo 1.16 forgets links to the page and the point of a later page: places are named. */
static char *
link_attributes (MlgPageDrawing *self, const MlgPageSpan *span, const cairo_rectangle_t *where)
{
  GString *attributes = g_string_new (NULL);

  if (span->href != NULL)
    {
      g_autofree char *address = quote (span->href);

      g_string_append_printf (attributes, "uri='%s'", address);
    }
  else if (g_hash_table_contains (self->places, span->target))
    g_string_append_printf (attributes, "dest='d%u'", name_of (self, span->target));
  else
    return g_string_free (attributes, TRUE);
  g_string_append (attributes, " rect=[");
  append_number (attributes, where->x);
  append_number (attributes, where->y);
  append_number (attributes, MAX (where->width, 1));
  append_number (attributes, where->height);
  g_string_append_c (attributes, ']');
  return g_string_free (attributes, FALSE);
}

static void
name_places (MlgPageDrawing *self, const MlgPageBox *box, double y)
{
  if (!self->tagged || self->artifact || box->anchors == NULL)
    return;
  for (guint i = 0; i < box->anchors->len; i++)
    {
      guint name = name_of (self, box->anchors->pdata[i]);
      g_autoptr (GString) attributes = NULL;

      if (name == 0)
        continue;
      attributes = g_string_new (NULL);
      g_string_append_printf (attributes, "name='d%u' x=0 y=", name);
      append_number (attributes, MAX (y - 6, 0));
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes->str);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
}

/* The tag of a run: "Link", or in a paragraph with links "Span", for only tags without children
 * mark what is drawn. */
static const char *
begin_run (MlgPageDrawing *self,
           const MlgPageText *text,
           const MlgPageSpan *span,
           const cairo_rectangle_t *where)
{
  g_autofree char *attributes = NULL;

  if (!self->tagged || !text->linked || self->artifact)
    return NULL;
  if (span != NULL && (span->href != NULL || span->target != NULL))
    attributes = link_attributes (self, span, where);
  cairo_tag_begin (self->cr, attributes != NULL ? CAIRO_TAG_LINK : "Span", attributes);
  return attributes != NULL ? CAIRO_TAG_LINK : "Span";
}

/* Where a run of words is, from the left end of the baseline of its line. */
static cairo_rectangle_t
extents_of (const MlgPageRun *run, double x, double baseline)
{
  cairo_rectangle_t where = { .x = x + (double) run->x, .width = (double) run->width };
  double top = 0;
  double bottom = 0;

  mlg_page_run_get_height (run, &top, &bottom);
  where.y = baseline + (double) run->y + top;
  where.height = bottom - top;
  return where;
}

static void
draw_alternative (MlgPageDrawing *self, const MlgPageImage *image, double width, double height)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  if (image->alt[0] == '\0')
    return;
  layout = pango_layout_new (self->context);
  font = pango_font_description_from_string (MLG_PAGE_FONT);
  pango_font_description_set_absolute_size (font, 8 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (MAX (width - 8, 4) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (MAX (height - 8, 4) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, image->alt, -1);
  set_colour (self->cr, MLG_PAGE_RULE_INK);
  cairo_set_line_width (self->cr, MLG_PAGE_RULE);
  cairo_rectangle (self->cr, 0, 0, width, height);
  cairo_stroke (self->cr);
  set_colour (self->cr, MLG_PAGE_FAINT_INK);
  cairo_move_to (self->cr, 4, 4);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_picture (MlgPageDrawing *self, MlgPageImage *image, const cairo_rectangle_t *where)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, where->x, where->y);
  self->inverted |= image->inverted;
  if (!mlg_page_image_draw (image, self->cr, where->width, where->height))
    draw_alternative (self, image, where->width, where->height);
  cairo_restore (self->cr);
}

static void
underline (MlgPageDrawing *self, const cairo_rectangle_t *where, double baseline)
{
  cairo_set_line_width (self->cr, 0.4);
  cairo_move_to (self->cr, where->x, baseline + 1.4);
  cairo_rel_line_to (self->cr, where->width, 0);
  cairo_stroke (self->cr);
}

static void
draw_run (MlgPageDrawing *self, const MlgPageText *text, const MlgPageRun *run, double x, double y)
{
  const MlgPageSpan *span = mlg_page_text_find_span (text, run->start);
  cairo_rectangle_t where = { 0 };
  const char *tag = NULL;

  if (span != NULL)
    where = extents_of (run, x, y);
  if (span != NULL && span->image != NULL)
    {
      where.height = span->image->height * where.width / span->image->width;
      where.y = y - where.height;
      draw_picture (self, span->image, &where);
      return;
    }
  tag = begin_run (self, text, span, &where);
  set_colour (self->cr, span != NULL ? span->colour : text->colour);
  mlg_page_run_draw (run, self->cr, text->words->str, x, y);
  if (span != NULL && span->underlined)
    underline (self, &where, y);
  if (tag != NULL)
    cairo_tag_end (self->cr, tag);
}

static void
draw_line (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  mlg_page_drawing_go_to (self, item->tag);
  for (const MlgPageRun *run = item->runs; run != NULL; run = run->next)
    draw_run (self, item->text, run, x, y);
}

/* Gaps to fill are marked behind the words. */
static void
draw_marks (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  if (item->text->spans->len == 0)
    return;
  for (const MlgPageRun *run = item->runs; run != NULL; run = run->next)
    {
      const MlgPageSpan *span = mlg_page_text_find_span (item->text, run->start);

      if (span != NULL && span->marked)
        {
          cairo_rectangle_t where = extents_of (run, x, y);

          set_colour (self->cr, MLG_PAGE_GAP_FILL);
          cairo_rectangle (self->cr, where.x, where.y, where.width, where.height);
          cairo_fill (self->cr);
        }
    }
}

static void
draw_leader (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  static const double dots[] = { 0, 3.5 };
  double end = x + item->width;

  if (item->width < 8)
    return;
  cairo_save (self->cr);
  set_colour (self->cr, item->colour);
  cairo_set_line_width (self->cr, 0.9);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  /* From the right, so that the dots of all the lines stand below one another. */
  cairo_move_to (self->cr, end, y);
  cairo_line_to (self->cr, x, y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_frame (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  set_colour (self->cr, item->colour);
  cairo_set_line_width (self->cr, MLG_PAGE_RULE);
  cairo_rectangle (self->cr, x, y, item->width, item->height);
  cairo_stroke (self->cr);
}

/* The number of a page is only known once all are made. */
static void
draw_number (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  const MlgPagePlace *place = g_hash_table_lookup (self->places, item->target);
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (MLG_PAGE_FONT);
  char words[16];
  int width = 0;

  if (place == NULL)
    return;
  g_snprintf (words, sizeof words, "%u", place->page + 1);
  pango_font_description_set_absolute_size (font, item->height * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_size (layout, &width, NULL);
  mlg_page_drawing_go_to (self, item->tag);
  if (self->tagged && !self->artifact)
    cairo_tag_begin (self->cr, "Span", NULL);
  set_colour (self->cr, MLG_PAGE_INK);
  cairo_move_to (self->cr, x + item->width - (double) width / PANGO_SCALE, y);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, 0));
  if (self->tagged && !self->artifact)
    cairo_tag_end (self->cr, "Span");
}

static void
draw_ground_item (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  if (item->kind == MLG_PAGE_FILL)
    {
      set_colour (self->cr, item->colour);
      cairo_rectangle (self->cr, x, y, item->width, item->height);
      cairo_fill (self->cr);
    }
  else if (item->kind == MLG_PAGE_LEADER)
    draw_leader (self, item, x, y);
  else if (item->kind == MLG_PAGE_LINE)
    draw_marks (self, item, x, y);
  else if (item->kind == MLG_PAGE_FRAME)
    draw_frame (self, item, x, y);
}

static void
begin_figure (MlgPageDrawing *self, const MlgPageItem *item)
{
  mlg_page_drawing_go_to (self, item->tag);
  if (self->tagged && !self->artifact && self->alternatives != NULL)
    g_ptr_array_add (self->alternatives, (gpointer) item->image->alt);
}

static void
draw_words_item (MlgPageDrawing *self, const MlgPageItem *item, double x, double y)
{
  cairo_rectangle_t where = { x, y, item->width, item->height };

  if (item->kind == MLG_PAGE_LINE)
    draw_line (self, item, x, y);
  else if (item->kind == MLG_PAGE_NUMBER)
    draw_number (self, item, x, y);
  else if (item->kind == MLG_PAGE_PICTURE)
    {
      if (item->tag != NULL)
        begin_figure (self, item);
      draw_picture (self, item->image, &where);
    }
}

typedef void (*DrawItem) (MlgPageDrawing *self, const MlgPageItem *item, double x, double y);

static void
draw_box (MlgPageDrawing *self, const MlgPagePlacement *at, double x, double y, DrawItem draw)
{
  const MlgPageBox *box = at->box;
  gboolean outside = self->artifact;

  x += at->x;
  y += at->y;
  self->artifact |= at->repeated;
  if (draw == draw_words_item)
    name_places (self, box, y);
  for (guint i = 0; box->items != NULL && i < box->items->len; i++)
    {
      const MlgPageItem *item = &g_array_index (box->items, MlgPageItem, i);

      draw (self, item, x + item->x, y + item->y);
    }
  for (guint i = 0; box->children != NULL && i < box->children->len; i++)
    draw_box (self, &g_array_index (box->children, MlgPagePlacement, i), x, y, draw);
  self->artifact = outside;
}

static void
draw_placements (MlgPageDrawing *self, const GArray *placements, DrawItem draw)
{
  for (guint i = 0; i < placements->len; i++)
    draw_box (self, &g_array_index (placements, MlgPagePlacement, i), 0, 0, draw);
}

/* Leaves containers open for the next page; a paragraph that goes on there is begun anew. */
void
mlg_page_drawing_draw (MlgPageDrawing *self, const MlgPage *page)
{
  self->artifact = TRUE;
  draw_placements (self, page->edges, draw_ground_item);
  draw_placements (self, page->placements, draw_ground_item);
  draw_placements (self, page->notes, draw_ground_item);
  draw_placements (self, page->edges, draw_words_item);
  self->artifact = FALSE;
  draw_placements (self, page->placements, draw_words_item);
  draw_placements (self, page->notes, draw_words_item);
  if (self->open != NULL)
    mlg_page_drawing_go_to (self, self->open->parent);
}

/* Appends the words of a box, with a line end after each paragraph. */
void
mlg_page_append_text (const MlgPageBox *box, GHashTable *places, GString *text)
{
  for (guint i = 0; box->items != NULL && i < box->items->len; i++)
    {
      const MlgPageItem *item = &g_array_index (box->items, MlgPageItem, i);
      const MlgPagePlace *place = NULL;

      if (item->kind == MLG_PAGE_NUMBER && (place = g_hash_table_lookup (places, item->target)))
        g_string_append_printf (text, "%u\n", place->page + 1);
      if (item->kind != MLG_PAGE_LINE)
        continue;
      g_string_append_len (text, item->text->words->str + item->start, item->end - item->start);
      if (item->end >= item->text->words->len)
        g_string_append_c (text, '\n');
    }
  for (guint i = 0; box->children != NULL && i < box->children->len; i++)
    mlg_page_append_text (g_array_index (box->children, MlgPagePlacement, i).box, places, text);
}
