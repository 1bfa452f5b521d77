/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-xml-write.h"

#include <string.h>

#include "mlg-document-names.h"

/* One tree, one sequence of bytes: UTF-8, two spaces per level, one block per line, words on the
 * line of their block, attributes in a fixed order, base64 in lines of 76. */

#define DATA_LINE 76

typedef struct
{
  GString *out;
  guint depth;
} Writer;

static void write_element (Writer *self, const xmlNode *element, gboolean inside_line);

static void
start_line (Writer *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_len (self->out, "  ", 2);
}

/* Line ends and tabs of attributes would be read back as spaces if they were written raw. */
static const char *
escape_of (char c, gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

/**
 * mlg_xml_append_escaped:
 * @out: receives the text
 * @text: any text
 * @in_attribute: whether it stands between quotes
 *
 * What is read back from the XML is @text, line ends and tabs included.
 */
void
mlg_xml_append_escaped (GString *out, const char *text, gboolean in_attribute)
{
  const char *done = text;
  const char *special = in_attribute ? "&<>\r\"\n\t" : "&<>\r";

  for (const char *p = strpbrk (text, special); p != NULL; p = strpbrk (done, special))
    {
      g_string_append_len (out, done, p - done);
      g_string_append (out, escape_of (*p, in_attribute));
      done = p + 1;
    }
  g_string_append (out, done);
}

static void
write_escaped (Writer *self, const char *text, gboolean in_attribute)
{
  mlg_xml_append_escaped (self->out, text, in_attribute);
}

static void
write_name (Writer *self, const xmlNs *ns, const xmlChar *name)
{
  if (ns != NULL && ns->prefix != NULL)
    g_string_append_printf (self->out, "%s:", (const char *) ns->prefix);
  g_string_append (self->out, (const char *) name);
}

static void
write_namespaces (Writer *self, const xmlNode *element)
{
  for (const xmlNs *ns = element->nsDef; ns != NULL; ns = ns->next)
    {
      g_string_append (self->out, " xmlns");
      if (ns->prefix != NULL)
        g_string_append_printf (self->out, ":%s", (const char *) ns->prefix);
      g_string_append (self->out, "=\"");
      write_escaped (self, (const char *) ns->href, TRUE);
      g_string_append_c (self->out, '"');
    }
}

/* xml:id, xml:lang, then the others by name. */
static int
attribute_rank (const xmlAttr *attribute)
{
  if (attribute->ns == NULL)
    return 2;
  if (!xmlStrEqual (attribute->ns->href, XML_XML_NAMESPACE))
    return 3;
  return xmlStrEqual (attribute->name, (const xmlChar *) "id") ? 0 : 1;
}

static int
compare_attributes (gconstpointer a, gconstpointer b)
{
  const xmlAttr *one = *(const xmlAttr *const *) a;
  const xmlAttr *two = *(const xmlAttr *const *) b;
  int order = attribute_rank (one) - attribute_rank (two);

  if (order == 0 && one->ns != NULL && two->ns != NULL)
    order = xmlStrcmp (one->ns->href, two->ns->href);
  return order != 0 ? order : xmlStrcmp (one->name, two->name);
}

static void
write_attribute (Writer *self, const xmlAttr *attribute)
{
  g_string_append_c (self->out, ' ');
  write_name (self, attribute->ns, attribute->name);
  g_string_append (self->out, "=\"");
  for (const xmlNode *part = attribute->children; part != NULL; part = part->next)
    if (part->content != NULL)
      write_escaped (self, (const char *) part->content, TRUE);
  g_string_append_c (self->out, '"');
}

static void
write_attributes (Writer *self, const xmlNode *element)
{
  g_autoptr (GPtrArray) attributes = NULL;

  if (element->properties == NULL)
    return;
  if (element->properties->next == NULL)
    {
      write_attribute (self, element->properties);
      return;
    }
  attributes = g_ptr_array_new ();
  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    g_ptr_array_add (attributes, attribute);
  g_ptr_array_sort (attributes, compare_attributes);
  for (guint i = 0; i < attributes->len; i++)
    write_attribute (self, attributes->pdata[i]);
}

static void
write_data (Writer *self, const xmlNode *element)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      const char *data = (const char *) child->content;
      gsize left = data != NULL ? strlen (data) : 0;

      for (gsize length = 0; left > 0; left -= length, data += length)
        {
          length = MIN (left, DATA_LINE);
          g_string_append_c (self->out, '\n');
          g_string_append_len (self->out, data, (gssize) length);
        }
    }
  g_string_append_c (self->out, '\n');
}

