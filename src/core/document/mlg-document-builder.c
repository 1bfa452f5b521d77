/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-builder-private.h"
#include "mlg-document-private.h"

/**
 * MlgDocumentBuilder:
 *
 * Makes a valid document out of what a reader meets, in the order in which it meets it. The reader
 * opens and closes elements; what it forgets is added (the paragraph around words, the item around
 * a paragraph of a list), what may not stand somewhere is closed first, and what is deeper than any
 * document needs is flattened. Headings make their own sections.
 */

/* An element opens at least this many more below it: item, p, link, marks, … */
#define DEPTH_RESERVE 12

static const struct
{
  const char *name;
  MlgFrameKind kind;
} kinds[] = {
  { "body", MLG_FRAME_FLOW },    { "caption", MLG_FRAME_LINE }, { "cell", MLG_FRAME_FLOW },
  { "field", MLG_FRAME_INLINE }, { "footer", MLG_FRAME_FLOW },  { "footnote", MLG_FRAME_FLOW },
  { "header", MLG_FRAME_FLOW },  { "heading", MLG_FRAME_LINE }, { "item", MLG_FRAME_FLOW },
  { "link", MLG_FRAME_INLINE },  { "list", MLG_FRAME_LIST },    { "note", MLG_FRAME_FLOW },
  { "p", MLG_FRAME_LINE },       { "ref", MLG_FRAME_INLINE },   { "row", MLG_FRAME_ROW },
  { "section", MLG_FRAME_FLOW }, { "span", MLG_FRAME_INLINE },  { "table", MLG_FRAME_TABLE },
};

static MlgFrameKind
kind_of (const char **name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, *name) == 0)
      {
        *name = kinds[i].name;
        return kinds[i].kind;
      }
  g_error ("\"%s\" is not an element that can be opened", *name);
}

MlgFrame *
mlg_builder_top (const MlgDocumentBuilder *self)
{
  return &g_array_index (self->frames, MlgFrame, self->frames->len - 1);
}

MlgFrame *
mlg_builder_frame (const MlgDocumentBuilder *self, guint i)
{
  return &g_array_index (self->frames, MlgFrame, i);
}

xmlNode *
mlg_builder_add_node (MlgDocumentBuilder *self, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (self->tree, self->ns, (const xmlChar *) name, NULL);

  return xmlAddChild (parent, node);
}

static gboolean
is_line (const MlgFrame *frame)
{
  return frame->kind == MLG_FRAME_LINE || frame->kind == MLG_FRAME_INLINE;
}

/* Parts of a list or a table that was flattened have nothing to stand in. */
static gboolean
must_flatten (const MlgDocumentBuilder *self, const char *name, MlgFrameKind kind)
{
  const MlgFrame *top = mlg_builder_top (self);

  if (kind == MLG_FRAME_LINE)
    return strcmp (name, "p") != 0 && top->flattened;
  if (kind == MLG_FRAME_ROW || strcmp (name, "cell") == 0 || strcmp (name, "item") == 0)
    return top->flattened;
  return top->depth + DEPTH_RESERVE > mlg_xml_default_limits.max_depth;
}

static xmlNode *
nearest_flow (const MlgDocumentBuilder *self)
{
  guint i = self->frames->len - 1;

  while (i > 0
         && (mlg_builder_frame (self, i)->kind != MLG_FRAME_FLOW
             || mlg_builder_frame (self, i)->flattened))
    i--;
  return mlg_builder_frame (self, i)->node;
}

MlgFrame *
mlg_builder_push (MlgDocumentBuilder *self, const char *name, MlgFrameKind kind)
{
  MlgFrame *top = mlg_builder_top (self);
  MlgFrame frame = { .name = name, .kind = kind, .depth = top->depth };

  kind_of (&frame.name);
  mlg_builder_settle (self);
  frame.flattened = must_flatten (self, name, kind);
  if (frame.flattened && kind == MLG_FRAME_INLINE)
    frame.node = top->node;
  else if (frame.flattened)
    frame.node = nearest_flow (self);
  else
    {
      frame.node = mlg_builder_add_node (self, top->node, name);
      frame.depth++;
    }
  if (frame.flattened && kind != MLG_FRAME_ROW)
    self->report.flattened++;
  frame.cursor = frame.node;
  g_array_append_val (self->frames, frame);
  return mlg_builder_top (self);
}

