/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-odf-body-private.h"
#include "mlg-odf-body.h"

#include <string.h>

#include "mlg-document-names.h"

/* The text of an OpenDocument file in one pass over the outgoing tree. It is nearly all of the file:
 * what stands around it, styles and metadata, is the stylesheet's. */

#define MARK "<?maillage " /* words never look like this: their "<" is escaped */

/* What a person sees in the list of styles. */
static char *
name_style (const xmlNode *node)
{
  static const char *const names[][2] = {
    { "body", "Text_20_body" },
    { "cell", "Table_20_Contents" },
    { "list", "List" },
    { "head", "Table_20_Heading" },
    { "title", "Title" },
    { "subtitle", "Subtitle" },
    { "quote", "Quotations" },
    { "address", "Addressee" },
    { "signature", "Signature" },
    { "small", "Small_20_Print" },
    { "caption", "Table" },
    { "footnotes", "Footnote" },
    { "endnotes", "Endnote" },
    { "header", "Header" },
    { "footer", "Footer" },
    { "image", "Picture" },
    { "toc", "Contents_20_Heading" },
  };
  const char *style = mlg_odf_get (node, "style");

  if (g_strcmp0 (style, "heading") == 0)
    return g_strconcat ("Heading_20_", mlg_odf_get (node, "level"), NULL);
  for (gsize i = 0; style != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (style, names[i][0]) == 0)
      return g_strdup (names[i][1]);
  return g_strdup ("Text_20_body");
}

/* The name of its style (transfer full). */
char *
mlg_odf_look (const xmlNode *block)
{
  const char *look = mlg_odf_get (block, "look");

  return look != NULL ? g_strconcat ("P", look, NULL) : name_style (block);
}

/**
 * mlg_odf_name_looks:
 * @outgoing: a tree of mlg_outgoing_new()
 *
 * Says in m:parent of each m:look which named style it differs from.
 */
void
mlg_odf_name_looks (xmlDoc *outgoing)
{
  for (xmlNode *node = xmlDocGetRootElement (outgoing)->children; node != NULL; node = node->next)
    if (mlg_odf_is (node, "look"))
      {
        g_autofree char *name = name_style (node);

        xmlNewNsProp (node, node->ns, (const xmlChar *) "parent", (const xmlChar *) name);
      }
}

static void
write_anchors (MlgOdfBody *self, const xmlNode *line, const char *element)
{
  for (const xmlNode *node = line->children; node != NULL; node = node->next)
    if (mlg_odf_is (node, "anchor"))
      {
        mlg_odf_open (self, element, "text:name", mlg_odf_get (node, "name"), NULL);
        mlg_odf_close (self, element);
      }
}

/* What a line holds. What points to it finds all of it between two marks. */
void
mlg_odf_write_line (MlgOdfBody *self, const xmlNode *line)
{
  write_anchors (self, line, "text:bookmark-start");
  mlg_odf_write_language (self, line);
  write_anchors (self, line, "text:bookmark-end");
}

static void
write_paragraph (MlgOdfBody *self, const xmlNode *p)
{
  g_autofree char *look = mlg_odf_look (p);

  mlg_odf_open (self, "text:p", "text:style-name", look, NULL);
  mlg_odf_write_line (self, p);
  mlg_odf_close (self, "text:p");
}

typedef void (*WriteFunc) (MlgOdfBody *self, const xmlNode *node);