static void
write_child (Writer *self, const xmlNode *child, gboolean inside_line)
{
  const char *content = (const char *) child->content;

  if (child->type == XML_ELEMENT_NODE)
    write_element (self, child, inside_line);
  else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
    write_escaped (self, content, FALSE);
  else if (child->type == XML_COMMENT_NODE)
    g_string_append_printf (self->out, "<!--%s-->", content);
  else if (child->type == XML_PI_NODE)
    g_string_append_printf (self->out, "<?%s%s%s?>", (const char *) child->name,
                            content != NULL ? " " : "", content != NULL ? content : "");
}

static gboolean
is_blank_text (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE && xmlIsBlankNode (node) == 1;
}

static gboolean
holds_text (const xmlNode *element)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_CDATA_SECTION_NODE
        || (child->type == XML_TEXT_NODE && !is_blank_text (child)))
      return TRUE;
  return FALSE;
}

static gboolean
holds_words (const xmlNode *element)
{
  MlgContent content = mlg_document_content (element);

  return content == MLG_CONTENT_WORDS || content == MLG_CONTENT_INLINE || holds_text (element);
}

static void
write_blocks (Writer *self, const xmlNode *element)
{
  gboolean any = FALSE;

  self->depth++;
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      if (is_blank_text (child))
        continue;
      start_line (self);
      write_child (self, child, FALSE);
      any = TRUE;
    }
  self->depth--;
  if (any)
    start_line (self);
}

static void
write_content (Writer *self, const xmlNode *element, gboolean inside_line)
{
  MlgContent content = mlg_document_content (element);
  /* What another grammar adds to a line is a part of that line. */
  gboolean words = holds_words (element) || (inside_line && content == MLG_CONTENT_FOREIGN);

  if (content == MLG_CONTENT_DATA)
    write_data (self, element);
  else if (!inside_line && !words)
    write_blocks (self, element);
  else
    for (const xmlNode *child = element->children; child != NULL; child = child->next)
      if (words || !is_blank_text (child))
        write_child (self, child, TRUE);
}

static void
write_element (Writer *self, const xmlNode *element, gboolean inside_line)
{
  g_string_append_c (self->out, '<');
  write_name (self, element->ns, element->name);
  write_namespaces (self, element);
  write_attributes (self, element);
  if (element->children == NULL)
    {
      g_string_append (self->out, "/>");
      return;
    }
  g_string_append_c (self->out, '>');
  write_content (self, element, inside_line);
  g_string_append (self->out, "</");
  write_name (self, element->ns, element->name);
  g_string_append_c (self->out, '>');
}

/**
 * mlg_xml_write:
 * @doc: a tree; elements of the document's namespace are written by their content, others with
 *   one element per line unless they hold text
 *
 * Writes the canonical form: the same tree always gives the same bytes, and reading them gives the
 * same tree.
 *
 * Returns: (transfer full): the file
 */
GBytes *
mlg_xml_write (const xmlDoc *doc)
{
  Writer writer = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), 0 };

  g_return_val_if_fail (doc != NULL, NULL);

  for (const xmlNode *child = doc->children; child != NULL; child = child->next)
    {
      g_string_append_c (writer.out, '\n');
      write_child (&writer, child, FALSE);
    }
  g_string_append_c (writer.out, '\n');
  return g_string_free_to_bytes (writer.out);
}

/**
 * mlg_xml_write_node:
 * @node: an element
 *
 * Returns: (transfer full): the canonical form of this element alone
 */
char *
mlg_xml_write_node (const xmlNode *node)
{
  Writer writer = { g_string_new (NULL), 0 };

  g_return_val_if_fail (node != NULL, NULL);

  write_child (&writer, node, FALSE);
  return g_string_free (writer.out, FALSE);
}

/**
 * mlg_xml_write_in_line:
 * @node: what stands in a line of words
 *
 * Returns: (transfer full): the canonical form of this node as a part of its line
 */
char *
mlg_xml_write_in_line (const xmlNode *node)
{
  Writer writer = { g_string_new (NULL), 0 };

  g_return_val_if_fail (node != NULL, NULL);

  write_child (&writer, node, TRUE);
  return g_string_free (writer.out, FALSE);
}
