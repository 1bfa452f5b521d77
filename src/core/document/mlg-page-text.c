/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

#include <string.h>

#include "mlg-page-image.h"

/* From a line of the tree to words, how they look and where they lead. */

#define OBJECT   "\xef\xbf\xbc" /* U+FFFC stands where an image is */
#define LINE_END "\xe2\x80\xa8" /* U+2028 */
#define EN_SPACE "\xe2\x80\x82" /* between a label and its words */

/* Of the letters around them. */
#define SMALL_SCALE 0.66
#define RAISED      0.34
#define LOWERED     -0.14

typedef struct
{
  MlgPageFlow *flow;
  const MlgPageFrame *frame;
  const MlgPageStyle *style;
  MlgPageText *text;
  MlgPageSpan span; /* how the next words look */
} Reading;

static void read_inline (Reading *self, const xmlNode *parent);

static void
insert (Reading *self, PangoAttribute *attribute, gsize start)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) self->text->words->len;
  if (attribute->start_index >= attribute->end_index)
    {
      pango_attribute_destroy (attribute);
      return;
    }
  pango_attr_list_insert (self->text->attributes, attribute);
  self->text->styled = TRUE;
}

/* Pango cuts its runs where colours change, so that each run is inside one span or none. */
static void
insert_colour (Reading *self, gsize start)
{
  guint32 colour = self->span.colour;

  insert (self,
          pango_attr_foreground_new ((guint16) ((colour >> 16 & 0xff) * 257),
                                     (guint16) ((colour >> 8 & 0xff) * 257),
                                     (guint16) ((colour & 0xff) * 257)),
          start);
}

static gboolean
is_plain (const Reading *self)
{
  return self->span.colour == self->text->colour && !self->span.marked && !self->span.underlined
         && self->span.href == NULL && self->span.target == NULL && self->span.image == NULL;
}

static void
add_words (Reading *self, const char *words)
{
  gsize start = self->text->words->len;

  g_string_append (self->text->words, words);
  if (is_plain (self) || self->text->words->len == start)
    return;
  self->span.start = start;
  self->span.end = self->text->words->len;
  g_array_append_val (self->text->spans, self->span);
  self->text->linked |= self->span.href != NULL || self->span.target != NULL;
  if (self->span.target != NULL)
    mlg_page_flow_add_target (self->flow, self->span.target);
  insert_colour (self, start);
}

static void
add_mark (GArray *marks, gsize at, const xmlNode *node)
{
  MlgPageMark mark = { at, node };

  g_array_append_val (marks, mark);
}

static void
raise_words (Reading *self, gsize start, double rise)
{
  double size = self->style->size * self->frame->scale;

  insert (self, pango_attr_scale_new (SMALL_SCALE), start);
  insert (self, pango_attr_rise_new ((int) (rise * size * PANGO_SCALE)), start);
}

/* Superscript that leads to @target. */
static void
add_call (Reading *self, const char *words, const xmlNode *target, guint32 colour)
{
  MlgPageSpan outside = self->span;
  gsize start = self->text->words->len;

  self->span.target = target;
  self->span.colour = colour;
  add_words (self, words);
  raise_words (self, start, RAISED);
  self->span = outside;
}

static void
read_footnote (Reading *self, const xmlNode *node)
{
  const MlgNumber *number = mlg_numbering_get (self->flow->numbering, node);
  const char *words = number != NULL && number->number != NULL ? number->number : "*";

  if (self->frame->tone == MLG_PAGE_TONE_EDGE)
    return;
  if (mlg_xml_is_true (node, "end"))
    g_ptr_array_add (self->flow->ending, (gpointer) node);
  else
    add_mark (self->text->calls, self->text->words->len, node);
  add_call (self, words, node, MLG_PAGE_LINK_INK);
}

static void
read_advice (Reading *self, const xmlNode *node)
{
  if (self->flow->flags & MLG_PAGES_WITHOUT_NOTES)
    return;
  g_ptr_array_add (self->flow->advice, (gpointer) node);
  add_call (self, "*", node, MLG_PAGE_NOTE_BAR);
}

static void
read_image (Reading *self, const xmlNode *node)
{
  MlgPageFlow *flow = self->flow;
  PangoRectangle extents = { 0 };
  gsize start = self->text->words->len;
  double width = 0;
  double height = 0;

  self->span.image = mlg_page_flow_read_image (flow, node);
  mlg_page_image_fit (self->span.image, self->frame->width, flow->page_height * 0.6, &width,
                      &height);
  add_words (self, OBJECT);
  self->span.image = NULL;
  extents.y = (int) (-height * PANGO_SCALE);
  extents.width = (int) (width * PANGO_SCALE);
  extents.height = (int) (height * PANGO_SCALE);
  insert (self, pango_attr_shape_new (&extents, &extents), start);
}

static void
add_number (Reading *self, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", MAX (number, 1));

  add_words (self, words);
}

/* The page where @node stands: known at the edge of a page, or since an earlier pass. */
static void
add_page_of (Reading *self, const xmlNode *node)
{
  const MlgPagePlace *place = NULL;

  self->flow->guessed = TRUE;
  if (self->flow->places != NULL)
    place = g_hash_table_lookup (self->flow->places, node);
  add_number (self, place != NULL ? place->page + 1 : 1);
}

static void
read_page_number (Reading *self, const xmlNode *node)
{
  if (self->flow->page_number > 0)
    {
      add_number (self, self->flow->page_number);
      return;
    }
  add_mark (self->text->anchors, self->text->words->len, node);
  add_page_of (self, node);
}

