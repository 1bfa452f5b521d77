/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

#include "mlg-page-image.h"

/* Paragraphs, headings, sections and images; lists, tables and notes have files of their own. */

/* Narrower lines hold too few words to be justified without holes. */
#define NARROW 250.0

#define ADDRESS_OFFSET   0.55 /* of the width */
#define SIGNATURE_OFFSET 0.5
#define QUOTE_INDENT     18.0

/* @given: what does not change from one pass to the next, up to the boxes that are made */
void
mlg_page_flow_init (MlgPageFlow *self, const MlgPageFlow *given)
{
  *self = *given;
  self->anchors = g_ptr_array_new ();
  self->advice = g_ptr_array_new ();
  self->ending = g_ptr_array_new ();
}

/**
 * mlg_page_flow_clear:
 *
 * Drops what a flow holds; its boxes stay their pool's.
 */
void
mlg_page_flow_clear (MlgPageFlow *self)
{
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_clear_pointer (&self->ending, g_ptr_array_unref);
}

/* Says once what could not be laid out as @node asks. */
void
mlg_page_flow_warn (MlgPageFlow *self, const xmlNode *node, const char *message)
{
  if (!self->silent)
    mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, self->file, mlg_xml_get_line (node),
                        mlg_xml_get_column (node), "%s", message);
}

/* The image of @node, which pages, headers and passes share. */
MlgPageImage *
mlg_page_flow_read_image (MlgPageFlow *self, const xmlNode *node)
{
  const char *fault = NULL;
  MlgPageImage *image = g_hash_table_lookup (self->images, node);

  if (image != NULL)
    return image;
  image = mlg_page_image_new (node, &fault);
  if (fault != NULL)
    mlg_page_flow_warn (self, node, fault);
  g_hash_table_insert (self->images, (gpointer) node, image);
  return image;
}

static void
give_anchors (MlgPageFlow *self, MlgPageBox *box)
{
  if (self->anchors->len == 0)
    return;
  box->anchors = g_steal_pointer (&self->anchors);
  self->anchors = g_ptr_array_new ();
}

/* Adds a box under the last one, which takes what was waiting for it: the turn of the page, the
 * anchors. @before collapses with the space that the last one left under itself. */
MlgPageBox *
mlg_page_flow_add_box (MlgPageFlow *self, double before, double height)
{
  MlgPageBox *box = mlg_page_pool_add_box (self->pool);

  box->before = MAX (before, self->after);
  box->height = height;
  box->landscape = self->landscape;
  box->break_first = self->break_first;
  give_anchors (self, box);
  self->after = 0;
  self->break_first = FALSE;
  self->n_steps++;
  g_ptr_array_add (self->out, box);
  return box;
}

/* The next box is where @node stands. */
void
mlg_page_flow_add_anchor (MlgPageFlow *self, const xmlNode *node)
{
  g_ptr_array_add (self->anchors, (gpointer) node);
}

/* A link leads to @node. */
void
mlg_page_flow_add_target (MlgPageFlow *self, const xmlNode *node)
{
  guint name = g_hash_table_size (self->targets) + 1;

  if (!g_hash_table_contains (self->targets, node))
    g_hash_table_insert (self->targets, (gpointer) node, GUINT_TO_POINTER (name));
}

