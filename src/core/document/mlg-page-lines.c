/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

#include <string.h>

/* From the words of a paragraph to one box per line. */

#define TAB_WIDTH 35.4 /* 12.5 mm */

/* The description is read once and then copied: it names several fonts. */
static void
set_font (MlgPageFlow *self,
          PangoLayout *layout,
          const MlgPageFrame *frame,
          const MlgPageStyle *style)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy_static (self->font);
  double size = MAX (style->size * frame->scale, MLG_PAGE_SMALLEST);
  gboolean bold = style->bold || frame->bold;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
}

/* Headers and footers have what word processors give them: a tabulation in the middle and one at the
 * right. */
static void
set_tabs (PangoLayout *layout, const MlgPageFrame *frame)
{
  g_autoptr (PangoTabArray) tabs = NULL;

  if (frame->tone == MLG_PAGE_TONE_EDGE)
    {
      tabs = pango_tab_array_new (2, FALSE);
      pango_tab_array_set_tab (tabs, 0, PANGO_TAB_CENTER, (int) (frame->width / 2 * PANGO_SCALE));
      pango_tab_array_set_tab (tabs, 1, PANGO_TAB_RIGHT, (int) (frame->width * PANGO_SCALE));
    }
  else
    {
      tabs = pango_tab_array_new (1, FALSE);
      pango_tab_array_set_tab (tabs, 0, PANGO_TAB_LEFT, (int) (TAB_WIDTH * PANGO_SCALE));
    }
  pango_layout_set_tabs (layout, tabs);
}

static void
set_layout (MlgPageFlow *self,
            PangoLayout *layout,
            const MlgPageFrame *frame,
            const MlgPageText *text,
            const MlgPageStyle *style)
{
  set_font (self, layout, frame, style);
  if (strchr (text->words->str, '\t') != NULL)
    set_tabs (layout, frame);
  pango_layout_set_width (layout, (int) (MAX (frame->width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_justify (layout, style->justify);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_text (layout, text->words->str, (int) text->words->len);
}

/* How high the letters of a run are: those of its font, or the image that it stands for. */
static void
measure_run (const PangoGlyphItem *run, PangoRectangle *logical)
{
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_SHAPE)
        {
          *logical = ((const PangoAttrShape *) attribute)->logical_rect;
          return;
        }
    }
  pango_font_get_glyph_extents (run->item->analysis.font, run->glyphs->glyphs[0].glyph, NULL,
                                logical);
}

/* Gives @box the height of the line and its baseline, and returns the width of the line. Pango would
 * look at each letter: all letters of a font are as high as it. */
static double
measure_line (MlgPageBox *box, const PangoLayoutLine *line, double least)
{
  int top = 0;
  int bottom = 0;
  int width = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoRectangle logical = { 0 };

      width += pango_glyph_string_get_width (run->glyphs);
      if (run->glyphs->num_glyphs > 0)
        measure_run (run, &logical);
      top = MIN (top, logical.y - run->y_offset);
      bottom = MAX (bottom, logical.y + logical.height - run->y_offset);
    }
  box->height = MAX ((double) (bottom - top) / PANGO_SCALE, least);
  box->baseline = (box->height - (double) (bottom + top) / PANGO_SCALE) / 2;
  return (double) width / PANGO_SCALE;
}

/* What is on the left of a line. */
static double
offset_of (const PangoLayoutLine *line, const MlgPageStyle *style, double width, double room)
{
  gboolean backwards = line->resolved_dir == PANGO_DIRECTION_RTL;

  if (style->align == PANGO_ALIGN_CENTER)
    return (room - width) / 2;
  return (style->align == PANGO_ALIGN_RIGHT) != backwards ? room - width : 0;
}

static void
add_line_item (MlgPageBox *box, MlgPageText *text, PangoLayoutLine *line, double x, double width)
{
  MlgPageItem *item = NULL;

  if (line->length == 0)
    return;
  item = mlg_page_box_add_item (box, MLG_PAGE_LINE);
  item->x = x;
  item->y = box->baseline;
  item->width = width;
  item->tag = text->tag;
  item->text = text;
  item->line = pango_layout_line_ref (line);
}

/* The mark stands in the line that starts at @start and ends before @end. */
static gboolean
is_in_line (const MlgPageMark *mark, gsize start, gsize end, gsize length)
{
  return mark->at >= start && (mark->at < end || end >= length);
}

static void
add_anchors (MlgPageBox *box, const MlgPageText *text, gsize start, gsize end, guint *next)
{
  for (; *next < text->anchors->len; (*next)++)
    {
      const MlgPageMark *mark = &g_array_index (text->anchors, MlgPageMark, *next);

      if (!is_in_line (mark, start, end, text->words->len))
        return;
      if (box->anchors == NULL)
        box->anchors = g_ptr_array_new ();
      g_ptr_array_add (box->anchors, (gpointer) mark->node);
    }
}

