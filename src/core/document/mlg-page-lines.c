/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

#include <string.h>

#include "mlg-page-image.h"

/* From the words of a paragraph to one box per line. */

#define TAB_WIDTH 35.4 /* 12.5 mm */

/* The description is read once and then copied: it names several fonts. */
static PangoFontDescription *
make_font (MlgPageFlow *self, const MlgPageFrame *frame, const MlgPageStyle *style)
{
  PangoFontDescription *font = pango_font_description_copy_static (self->font);
  double size = MAX (style->size * frame->scale, MLG_PAGE_SMALLEST);
  gboolean bold = style->bold || frame->bold;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
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
set_layout (PangoLayout *layout,
            const MlgPageFrame *frame,
            const MlgPageText *text,
            const MlgPageStyle *style,
            const PangoFontDescription *font)
{
  pango_layout_set_font_description (layout, font);
  if (strchr (text->words->str, '\t') != NULL)
    set_tabs (layout, frame);
  pango_layout_set_width (layout, (int) (MAX (frame->width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, style->justify);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_text (layout, text->words->str, (int) text->words->len);
}

/* How high the letters of a run are: those of its font, or the image that it stands for. */
static void
measure_run (const MlgPageText *text, const MlgPageRun *run, double *top, double *bottom)
{
  const MlgPageSpan *span = mlg_page_text_find_span (text, run->start);

  *bottom = 0;
  if (span == NULL || span->image == NULL)
    mlg_page_run_get_height (run, top, bottom);
  else
    *top = -span->image->height * (double) run->width / span->image->width;
}

/* Gives @box the height of a line and its baseline, and returns the width of the line. */
static double
measure_line (MlgPageBox *box, const MlgPageText *text, const MlgPageRun *runs, double least)
{
  double highest = 0;
  double lowest = 0;
  double width = 0;

  for (const MlgPageRun *run = runs; run != NULL; run = run->next)
    {
      double top = 0;
      double bottom = 0;

      measure_run (text, run, &top, &bottom);
      highest = MIN (highest, top + (double) run->y);
      lowest = MAX (lowest, bottom + (double) run->y);
      width += (double) run->width;
    }
  box->height = MAX (lowest - highest, least);
  box->baseline = (box->height - lowest - highest) / 2;
  return width;
}

/* What is on the left of a line. */
static double
offset_of (const MlgPageStyle *style, gboolean backwards, double width, double room)
{
  if (style->align == PANGO_ALIGN_CENTER)
    return (room - width) / 2;
  return (style->align == PANGO_ALIGN_RIGHT) != backwards ? room - width : 0;
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

typedef struct
{
  MlgPageFlow *flow;
  const MlgPageFrame *frame;
  MlgPageText *text;
  const MlgPageStyle *style;
  GPtrArray *lines; /* (unowned) (element-type MlgPageBox) */
  guint next_anchor;
} Paragraph;

/* Keeps in mind the letters of @runs that no font of this machine has. */
static void
note_missing (MlgPageFlow *self, const MlgPageRun *runs)
{
  for (const MlgPageRun *run = runs; run != NULL; run = run->next)
    for (int i = 0; run->special != NULL && i < run->special->glyphs->num_glyphs; i++)
      {
        PangoGlyph glyph = run->special->glyphs->glyphs[i].glyph;

        if (glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          g_hash_table_add (self->missing, GUINT_TO_POINTER (glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
      }
}

/* Adds a box for a line, which takes @runs over. */
static void
add_line (Paragraph *self, MlgPageRun *runs, guint start, guint end, gboolean backwards)
{
  double least = self->style->size * self->frame->scale * self->style->leading;
  double before = self->lines->len == 0 ? self->style->before : 0;
  MlgPageBox *box = mlg_page_flow_add_box (self->flow, before, least);
  double width = measure_line (box, self->text, runs, least);

  note_missing (self->flow, runs);
  if (end > start)
    {
      MlgPageItem *item = mlg_page_box_add_item (box, MLG_PAGE_LINE);
      double room = MAX (self->frame->width, 1);

      item->x = self->frame->x + offset_of (self->style, backwards, width, room);
      item->y = box->baseline;
      item->width = width;
      item->tag = self->text->tag;
      item->text = self->text;
      item->runs = runs;
      item->start = start;
      item->end = end;
    }
  add_anchors (box, self->text, start, end, &self->next_anchor);
  g_ptr_array_add (self->lines, box);
}

static void
add_layout_lines (Paragraph *self, PangoLayout *layout)
{
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      add_line (self, mlg_page_run_new_for_line (self->text->words->str, line),
                (guint) line->start_index, (guint) (line->start_index + line->length),
                line->resolved_dir == PANGO_DIRECTION_RTL);
    }
}

/* Returns %FALSE when there is more than plain words. */
static gboolean
add_word_lines (Paragraph *self, const PangoFontDescription *font)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MlgPageWordLine));

  if (self->text->styled
      || !mlg_page_words_break (self->flow->words, font, self->text->words->str, self->frame->width,
                                self->style->justify, lines))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MlgPageWordLine *line = &g_array_index (lines, MlgPageWordLine, i);

      add_line (self, line->run, line->start, line->end, FALSE);
    }
  return TRUE;
}

static void
add_lines (Paragraph *self)
{
  g_autoptr (PangoFontDescription) font = make_font (self->flow, self->frame, self->style);
  PangoLayout *layout = self->flow->layout;

  if (add_word_lines (self, font))
    return;
  set_layout (layout, self->frame, self->text, self->style, font);
  add_layout_lines (self, layout);
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
        end = item->end;
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
  Paragraph paragraph = { self, frame, text, style, lines, 0 };

  add_lines (&paragraph);
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
  g_autoptr (PangoFontDescription) font = make_font (self, frame, &style);
  g_autoptr (PangoLayout) layout = pango_layout_new (pango_layout_get_context (self->layout));
  MlgPageItem *item = NULL;

  text->colour = style.colour;
  g_string_append (text->words, words);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  if (box->baseline <= 0)
    box->baseline = style.size * frame->scale * 1.1 + MLG_PAGE_CELL_Y;
  item = mlg_page_box_add_item (box, MLG_PAGE_LINE);
  item->x = x;
  item->y = box->baseline;
  item->tag = tag;
  item->text = text;
  item->end = (guint) text->words->len;
  item->runs =
      mlg_page_run_new_for_line (text->words->str, pango_layout_get_line_readonly (layout, 0));
  note_missing (self, item->runs);
  move_last_item_first (box);
}
