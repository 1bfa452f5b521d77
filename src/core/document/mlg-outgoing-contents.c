/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outgoing-private.h"

/* What is said once for the whole document: its headings, and how they are numbered. */

/* Whether it is the first time. */
gboolean
mlg_outgoing_see (MlgOutgoing *self, const char *what, const char *value)
{
  return g_hash_table_add (self->seen, g_strconcat (what, " ", value, NULL));
}

static xmlNode *
add_to_root (MlgOutgoing *self, const char *name)
{
  return xmlAddChild (xmlDocGetRootElement (self->tree), mlg_outgoing_new_node (self, name));
}

void
mlg_outgoing_see_language (MlgOutgoing *self, const xmlNode *node)
{
  const char *tag = node->properties != NULL
                        ? mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "lang")
                        : NULL;

  if (tag != NULL && mlg_outgoing_see (self, "language", tag))
    mlg_outgoing_set (self, add_to_root (self, "language"), "tag", tag);
}

/* What office formats list apart: files and addresses that a part refers to. */
void
mlg_outgoing_add_relation (MlgOutgoing *self, const char *kind, guint index, const char *target)
{
  xmlNode *relation = add_to_root (self, "relation");

  mlg_outgoing_set (self, relation, "part", self->part);
  mlg_outgoing_set (self, relation, "kind", kind);
  mlg_outgoing_set_number (self, relation, "index", index);
  mlg_outgoing_set (self, relation, "target", target);
}

static void
fill_toc (MlgOutgoing *self, xmlNode *toc)
{
  guint depth =
      (guint) g_ascii_strtoull (mlg_xml_get_ns (toc, MLG_OUTGOING_NAMESPACE, "depth"), NULL, 10);

  for (guint i = 0; i < mlg_numbering_get_n_headings (self->numbering); i++)
    {
      const MlgNumber *heading = mlg_numbering_get_heading (self->numbering, i);
      g_autofree char *words = mlg_numbering_get_words (heading->node);
      xmlNode *entry = NULL;

      if (heading->level > depth)
        continue;
      entry = xmlAddChild (toc, mlg_outgoing_new_node (self, "entry"));
      mlg_outgoing_set_number (self, entry, "level", heading->level);
      mlg_outgoing_set (self, entry, "label", heading->label);
      mlg_outgoing_set (self, entry, "to",
                        mlg_xml_get_ns (heading->node, MLG_OUTGOING_NAMESPACE, "id"));
      xmlNodeAddContent (entry, (const xmlChar *) words);
    }
}

/* Whether there is a table of contents. */
gboolean
mlg_outgoing_has_toc (const xmlNode *node)
{
  if (mlg_document_node_is (node, "toc"))
    return TRUE;
  if (mlg_document_content (node) != MLG_CONTENT_ELEMENTS)
    return FALSE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && mlg_outgoing_has_toc (child))
      return TRUE;
  return FALSE;
}

/* Lists the headings in each table of contents, once they all have a name. */
void
mlg_outgoing_fill_tocs (MlgOutgoing *self, xmlNode *node)
{
  if (mlg_document_node_is (node, "toc"))
    fill_toc (self, node);
  else if (mlg_document_content (node) == MLG_CONTENT_ELEMENTS)
    for (xmlNode *child = node->children; child != NULL; child = child->next)
      if (child->type == XML_ELEMENT_NODE)
        mlg_outgoing_fill_tocs (self, child);
}

void
mlg_outgoing_add_scopes (MlgOutgoing *self, xmlNode *root)
{
  for (guint i = mlg_numbering_get_n_scopes (self->numbering); i > 0; i--)
    {
      const MlgNumberingScope *scope = mlg_numbering_get_scope (self->numbering, i - 1);
      xmlNode *node = mlg_outgoing_new_node (self, "scope");

      mlg_outgoing_set_number (self, node, "index", i - 1);
      mlg_outgoing_set (self, node, "numbering", scope->numbering);
      mlg_outgoing_set (self, node, "before", scope->before);
      mlg_outgoing_set (self, node, "after", scope->after);
      mlg_outgoing_set_number (self, node, "base", scope->base);
      mlg_outgoing_insert_first (root, node);
    }
}
