/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outgoing-private.h"

/* The tree that goes out as libxml2 has it: a copy, and what is added to it. */

/* Names are those of the document, not copies of them: most of the nodes of a text have one of few names. */
xmlDoc *
mlg_outgoing_copy (const xmlDoc *document)
{
  xmlDoc *tree = xmlNewDoc ((const xmlChar *) "1.0");

  tree->dict = xmlDictCreateSub (document->dict);
  xmlDocSetRootElement (tree, xmlDocCopyNode (xmlDocGetRootElement (document), tree, 1));
  return tree;
}

void
mlg_outgoing_set (MlgOutgoing *self, xmlNode *node, const char *name, const char *value)
{
  if (value != NULL)
    xmlNewNsProp (node, self->ns, (const xmlChar *) name, (const xmlChar *) value);
}

void
mlg_outgoing_set_number (MlgOutgoing *self, xmlNode *node, const char *name, guint value)
{
  char text[16] = "";
  char *digit = text + sizeof text - 1;

  do
    *--digit = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  mlg_outgoing_set (self, node, name, digit);
}

void
mlg_outgoing_set_length (MlgOutgoing *self, xmlNode *node, const char *name, double millimetres)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  mlg_outgoing_set (self, node, name, g_ascii_formatd (text, sizeof text, "%.2f", millimetres));
}

xmlNode *
mlg_outgoing_new_node (MlgOutgoing *self, const char *name)
{
  return xmlNewDocNode (self->tree, self->ns, (const xmlChar *) name, NULL);
}

void
mlg_outgoing_insert_first (xmlNode *parent, xmlNode *node)
{
  if (parent->children != NULL)
    xmlAddPrevSibling (parent->children, node);
  else
    xmlAddChild (parent, node);
}