static void
remove_node (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* Whether nothing would be lost, or the schema would be broken, if the element stayed. */
static gboolean
is_needless (const MlgFrame *frame)
{
  if (strcmp (frame->name, "p") == 0)
    return !frame->has_words;
  if (strcmp (frame->name, "span") == 0)
    return frame->node->children == NULL && frame->node->properties == NULL;
  if (frame->node->children != NULL)
    return FALSE;
  return frame->kind == MLG_FRAME_LIST || frame->kind == MLG_FRAME_TABLE
         || strcmp (frame->name, "section") == 0 || strcmp (frame->name, "note") == 0
         || strcmp (frame->name, "link") == 0 || strcmp (frame->name, "caption") == 0;
}

void
mlg_builder_pop (MlgDocumentBuilder *self)
{
  MlgFrame frame = *mlg_builder_top (self);

  g_return_if_fail (self->frames->len > 1);

  mlg_builder_settle (self);
  g_array_set_size (self->frames, self->frames->len - 1);
  if (frame.flattened)
    return;
  if (strcmp (frame.name, "heading") == 0 && !frame.has_words)
    self->report.empty_headings++;
  if (!is_needless (&frame))
    return;
  if (strcmp (frame.name, "p") == 0)
    self->report.empty_paragraphs++;
  remove_node (frame.node);
}

/* Closes the paragraph that is open right here, if there is one, and what is open inside it. */
void
mlg_builder_close_line (MlgDocumentBuilder *self)
{
  while (is_line (mlg_builder_top (self)))
    mlg_builder_pop (self);
}

/* Makes the innermost element one that blocks may stand in. */
void
mlg_builder_ensure_flow (MlgDocumentBuilder *self)
{
  mlg_builder_close_line (self);
  if (mlg_builder_top (self)->kind == MLG_FRAME_LIST)
    mlg_builder_push (self, "item", MLG_FRAME_FLOW);
  if (mlg_builder_top (self)->kind == MLG_FRAME_TABLE)
    mlg_builder_push (self, "row", MLG_FRAME_ROW);
  if (mlg_builder_top (self)->kind == MLG_FRAME_ROW)
    mlg_builder_push (self, "cell", MLG_FRAME_FLOW);
  mlg_builder_settle_break (self);
}

/* Makes the innermost element one of this kind, opening it when there is none around. */
static void
ensure_inside (MlgDocumentBuilder *self, const char *name, MlgFrameKind kind)
{
  mlg_builder_close_line (self);
  if (mlg_builder_top (self)->kind == kind)
    return;
  for (guint i = self->frames->len - 1; i > 0; i--)
    if (mlg_builder_frame (self, i)->kind == kind)
      {
        mlg_document_builder_close (self, mlg_builder_frame (self, i + 1)->name);
        return;
      }
  mlg_document_builder_open (self, name);
}

static void
open_page_part (MlgDocumentBuilder *self, const char *name)
{
  xmlNode *node = NULL;
  MlgFrame frame = { .name = name, .kind = MLG_FRAME_FLOW, .depth = 2 };

  mlg_builder_close_line (self);
  for (xmlNode *child = self->root->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, name))
      node = child;
  frame.node = frame.cursor = node;
  g_array_append_val (self->frames, frame);
}

static void
open_flow (MlgDocumentBuilder *self, const char *name)
{
  if (strcmp (name, "item") == 0)
    ensure_inside (self, "list", MLG_FRAME_LIST);
  else if (strcmp (name, "cell") == 0)
    ensure_inside (self, "row", MLG_FRAME_ROW);
  else if (strcmp (name, "footnote") == 0)
    mlg_builder_ensure_line (self);
  else if (strcmp (name, "note") != 0 || !is_line (mlg_builder_top (self)))
    mlg_builder_ensure_flow (self);
  mlg_builder_mark_words (self);
  mlg_builder_push (self, name, MLG_FRAME_FLOW);
}

/**
 * mlg_document_builder_open:
 * @self: the builder
 * @name: header, footer, list, item, table, caption, row, cell, note, footnote, p, ref, field, span
 *   or a section that has no heading
 *
 * Opens an element at the place reached so far. A footnote opens inside a line; a note opens inside
 * a line when one is open, and as a block otherwise.
 */
void
mlg_document_builder_open (MlgDocumentBuilder *self, const char *name)
{
  MlgFrameKind kind = kind_of (&name);

  g_return_if_fail (self != NULL && self->tree != NULL);

  if (strcmp (name, "header") == 0 || strcmp (name, "footer") == 0)
    {
      open_page_part (self, name);
      return;
    }
  if (kind == MLG_FRAME_FLOW)
    {
      open_flow (self, name);
      return;
    }
  if (kind == MLG_FRAME_ROW)
    ensure_inside (self, "table", MLG_FRAME_TABLE);
  else if (kind == MLG_FRAME_INLINE)
    mlg_builder_ensure_line (self);
  else if (strcmp (name, "caption") == 0)
    mlg_builder_close_line (self);
  else
    mlg_builder_ensure_flow (self);
  mlg_builder_push (self, name, kind);
  if (kind == MLG_FRAME_LINE)
    mlg_builder_apply_places (self);
}

/* Where the search for the element to close ends: a line never closes what is around it. */
static gboolean
is_barrier (const MlgFrame *frame, MlgFrameKind kind)
{
  return (kind == MLG_FRAME_LINE && !is_line (frame))
         || (kind == MLG_FRAME_INLINE && frame->kind != MLG_FRAME_INLINE);
}