static void
add_identified (MlgPageFlow *self, const xmlNode *node)
{
  if (mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id") != NULL)
    mlg_page_flow_add_anchor (self, node);
}

/* Adds a paragraph of the words of @node; @tag names it in the structure. */
void
mlg_page_flow_add_words (MlgPageFlow *self,
                         const MlgPageFrame *frame,
                         const xmlNode *node,
                         MlgPageStyle style,
                         const char *tag,
                         gboolean keep)
{
  const MlgPageTag *own = mlg_page_pool_add_tag (self->pool, frame->tag, tag);
  const char *align = mlg_xml_get (node, "align");
  MlgPageText *text = NULL;

  mlg_page_style_set_align (&style, align != NULL ? align : frame->align);
  style.justify &= frame->width > NARROW;
  text = mlg_page_text_read (self, frame, &style, node, own);
  mlg_page_flow_add_paragraph (self, frame, text, &style, keep);
}

static void
add_quote (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node, MlgPageStyle style)
{
  MlgPageFrame inside = *frame;
  guint first = self->out->len;

  inside.x += QUOTE_INDENT;
  inside.width = MAX (inside.width - 2 * QUOTE_INDENT, inside.width / 2);
  inside.tag = mlg_page_pool_add_tag (self->pool, frame->tag, "BlockQuote");
  mlg_page_flow_add_words (self, &inside, node, style, "P", FALSE);
  for (guint i = first; i < self->out->len; i++)
    {
      MlgPageBox *box = self->out->pdata[i];

      mlg_page_box_add_fill (box, MLG_PAGE_QUOTE_BAR, frame->x + 6, 0, 2, box->height);
    }
}

static gboolean
is_all_bold (const xmlNode *p)
{
  return p->children != NULL && p->children->next == NULL
         && mlg_document_node_is (p->children, "b");
}

static gboolean
is_small_print (const xmlNode *p)
{
  return mlg_document_node_is (p, "p") && g_strcmp0 (mlg_xml_get (p, "role"), "small") == 0;
}

/* Whether a paragraph announces what follows it: a list or a table after a colon, a table when it stands
 * alone between a heading and it, small print that says where it is from, or anything after words all in
 * bold, which many take for headings. */
static gboolean
announces (const xmlNode *p)
{
  const xmlNode *next = xmlNextElementSibling ((xmlNode *) p);
  const xmlNode *before = xmlPreviousElementSibling ((xmlNode *) p);
  g_autofree char *words = NULL;

  if (next == NULL || mlg_document_node_is (next, "section"))
    return FALSE;
  if (is_all_bold (p) || (is_small_print (next) && !is_small_print (p)))
    return TRUE;
  if (!mlg_document_node_is (next, "list") && !mlg_document_node_is (next, "table"))
    return FALSE;
  if (mlg_document_node_is (next, "table") && before != NULL
      && mlg_document_node_is (before, "heading"))
    return TRUE;
  words = mlg_numbering_get_words (p);
  return g_str_has_suffix (words, ":");
}

static void
add_p (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node)
{
  MlgPageStyle style = mlg_page_style_for_paragraph (node, frame->tone);
  const char *role = mlg_xml_get (node, "role");
  MlgPageFrame inside = *frame;
  double offset = 0;

  if (g_strcmp0 (role, "quote") == 0)
    {
      add_quote (self, frame, node, style);
      return;
    }
  if (frame->n_tables == 0 && g_strcmp0 (role, "address") == 0)
    offset = ADDRESS_OFFSET;
  else if (frame->n_tables == 0 && g_strcmp0 (role, "signature") == 0)
    offset = SIGNATURE_OFFSET;
  inside.x += frame->width * offset;
  inside.width -= frame->width * offset;
  mlg_page_flow_add_words (self, &inside, node, style, "P", g_strcmp0 (role, "title") == 0);
  if (announces (node))
    ((MlgPageBox *) self->out->pdata[self->out->len - 1])->keep_next = TRUE;
}

static void
add_heading (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *heading, guint level)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, heading);
  MlgPageStyle style = mlg_page_style_for_heading (level, frame->tone);
  const MlgPageTag *tag =
      mlg_page_pool_add_tag (self->pool, frame->tag, mlg_page_heading_tag (level));
  MlgPageText *text = NULL;

  mlg_page_flow_add_anchor (self, heading);
  text = mlg_page_text_read (self, frame, &style, heading, tag);
  if (number != NULL && number->label != NULL)
    mlg_page_text_prepend (text, number->label);
  mlg_page_flow_add_paragraph (self, frame, text, &style, TRUE);
}

