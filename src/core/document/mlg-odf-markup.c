/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-odf-body-private.h"

#include <string.h>

#include "mlg-outgoing.h"
#include "mlg-xml-write.h"
#include "mlg-xml.h"

/* XML as it is written, an element at a time, and what the outgoing tree says. */

/**
 * mlg_odf_open:
 * @self: the body
 * @name: an element
 * @...: names and values of its attributes, two by two, then %NULL
 *
 * More attributes may follow, until there is something inside the element.
 */
void
mlg_odf_open (MlgOdfBody *self, const char *name, ...)
{
  va_list attributes;

  if (self->tag_open)
    g_string_append_c (self->out, '>');
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  self->tag_open = TRUE;
  va_start (attributes, name);
  for (const char *key = va_arg (attributes, const char *); key != NULL;
       key = va_arg (attributes, const char *))
    mlg_odf_attribute (self, key, va_arg (attributes, const char *));
  va_end (attributes);
}

void
mlg_odf_attribute (MlgOdfBody *self, const char *name, const char *value)
{
  g_string_append_c (self->out, ' ');
  g_string_append (self->out, name);
  g_string_append (self->out, "=\"");
  mlg_xml_append_escaped (self->out, value, TRUE);
  g_string_append_c (self->out, '"');
}

void
mlg_odf_text (MlgOdfBody *self, const char *text)
{
  if (*text == '\0')
    return;
  if (self->tag_open)
    g_string_append_c (self->out, '>');
  self->tag_open = FALSE;
  mlg_xml_append_escaped (self->out, text, FALSE);
}

void
mlg_odf_close (MlgOdfBody *self, const char *name)
{
  if (self->tag_open)
    g_string_append (self->out, "/>");
  else
    {
      g_string_append (self->out, "</");
      g_string_append (self->out, name);
      g_string_append_c (self->out, '>');
    }
  self->tag_open = FALSE;
}

void
mlg_odf_write_simple (MlgOdfBody *self, const char *name, const char *text)
{
  mlg_odf_open (self, name, NULL);
  mlg_odf_text (self, text);
  mlg_odf_close (self, name);
}

void
mlg_odf_write_empty (MlgOdfBody *self, const char *name)
{
  mlg_odf_write_simple (self, name, "");
}

/* Programs want a line in many a place where there is nothing to say. */
void
mlg_odf_empty_line (MlgOdfBody *self, const char *style)
{
  mlg_odf_open (self, "text:p", "text:style-name", style, NULL);
  mlg_odf_close (self, "text:p");
}

/* An attribute that mlg_outgoing_new() added (nullable). */
const char *
mlg_odf_get (const xmlNode *node, const char *name)
{
  return mlg_xml_get_ns (node, MLG_OUTGOING_NAMESPACE, name);
}

guint
mlg_odf_get_number (const xmlNode *node, const char *name)
{
  const char *text = mlg_odf_get (node, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

/* xml:id or xml:lang (nullable). */
const char *
mlg_odf_get_xml (const xmlNode *node, const char *name)
{
  return mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, name);
}

/* Whether mlg_outgoing_new() added this element. */
gboolean
mlg_odf_is_added (const xmlNode *element)
{
  return element->ns != NULL
         && strcmp ((const char *) element->ns->href, MLG_OUTGOING_NAMESPACE) == 0;
}

gboolean
mlg_odf_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0
         && mlg_odf_is_added (node);
}

gboolean
mlg_odf_has_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}
