/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

/* Lists, whose labels hang on the left of their items, and the table of contents. */

#define NARROWEST 30.0 /* of an item, however deep it is */

static const char *
label_of (const MlgPageFlow *self, const xmlNode *item)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, item);

  return number != NULL ? number->label : NULL;
}

/* Room for the widest label, the same for all the items. */
static double
indent_of (const MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *list)
{
  MlgPageStyle style = mlg_page_style_for_tone (frame->tone);
  double size = style.size * frame->scale;
  double widest = 0;

  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    {
      const char *label = mlg_document_node_is (item, "item") ? label_of (self, item) : NULL;

      if (label != NULL)
        widest = MAX (widest, mlg_page_measure_words (self->measure, label, size, frame->bold));
    }
  return CLAMP (widest + MLG_PAGE_LABEL_GAP, MLG_PAGE_INDENT * frame->scale, frame->width / 3);
}

static void
add_item (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *item, double indent)
{
  MlgPageFrame inside = *frame;
  const MlgPageTag *tag = mlg_page_pool_add_tag (self->pool, frame->tag, "LI");
  const char *label = label_of (self, item);
  guint first = self->out->len;

  if (mlg_xml_get_ns (item, (const char *) XML_XML_NAMESPACE, "id") != NULL)
    mlg_page_flow_add_anchor (self, item);
  inside.x += indent;
  inside.width = MAX (inside.width - indent, MIN (NARROWEST, frame->width));
  inside.tag = mlg_page_pool_add_tag (self->pool, tag, "LBody");
  mlg_page_flow_add_blocks (self, &inside, item);
  if (self->out->len == first)
    mlg_page_flow_add_box (self, 0, mlg_page_style_for_tone (frame->tone).size * 1.3);
  if (label != NULL && label[0] != '\0')
    mlg_page_flow_add_line_of (self, self->out->pdata[first], frame, label, frame->x,
                               mlg_page_pool_add_tag (self->pool, tag, "Lbl"));
}

/**
 * mlg_page_flow_add_list:
 * @frame: where it stands
 * @list: a list, ordered or not
 *
 * Lays a list, with the lists in it, each item behind its number or mark.
 */
void
mlg_page_flow_add_list (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *list)
{
  MlgPageFrame inside = *frame;
  double indent = indent_of (self, frame, list);

  inside.tag = mlg_page_pool_add_tag (self->pool, frame->tag, "L");
  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    if (mlg_document_node_is (item, "item"))
      add_item (self, &inside, item, indent);
}

static void
link_to (MlgPageFlow *self, MlgPageText *text, const xmlNode *heading)
{
  MlgPageSpan span = { .start = 0, .end = text->words->len, .colour = text->colour };

  span.target = heading;
  g_array_append_val (text->spans, span);
  text->linked = TRUE;
  mlg_page_flow_add_target (self, heading);
}

static void
add_leader (MlgPageFlow *self, const MlgPageFrame *frame, const MlgNumber *heading, double size)
{
  MlgPageBox *box = self->out->pdata[self->out->len - 1];
  const MlgPageItem *line = box->items != NULL ? &g_array_index (box->items, MlgPageItem, 0) : NULL;
  double start = line != NULL ? line->x + line->width : frame->x;
  double end = frame->x + frame->width + MLG_PAGE_TOC_SLOT;
  const MlgPageTag *tag = line != NULL ? line->tag : NULL;
  MlgPageItem *item = mlg_page_box_add_item (box, MLG_PAGE_LEADER);

  item->x = start + 5;
  item->y = box->baseline - 0.5;
  item->width = MAX (end - 22 - item->x, 0);
  item->colour = MLG_PAGE_RULE_INK;
  item = mlg_page_box_add_item (box, MLG_PAGE_NUMBER);
  item->x = end - MLG_PAGE_TOC_SLOT;
  item->y = box->baseline;
  item->width = MLG_PAGE_TOC_SLOT;
  item->height = size;
  item->tag = tag;
  item->target = heading->node;
}

static void
add_entry (MlgPageFlow *self, const MlgPageFrame *frame, const MlgNumber *heading)
{
  MlgPageStyle style = mlg_page_style_for_toc (heading->level);
  MlgPageText *text =
      mlg_page_pool_add_text (self->pool, mlg_page_pool_add_tag (self->pool, frame->tag, "TOCI"));
  g_autofree char *words = mlg_numbering_get_words (heading->node);
  MlgPageFrame inside = *frame;
  double indent = MIN (14.0 * (heading->level - 1), frame->width / 4);

  inside.x += indent;
  inside.width = MAX (inside.width - indent - MLG_PAGE_TOC_SLOT - 10, NARROWEST);
  text->colour = style.colour;
  g_string_append (text->words, words);
  if (heading->label != NULL)
    mlg_page_text_prepend (text, heading->label);
  link_to (self, text, heading->node);
  mlg_page_flow_add_paragraph (self, &inside, text, &style, FALSE);
  inside.width = frame->x + frame->width - inside.x - MLG_PAGE_TOC_SLOT;
  add_leader (self, &inside, heading, style.size * frame->scale);
}

/* The table of contents: the numbers of its pages are drawn once the pages are known. */
void
mlg_page_flow_add_toc (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *toc)
{
  const char *given = mlg_xml_get (toc, "depth");
  guint depth = given != NULL ? (guint) g_ascii_strtoull (given, NULL, 10) : 3;
  MlgPageFrame inside = *frame;

  if (frame->tone == MLG_PAGE_TONE_EDGE)
    return;
  inside.tag = mlg_page_pool_add_tag (self->pool, frame->tag, "TOC");
  for (guint i = 0; i < mlg_numbering_get_n_headings (self->numbering); i++)
    {
      const MlgNumber *heading = mlg_numbering_get_heading (self->numbering, i);

      if (heading->level <= depth)
        add_entry (self, &inside, heading);
    }
  self->after = 12;
}