/* Whether the section turns the pages, which only the text itself can. */
static gboolean
turns (const MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *section)
{
  const char *orientation = mlg_xml_get (section, "orientation");

  return orientation != NULL && frame->tone == MLG_PAGE_TONE_BODY
         && g_str_equal (orientation, "landscape") != self->landscape;
}

static void
turn (MlgPageFlow *self, MlgPageFrame *frame)
{
  double lost = self->page_width - frame->width;

  self->landscape = !self->landscape;
  self->page_width =
      (self->landscape ? MLG_PAGE_LONG_SIDE : MLG_PAGE_SHORT_SIDE) - 2 * MLG_PAGE_MARGIN;
  self->page_height = self->page_heights[self->landscape];
  frame->width = self->page_width - lost;
  self->break_first = TRUE;
}

static void
add_section (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *section)
{
  MlgPageFrame inside = *frame;
  gboolean turned = turns (self, frame, section);
  const xmlNode *heading = mlg_document_section_heading (section);

  if (turned)
    turn (self, &inside);
  if (heading != NULL)
    {
      const MlgNumber *number = mlg_numbering_get (self->numbering, heading);

      add_heading (self, &inside, heading,
                   number != NULL ? number->level : mlg_document_section_level (section));
    }
  mlg_page_flow_add_blocks (self, &inside, section);
  if (turned)
    turn (self, &inside);
}

/**
 * mlg_page_flow_add_image:
 * @frame: where it stands
 * @image: an image
 *
 * Lays an image, not wider than the frame nor higher than a page; one that cannot be read leaves
 * its words and an issue.
 */
void
mlg_page_flow_add_image (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node)
{
  MlgPageImage *image = mlg_page_flow_read_image (self, node);
  double highest = self->page_height * (frame->tone == MLG_PAGE_TONE_EDGE ? 0.1 : 0.85);
  MlgPageBox *box = NULL;
  MlgPageItem *item = NULL;
  double width = 0;
  double height = 0;

  mlg_page_image_fit (image, frame->width, highest, &width, &height);
  if (image->pixel_width == 0)
    width = MIN (frame->width, MAX (width, 200));
  box = mlg_page_flow_add_box (self, 4, height);
  item = mlg_page_box_add_item (box, MLG_PAGE_PICTURE);
  item->x = frame->x;
  item->width = width;
  item->height = height;
  item->image = image;
  if (image->alt[0] != '\0')
    item->tag = mlg_page_pool_add_tag (self->pool, frame->tag, "Figure");
  self->after = 6;
}

static void
add_page_break (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node G_GNUC_UNUSED)
{
  self->break_first |= frame->tone == MLG_PAGE_TONE_BODY;
}

static const struct
{
  const char *name;
  void (*add) (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node);
} blocks[] = {
  { "image", mlg_page_flow_add_image }, { "list", mlg_page_flow_add_list },
  { "note", mlg_page_flow_add_advice }, { "p", add_p },
  { "page-break", add_page_break },     { "section", add_section },
  { "table", mlg_page_flow_add_table }, { "toc", mlg_page_flow_add_toc },
};

/* Adds a block or a section, unless the work was cancelled. */
void
mlg_page_flow_add_block (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (mlg_document_node_is (node, blocks[i].name))
      {
        add_identified (self, node);
        blocks[i].add (self, frame, node);
        return;
      }
}

/* Adds what @parent holds. */
void
mlg_page_flow_add_blocks (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      mlg_page_flow_add_block (self, frame, child);
}

/* Lays out what @parent holds apart from the pages: a cell, a footnote, a header. */
GPtrArray *
mlg_page_flow_make_boxes (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *parent)
{
  GPtrArray *outside = self->out;
  double after = self->after;
  gboolean break_first = self->break_first;
  GPtrArray *boxes = mlg_page_pool_add_boxes (self->pool);

  self->out = boxes;
  self->after = 0;
  self->break_first = FALSE;
  mlg_page_flow_add_blocks (self, frame, parent);
  self->out = outside;
  self->after = after;
  self->break_first = break_first;
  return boxes;
}