static void
read_reference (Reading *self, const xmlNode *node)
{
  const xmlNode *target = mlg_numbering_find_target (self->flow->numbering, node);
  MlgPageSpan outside = self->span;

  self->span.target = target;
  if (target != NULL)
    self->span.colour = MLG_PAGE_LINK_INK;
  if (target != NULL && g_strcmp0 (mlg_xml_get (node, "show"), "page") == 0)
    add_page_of (self, target);
  else
    {
      g_autofree char *words = mlg_numbering_get_reference (self->flow->numbering, node);

      if (words != NULL)
        add_words (self, words);
      else
        read_inline (self, node);
    }
  self->span = outside;
}

static void
read_link (Reading *self, const xmlNode *node)
{
  const char *href = mlg_xml_get (node, "href");
  MlgPageSpan outside = self->span;

  if (href != NULL && href[0] == '#')
    self->span.target = mlg_numbering_find (self->flow->numbering, href + 1);
  else if (href != NULL && strchr (href, ':') != NULL)
    self->span.href = mlg_page_pool_add_string (self->flow->pool, href);
  if (self->span.target != NULL || self->span.href != NULL)
    {
      self->span.colour = MLG_PAGE_LINK_INK;
      self->span.underlined = self->span.href != NULL;
    }
  read_inline (self, node);
  self->span = outside;
}

/* A gap stands in brackets: words alone, copied or read aloud, have neither colour nor underline. */
static void
read_field (Reading *self, const xmlNode *node)
{
  MlgPageSpan outside = self->span;
  gboolean gap = mlg_xml_is_true (node, "missing");

  if (gap)
    {
      self->span.marked = TRUE;
      self->span.underlined = TRUE;
      add_words (self, "[");
    }
  if (self->span.marked && node->children == NULL)
    add_words (self, mlg_xml_get (node, "name"));
  read_inline (self, node);
  if (gap)
    add_words (self, "]");
  self->span = outside;
}

static void
read_letters (Reading *self, const xmlNode *node)
{
  gsize start = self->text->words->len;

  read_inline (self, node);
  if (mlg_document_node_is (node, "b"))
    insert (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
  else if (mlg_document_node_is (node, "i"))
    insert (self,
            pango_attr_style_new (self->style->italic ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC),
            start);
  else if (mlg_document_node_is (node, "sup"))
    raise_words (self, start, RAISED);
  else if (mlg_document_node_is (node, "sub"))
    raise_words (self, start, LOWERED);
}

static void
read_span (Reading *self, const xmlNode *node)
{
  const char *language = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "lang");
  gsize start = self->text->words->len;

  if (mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id") != NULL)
    add_mark (self->text->anchors, start, node);
  read_inline (self, node);
  if (language != NULL)
    insert (self, pango_attr_language_new (pango_language_from_string (language)), start);
}

static void
read_line_end (Reading *self, const xmlNode *node G_GNUC_UNUSED)
{
  add_words (self, LINE_END);
}

static void
read_tab (Reading *self, const xmlNode *node G_GNUC_UNUSED)
{
  add_words (self, "\t");
}

static void
read_page_count (Reading *self, const xmlNode *node G_GNUC_UNUSED)
{
  self->flow->guessed |= self->flow->page_number == 0;
  add_number (self, self->flow->page_count);
}

static const struct
{
  const char *name;
  void (*read) (Reading *self, const xmlNode *node);
} readers[] = {
  { "br", read_line_end },
  { "field", read_field },
  { "footnote", read_footnote },
  { "image", read_image },
  { "link", read_link },
  { "note", read_advice },
  { "page-count", read_page_count },
  { "page-number", read_page_number },
  { "ref", read_reference },
  { "span", read_span },
  { "tab", read_tab },
};

static void
read_element (Reading *self, const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (mlg_document_node_is (node, readers[i].name))
      {
        readers[i].read (self, node);
        return;
      }
  read_letters (self, node);
}

static void
read_inline (Reading *self, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      add_words (self, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      read_element (self, child);
}

/*
 * @node: a paragraph, a heading, a caption
 *
 * Returns: its words; its footnotes and notes to the drafter are queued in @flow
 */
MlgPageText *
mlg_page_text_read (MlgPageFlow *flow,
                    const MlgPageFrame *frame,
                    const MlgPageStyle *style,
                    const xmlNode *node,
                    const MlgPageTag *tag)
{
  MlgPageText *text = mlg_page_pool_add_text (flow->pool, tag);
  Reading reading = { flow, frame, style, text, { .colour = style->colour } };

  text->colour = style->colour;
  read_inline (&reading, node);
  return text;
}

static void
shift_marks (GArray *marks, gsize by)
{
  for (guint i = 0; i < marks->len; i++)
    g_array_index (marks, MlgPageMark, i).at += by;
}

/* Puts a label and a space before the words. */
void
mlg_page_text_prepend (MlgPageText *self, const char *label)
{
  gsize length = strlen (label) + strlen (EN_SPACE);

  g_string_prepend (self->words, EN_SPACE);
  g_string_prepend (self->words, label);
  pango_attr_list_update (self->attributes, 0, 0, (int) length);
  shift_marks (self->anchors, length);
  shift_marks (self->calls, length);
  for (guint i = 0; i < self->spans->len; i++)
    {
      g_array_index (self->spans, MlgPageSpan, i).start += length;
      g_array_index (self->spans, MlgPageSpan, i).end += length;
    }
}
