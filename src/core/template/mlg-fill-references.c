/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-numbering.h"
#include "mlg-fill-private.h"

/* The references of a filled document. One that leads to another piece of the set shows the number
 * that this piece has when all of them are filled from the same answers: a CCAP sent alone says
 * "article 5.2 du CCTP" as it does within the set. */
typedef struct
{
  MlgFill *fill;       /* (unowned) */
  GHashTable *ids;     /* (owned) (element-type utf8) those of the document */
  gboolean alone;      /* whether the document is one piece of a set */
  xmlDoc *set;         /* (owned) (nullable) all the pieces, when a reference asked for it */
  MlgNumbering *whole; /* (owned) (nullable) its numbers */
} References;

static void
collect_ids (const xmlNode *node, GHashTable *ids)
{
  const char *id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");

  if (id != NULL)
    g_hash_table_add (ids, (gpointer) id);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_ids (child, ids);
}

/* Returns: (nullable): the numbers of the whole set */
static const MlgNumbering *
number_set (References *self)
{
  if (self->whole == NULL && self->alone)
    {
      self->set = mlg_fill_make_set (self->fill);
      self->whole = self->set != NULL ? mlg_numbering_new_for_tree (self->set) : NULL;
    }
  return self->whole;
}

/* What is not in this document is not pointed to: its words stay. */
static void
make_words (xmlNode *reference, const char *words)
{
  if (words != NULL)
    {
      xmlNodeSetContent (reference, NULL);
      xmlNodeAddContent (reference, (const xmlChar *) words);
    }
  xmlNodeSetName (reference, (const xmlChar *) "span");
  xmlUnsetProp (reference, (const xmlChar *) "to");
  xmlUnsetProp (reference, (const xmlChar *) "show");
}

/* What the reference pointed to has disappeared: its words stay, as a gap when there are none. */
static void
give_up (References *self, xmlNode *reference, const char *to)
{
  g_autofree char *name = g_strdup (to);

  mlg_issue_list_add (self->fill->issues, MLG_SEVERITY_WARNING, NULL, 0, 0,
                      _ ("a reference points to “%s”, which is not in this document"), name);
  make_words (reference, NULL);
  if (reference->children != NULL)
    return;
  xmlNodeSetName (reference, (const xmlChar *) "field");
  mlg_xml_set (reference, "name", name);
  mlg_xml_set (reference, "missing", "true");
  xmlNodeAddContent (reference, (const xmlChar *) name);
}

static void
resolve_one (References *self, xmlNode *reference, const char *to)
{
  const MlgNumbering *whole = number_set (self);
  g_autofree char *words = NULL;

  if (whole == NULL || mlg_numbering_find (whole, to) == NULL)
    {
      give_up (self, reference, to);
      return;
    }
  words = mlg_numbering_get_reference (whole, reference);
  make_words (reference, words);
}

static void
resolve (References *self, xmlNode *node)
{
  const char *to = mlg_document_node_is (node, "ref") ? mlg_xml_get (node, "to") : NULL;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      resolve (self, child);
  if (to != NULL && !g_hash_table_contains (self->ids, to))
    resolve_one (self, node, to);
}

/* @alone: whether the document is one piece of a set */
void
mlg_fill_resolve_references (MlgFill *fill, gboolean alone)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  References self = { .fill = fill, .ids = ids, .alone = alone };
  xmlNode *root = xmlDocGetRootElement (fill->out);

  collect_ids (root, ids);
  resolve (&self, root);
  g_clear_pointer (&self.whole, mlg_numbering_free);
  g_clear_pointer (&self.set, xmlFreeDoc);
}
