/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-names.h"
#include "mlg-odf-body-private.h"
#include "mlg-odf-body.h"

/* What the stylesheet has to know of a document, to make what stands around its text: a stylesheet walks
 * through all that it gets several times, and nearly all of a document is words. */

static gboolean
is_part_of_text (const xmlNode *node)
{
  return mlg_document_node_is (node, "header") || mlg_document_node_is (node, "footer")
         || mlg_document_node_is (node, "body");
}

static xmlNode *
copy_into (xmlNode *to, const xmlNode *node, gboolean whole)
{
  return xmlAddChild (to, xmlDocCopyNode ((xmlNode *) node, to->doc, whole ? 1 : 2));
}

/* All tables side by side, each with its columns alone. */
static void
copy_tables (xmlNode *to, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      xmlNode *table = NULL;

      if (node->type != XML_ELEMENT_NODE || mlg_odf_is_added (node))
        continue;
      table = mlg_document_node_is (node, "table") ? copy_into (to, node, FALSE) : NULL;
      for (const xmlNode *column = table != NULL ? node->children : NULL;
           column != NULL && mlg_odf_is (column, "column"); column = column->next)
        copy_into (table, column, TRUE);
      copy_tables (to, node);
    }
}

/**
 * mlg_odf_skeleton_new:
 * @outgoing: a tree of mlg_outgoing_new()
 *
 * Returns: (transfer full): the same, with the tables alone in its headers, footers and body
 */
xmlDoc *
mlg_odf_skeleton_new (const xmlDoc *outgoing)
{
  xmlNode *root = xmlDocGetRootElement (outgoing);
  xmlDoc *skeleton = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *copy = xmlDocCopyNode (root, skeleton, 2);

  xmlDocSetRootElement (skeleton, copy);
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_part_of_text (node))
      copy_tables (copy_into (copy, node, FALSE), node);
    else if (node->type == XML_ELEMENT_NODE)
      copy_into (copy, node, TRUE);
  return skeleton;
}