/* How an element is written, in the order of their names. What is not here says nothing itself. */
static const struct
{
  const char *name;
  WriteFunc write;
} elements[] = {
  { "b", mlg_odf_write_style },
  { "br", mlg_odf_write_mark },
  { "field", mlg_odf_write_field },
  { "footnote", mlg_odf_write_footnote },
  { "heading", mlg_odf_write_heading },
  { "i", mlg_odf_write_style },
  { "image", mlg_odf_write_image },
  { "link", mlg_odf_write_link },
  { "list", mlg_odf_write_list },
  { "note", mlg_odf_write_note },
  { "p", write_paragraph },
  { "page-count", mlg_odf_write_mark },
  { "page-number", mlg_odf_write_mark },
  { "ref", mlg_odf_write_reference },
  { "span", mlg_odf_write_span },
  { "sub", mlg_odf_write_style },
  { "sup", mlg_odf_write_style },
  { "tab", mlg_odf_write_mark },
  { "table", mlg_odf_write_table },
  { "toc", mlg_odf_write_toc },
};

static WriteFunc
find_writer (const xmlNode *element)
{
  const char *name = (const char *) element->name;

  for (gsize i = 0; i < G_N_ELEMENTS (elements) && elements[i].name[0] <= name[0]; i++)
    if (strcmp (elements[i].name, name) == 0)
      return elements[i].write;
  return mlg_odf_write_children;
}

/* What mlg_outgoing_new() added is no text. */
void
mlg_odf_write_node (MlgOdfBody *self, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    mlg_odf_text (self, (const char *) node->content);
  else if (node->type == XML_ELEMENT_NODE && !mlg_odf_is_added (node))
    find_writer (node) (self, node);
}

/* A piece is large enough for who takes it to be worth while, and small enough to be still near. */
#define PIECE (128 * 1024)

static void
give (MlgOdfBody *self)
{
  self->take (self->out, self->data);
  g_string_truncate (self->out, 0);
}

void
mlg_odf_write_children (MlgOdfBody *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    mlg_odf_write_node (self, node);
  if (self->out->len >= PIECE)
    give (self);
}

static void
write_part (MlgOdfBody *self, const xmlNode *root, const char *name)
{
  for (const xmlNode *part = root->children; part != NULL; part = part->next)
    if (mlg_document_node_is (part, name))
      {
        mlg_odf_write_children (self, part);
        /* A text without a paragraph is none. */
        if (strcmp (name, "body") == 0 && !mlg_odf_has_elements (part))
          mlg_odf_empty_line (self, "Text_20_body");
      }
}

static gboolean
numbers_headings (const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (mlg_odf_is (node, "scope") && mlg_odf_get_number (node, "index") == 0)
      return mlg_odf_get (node, "numbering") != NULL;
  return FALSE;
}

/**
 * mlg_odf_fill:
 * @frame: a part of an OpenDocument file, in which a processing instruction "maillage" names the
 *   part of the document that stands there: header, footer or body
 * @outgoing: the document, from mlg_outgoing_new()
 * @flat: whether images stand in the text, not in files of their own
 * @take: gets the file, with the text in its place, piece by piece
 * @data: for @take
 */
void
mlg_odf_fill (
    GBytes *frame, const xmlDoc *outgoing, gboolean flat, MlgOdfTakeFunc take, gpointer data)
{
  const xmlNode *root = xmlDocGetRootElement (outgoing);
  const char *language = mlg_odf_get_xml (root, "lang");
  g_autoptr (GString) out = g_string_sized_new (2 * PIECE);
  MlgOdfBody self = { .out = out,
                      .take = take,
                      .data = data,
                      .flat = flat,
                      .french = language != NULL && g_str_has_prefix (language, "fr"),
                      .outline = numbers_headings (root) };
  g_autofree char *text = g_strndup (g_bytes_get_data (frame, NULL), g_bytes_get_size (frame));
  const char *rest = text;

  for (const char *mark = strstr (rest, MARK); mark != NULL; mark = strstr (rest, MARK))
    {
      const char *name = mark + strlen (MARK);
      const char *end = strstr (name, "?>");
      g_autofree char *part = g_strndup (name, (gsize) (end - name));

      g_string_append_len (out, rest, mark - rest);
      write_part (&self, root, part);
      rest = end + strlen ("?>");
    }
  g_string_append (out, rest);
  give (&self);
}