/* Footnotes go to the foot of the page of the line that calls them. The boxes of paragraphs inside
 * are made first, for there is one layout. */
static void
add_footnotes (MlgPageFlow *self, MlgPageBox *box, const MlgPageMark *call)
{
  GPtrArray *boxes = mlg_page_flow_make_footnote (self, call->node);

  if (box->notes == NULL)
    box->notes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (box->notes, boxes->pdata[i]);
}

/* Which lines stay together: two at each end of a paragraph, all of a heading. */
static void
keep_lines_together (GPtrArray *lines, gboolean keep)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MlgPageBox *box = lines->pdata[i];

      box->keep_next = keep || (i + 1 < lines->len && (i == 0 || i + 2 == lines->len));
    }
}

static void
add_lines (MlgPageFlow *self,
           const MlgPageFrame *frame,
           MlgPageText *text,
           const MlgPageStyle *style,
           GPtrArray *lines)
{
  double least = style->size * frame->scale * style->leading;
  guint next_anchor = 0;

  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      gsize start = (gsize) line->start_index;
      gsize end = start + (gsize) line->length;
      MlgPageBox *box = mlg_page_flow_add_box (self, lines->len == 0 ? style->before : 0, least);
      double width = measure_line (box, line, least);

      add_line_item (box, text, line,
                     frame->x + offset_of (line, style, width, MAX (frame->width, 1)), width);
      add_anchors (box, text, start, end, &next_anchor);
      g_ptr_array_add (lines, box);
    }
}

/* The line of a call is found again by its words: making footnotes needs the layout. */
static void
add_calls (MlgPageFlow *self, const MlgPageText *text, GPtrArray *lines)
{
  guint next = 0;

  for (guint i = 0; i < lines->len && next < text->calls->len; i++)
    {
      MlgPageBox *box = lines->pdata[i];
      const MlgPageItem *item = NULL;
      gsize end = text->words->len + 1;

      if (box->items == NULL)
        continue;
      item = &g_array_index (box->items, MlgPageItem, 0);
      if (i + 1 < lines->len)
        end = (gsize) (item->line->start_index + item->line->length);
      for (; next < text->calls->len; next++)
        {
          const MlgPageMark *call = &g_array_index (text->calls, MlgPageMark, next);

          if (call->at >= end)
            break;
          add_footnotes (self, box, call);
        }
    }
}

/*
 * @text: from mlg_page_text_read() with the same frame and style
 * @keep: whether it stays with what follows, as headings do
 *
 * Adds one box per line, and under them the notes to the drafter that the words called.
 */
void
mlg_page_flow_add_paragraph (MlgPageFlow *self,
                             const MlgPageFrame *frame,
                             MlgPageText *text,
                             const MlgPageStyle *style,
                             gboolean keep)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) advice = NULL;

  set_layout (self, self->layout, frame, text, style);
  add_lines (self, frame, text, style, lines);
  keep_lines_together (lines, keep);
  g_clear_pointer (&text->attributes, pango_attr_list_unref);
  add_calls (self, text, lines);
  self->after = style->after;

  advice = g_steal_pointer (&self->advice);
  self->advice = g_ptr_array_new ();
  for (guint i = 0; i < advice->len; i++)
    mlg_page_flow_add_advice (self, frame, advice->pdata[i]);
}

/* The label is read before the words. */
static void
move_last_item_first (MlgPageBox *box)
{
  guint last = box->items->len - 1;
  MlgPageItem *items = (MlgPageItem *) (gpointer) box->items->data;
  MlgPageItem label = items[last];

  memmove (items + 1, items, last * sizeof *items);
  items[0] = label;
}

/* Puts a label of its own at @x on the first baseline of @box. */
void
mlg_page_flow_add_line_of (MlgPageFlow *self,
                           MlgPageBox *box,
                           const MlgPageFrame *frame,
                           const char *words,
                           double x,
                           const MlgPageTag *tag)
{
  MlgPageStyle style = mlg_page_style_for_tone (frame->tone);
  MlgPageText *text = mlg_page_pool_add_text (self->pool, tag);
  g_autoptr (PangoLayout) layout = pango_layout_new (pango_layout_get_context (self->layout));
  PangoLayoutLine *line = NULL;
  MlgPageFrame wide = *frame;

  wide.width = 1000;
  text->colour = style.colour;
  g_return_if_fail (words[0] != '\0');

  g_string_append (text->words, words);
  set_layout (self, layout, &wide, text, &style);
  if (box->baseline <= 0)
    box->baseline = style.size * frame->scale * 1.1 + MLG_PAGE_CELL_Y;
  line = pango_layout_get_line_readonly (layout, 0);
  add_line_item (box, text, line, x, 0);
  move_last_item_first (box);
}
