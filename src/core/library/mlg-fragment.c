/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-fragment.h"

#include <string.h>

#include "document/mlg-document.h"
#include "document/mlg-xml-write.h"
#include "template/mlg-template.h"

static void
set_namespaces (xmlNode *node, xmlNs *own, xmlNs *document)
{
  for (; node != NULL; node = node->next)
    {
      xmlNs *declared = node->type == XML_ELEMENT_NODE ? node->nsDef : NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (node->ns != NULL)
        node->ns = xmlStrEqual (node->ns->href, document->href) ? document : own;
      node->nsDef = NULL;
      set_namespaces (node->children, own, document);
      /* What is inside names them until here. */
      xmlFreeNsList (declared);
    }
}

/**
 * mlg_fragment_adopt:
 * @root: the root of a template or of a part of one, valid by its grammar
 *
 * Makes its prefixes those of fragments, whatever the file chose.
 */
void
mlg_fragment_adopt (xmlNode *root)
{
  xmlNs *old = root->nsDef;
  xmlNs *own, *document;

  root->nsDef = NULL;
  own = xmlNewNs (root, (const xmlChar *) MLG_TEMPLATE_NAMESPACE, NULL);
  document = xmlNewNs (root, (const xmlChar *) MLG_DOCUMENT_NAMESPACE, (const xmlChar *) "d");
  root->ns = own;
  set_namespaces (root->children, own, document);
  xmlFreeNsList (old);
}

/**
 * mlg_fragment_write_children:
 * @element: an element whose prefixes are those of fragments
 *
 * Returns: (transfer full): what stands in it
 */
char *
mlg_fragment_write_children (const xmlNode *element)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        g_autofree char *written = mlg_xml_write_node (child);

        if (text->len > 0)
          g_string_append_c (text, '\n');
        g_string_append (text, written);
      }
  return g_string_free (text, FALSE);
}

/**
 * mlg_fragment_read:
 * @markup: a fragment
 *
 * Returns: (transfer full): a tree whose root, of no meaning, holds it; %NULL with @error set
 */
xmlDoc *
mlg_fragment_read (const char *markup, GError **error)
{
  g_autofree char *file =
      g_strdup_printf ("<fragment " MLG_FRAGMENT_NAMESPACES ">%s</fragment>", markup);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));

  return mlg_xml_read_bytes (bytes, "XML", NULL, NULL, error);
}

/**
 * mlg_fragment_get_text:
 * @element: (nullable):
 *
 * Returns: (transfer full) (nullable): its words with single spaces; %NULL for none
 */
char *
mlg_fragment_get_text (const xmlNode *element)
{
  g_autoptr (xmlChar) content = element != NULL ? xmlNodeGetContent (element) : NULL;
  GString *text;

  if (content == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (const char *p = (const char *) content; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, text->len == 0);
}

/**
 * mlg_fragment_append:
 * @name: the name of an element
 * @text: (nullable): without it nothing is appended
 *
 * Appends an element with these words to a fragment.
 */
void
mlg_fragment_append (GString *fragment, const char *name, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (fragment, "<%s>%s</%s>\n", name, escaped, name);
}

/**
 * mlg_fragment_append_attribute:
 * @value: (nullable): without it nothing is appended
 *
 * Appends an attribute to a start tag that is being written.
 */
void
mlg_fragment_append_attribute (GString *fragment, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (fragment, " %s=\"%s\"", name, escaped);
}