/**
 * mlg_document_builder_close:
 * @self: the builder
 * @name: an element opened with mlg_document_builder_open(), "heading" or "link"
 *
 * Closes the innermost element of this name and what is still open inside it. Nothing happens when
 * it was already closed by something that could not stand inside it.
 */
void
mlg_document_builder_close (MlgDocumentBuilder *self, const char *name)
{
  MlgFrameKind kind = kind_of (&name);

  g_return_if_fail (self != NULL && self->tree != NULL);

  for (guint i = self->frames->len - 1; i > 0; i--)
    {
      const MlgFrame *frame = mlg_builder_frame (self, i);

      if (frame->name == name)
        {
          while (self->frames->len > i)
            mlg_builder_pop (self);
          return;
        }
      if (is_barrier (frame, kind))
        return;
    }
}

/**
 * mlg_document_builder_add:
 * @self: the builder
 * @name: an element without content: br, tab, page-number or page-count
 */
void
mlg_document_builder_add (MlgDocumentBuilder *self, const char *name)
{
  g_return_if_fail (self != NULL && self->tree != NULL);

  mlg_builder_ensure_line (self);
  mlg_builder_flush (self);
  mlg_builder_add_node (self, mlg_builder_top (self)->cursor, name);
  if (g_str_has_prefix (name, "page-"))
    mlg_builder_mark_words (self);
}

/**
 * mlg_document_builder_set:
 * @self: the builder
 * @attribute: an attribute of the innermost open element
 * @value: (nullable): its value, or %NULL to do nothing
 */
void
mlg_document_builder_set (MlgDocumentBuilder *self, const char *attribute, const char *value)
{
  const MlgFrame *top = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  top = mlg_builder_top (self);
  if (value != NULL && !top->flattened)
    mlg_xml_set (top->node, attribute, value);
}

/**
 * mlg_document_builder_set_number:
 * @self: the builder
 * @attribute: an attribute of the innermost open element
 * @value: its value
 */
void
mlg_document_builder_set_number (MlgDocumentBuilder *self, const char *attribute, guint value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", value);
  mlg_document_builder_set (self, attribute, text);
}

/**
 * mlg_document_builder_new:
 * @language: the language of the text until the reader knows better
 *
 * Returns: (transfer full): a builder with an empty document
 */
MlgDocumentBuilder *
mlg_document_builder_new (const char *language)
{
  MlgDocumentBuilder *self = g_new0 (MlgDocumentBuilder, 1);
  MlgFrame frame = { .name = "body", .kind = MLG_FRAME_FLOW, .depth = 2 };

  self->tree = xmlNewDoc ((const xmlChar *) "1.0");
  self->root = xmlNewDocNode (self->tree, NULL, (const xmlChar *) "document", NULL);
  xmlDocSetRootElement (self->tree, self->root);
  self->ns = xmlNewNs (self->root, (const xmlChar *) MLG_DOCUMENT_NAMESPACE, NULL);
  xmlSetNs (self->root, self->ns);
  self->head = mlg_builder_add_node (self, self->root, "head");
  mlg_builder_add_node (self, self->root, "header");
  mlg_builder_add_node (self, self->root, "footer");
  frame.node = frame.cursor = mlg_builder_add_node (self, self->root, kinds[0].name);
  kind_of (&frame.name);
  self->frames = g_array_new (FALSE, FALSE, sizeof (MlgFrame));
  g_array_append_val (self->frames, frame);
  self->pending = g_string_new (NULL);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scopes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mlg_document_builder_set_language (self, "fr");
  mlg_document_builder_set_language (self, language);
  return self;
}

/**
 * mlg_document_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder and, unless mlg_document_builder_finish() has taken it, the document that was
 * being made.
 */
void
mlg_document_builder_free (MlgDocumentBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_array_unref (self->frames);
  g_string_free (self->pending, TRUE);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->scopes);
  g_free (self);
}

static void
drop_empty_parts (MlgDocumentBuilder *self)
{
  for (xmlNode *child = self->root->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->children == NULL && !mlg_document_node_is (child, "body"))
        remove_node (child);
    }
}

/**
 * mlg_document_builder_finish:
 * @self: the builder, which can only be freed afterwards
 * @name: the file that was read, as people know it
 *
 * Closes what is open, ties the references to their places and hands the document over.
 *
 * Returns: (transfer full): the document
 */
MlgDocument *
mlg_document_builder_finish (MlgDocumentBuilder *self, const char *name)
{
  g_return_val_if_fail (self != NULL && self->tree != NULL, NULL);

  while (self->frames->len > 1)
    mlg_builder_pop (self);
  mlg_builder_resolve_references (self);
  mlg_builder_settle_numbering (self);
  drop_empty_parts (self);
  return mlg_document_new_for_tree (g_steal_pointer (&self->tree), name);
}

/**
 * mlg_document_builder_get_report:
 *
 * Returns: (transfer none): what was left out so far
 */
const MlgBuildReport *
mlg_document_builder_get_report (const MlgDocumentBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->report;
}
