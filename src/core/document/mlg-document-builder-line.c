/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-builder-private.h"

/* The words of a line: marks, links, images. */

/* From the outside in. */
static const struct
{
  MlgMarks mark;
  const char *name;
} marks_order[] = {
  { MLG_MARK_BOLD, "b" },
  { MLG_MARK_ITALIC, "i" },
  { MLG_MARK_SUPERSCRIPT, "sup" },
  { MLG_MARK_SUBSCRIPT, "sub" },
};

static gboolean
is_line (const MlgFrame *frame)
{
  return frame->kind == MLG_FRAME_LINE || frame->kind == MLG_FRAME_INLINE;
}

/* Puts the words met so far into the tree. */
void
mlg_builder_flush (MlgDocumentBuilder *self)
{
  MlgFrame *top = mlg_builder_top (self);
  xmlNode *text = NULL;

  if (self->pending->len == 0)
    return;
  text =
      xmlNewDocTextLen (self->tree, (const xmlChar *) self->pending->str, (int) self->pending->len);
  xmlAddChild (top->cursor, text);
  g_string_truncate (self->pending, 0);
}

/* Flushes, and leaves the marks: what comes next is an element. */
void
mlg_builder_settle (MlgDocumentBuilder *self)
{
  MlgFrame *top = mlg_builder_top (self);

  mlg_builder_flush (self);
  top->cursor = top->node;
  top->marks = MLG_MARK_NONE;
}

/* The line around here, and the elements inside it, print something. */
void
mlg_builder_mark_words (MlgDocumentBuilder *self)
{
  for (guint i = self->frames->len; i > 0; i--)
    {
      MlgFrame *frame = &g_array_index (self->frames, MlgFrame, i - 1);

      if (!is_line (frame) || frame->has_words)
        return;
      frame->has_words = TRUE;
    }
}

/* The line to write to: the one that is open, or a new paragraph. */
MlgFrame *
mlg_builder_ensure_line (MlgDocumentBuilder *self)
{
  if (!is_line (mlg_builder_top (self)))
    mlg_document_builder_open (self, "p");
  return mlg_builder_top (self);
}

/* Moves the cursor into elements for @marks, and keeps those that stay open. */
static void
enter_marks (MlgDocumentBuilder *self, MlgFrame *line, MlgMarks marks)
{
  gboolean same_so_far = TRUE;

  mlg_builder_flush (self);
  line->cursor = line->node;
  for (guint i = 0; i < G_N_ELEMENTS (marks_order); i++)
    {
      MlgMarks mark = marks_order[i].mark;

      same_so_far = same_so_far && (line->marks & mark) == (marks & mark);
      if ((marks & mark) == 0)
        continue;
      line->cursor = same_so_far ? line->cursor->last
                                 : mlg_builder_add_node (self, line->cursor, marks_order[i].name);
    }
  line->marks = marks;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  return TRUE;
}

/**
 * mlg_document_builder_add_text:
 * @self: the builder
 * @text: words, in UTF-8, of characters that XML allows
 * @length: bytes, or -1 up to the nul
 * @marks: how they look
 *
 * Adds words to the line that is open, or to a new paragraph. White space alone does not open one.
 */
void
mlg_document_builder_add_text (MlgDocumentBuilder *self,
                               const char *text,
                               gssize length,
                               MlgMarks marks)
{
  gsize size = length >= 0 ? (gsize) length : strlen (text);
  gboolean blank = is_blank (text, size);
  MlgFrame *line = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  if (size == 0 || (blank && !is_line (mlg_builder_top (self))))
    return;
  line = mlg_builder_ensure_line (self);
  if (!blank && marks != line->marks)
    enter_marks (self, line, marks);
  if (!blank)
    mlg_builder_mark_words (self);
  g_string_append_len (self->pending, text, (gssize) size);
}

/**
 * mlg_document_builder_in_line:
 *
 * Returns: whether words would go into a line that is already open
 */
gboolean
mlg_document_builder_in_line (const MlgDocumentBuilder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_line (mlg_builder_top (self));
}

/**
 * mlg_document_is_safe_address:
 * @href: an address from outside
 *
 * Returns: whether a link may point there: web, mail, telephone, a place, a relative path
 */
gboolean
mlg_document_is_safe_address (const char *href)
{
  return href != NULL && g_utf8_validate (href, -1, NULL)
         && g_regex_match_simple ("^((https?|ftp|mailto|tel|urn|geo):.+|#.+|[^:#][^:]*)$", href,
                                  G_REGEX_DOLLAR_ENDONLY | G_REGEX_DOTALL, 0);
}

/**
 * mlg_document_builder_open_link:
 * @self: the builder
 * @href: (nullable): where it points
 *
 * Opens a link, unless its address is not safe to follow.
 *
 * Returns: whether it was opened, and must be closed as "link"
 */
gboolean
mlg_document_builder_open_link (MlgDocumentBuilder *self, const char *href)
{
  if (!mlg_document_is_safe_address (href))
    return FALSE;
  mlg_document_builder_open (self, "link");
  mlg_document_builder_set (self, "href", href);
  return TRUE;
}

static gboolean
is_image_type (const char *type)
{
  static const char *const types[] = { "image/png",     "image/jpeg", "image/gif",
                                       "image/svg+xml", "image/webp", NULL };

  return g_strv_contains (types, type);
}

/**
 * mlg_document_builder_add_image:
 * @self: the builder
 * @type: its media type
 * @alt: (nullable): what it shows
 *
 * Adds an image to the line that is open, or as a block. Its data comes with
 * mlg_document_image_set_data() before the document is used.
 *
 * Returns: (transfer none) (nullable): the image, or %NULL when documents hold no such type
 */
xmlNode *
mlg_document_builder_add_image (MlgDocumentBuilder *self, const char *type, const char *alt)
{
  xmlNode *image = NULL;

  g_return_val_if_fail (self != NULL && self->tree != NULL, NULL);

  if (!is_image_type (type))
    return NULL;
  mlg_builder_ensure_line (self);
  mlg_builder_settle (self);
  image = mlg_builder_add_node (self, mlg_builder_top (self)->node, "image");
  mlg_xml_set (image, "alt", (alt != NULL ? alt : ""));
  mlg_xml_set (image, "type", type);
  mlg_builder_mark_words (self);
  return image;
}

/**
 * mlg_document_image_set_data:
 * @image: an image
 * @data: the file, at most %MLG_DOCUMENT_MAX_IMAGE bytes
 *
 * Returns: whether it was set: %FALSE when it is empty or too large
 */
gboolean
mlg_document_image_set_data (xmlNode *image, GBytes *data)
{
  gsize size = 0;
  const guchar *bytes = g_bytes_get_data (data, &size);
  g_autofree char *base64 = NULL;

  g_return_val_if_fail (image != NULL, FALSE);

  if (size == 0 || size > MLG_DOCUMENT_MAX_IMAGE)
    return FALSE;
  base64 = g_base64_encode (bytes, size);
  xmlNodeSetContent (image, (const xmlChar *) base64);
  return TRUE;
}

/**
 * mlg_document_image_set_length:
 * @image: an image
 * @attribute: "width" or "height"
 * @millimetres: as printed; what no page holds is ignored
 */
void
mlg_document_image_set_length (xmlNode *image, const char *attribute, double millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (!(millimetres >= 0.05 && millimetres < 10000))
    return;
  g_ascii_formatd (number, sizeof number, "%.1f", millimetres);
  text = g_strconcat (number, "mm", NULL);
  mlg_xml_set (image, attribute, text);
}
