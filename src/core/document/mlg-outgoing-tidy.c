/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outgoing-private.h"

/* Puts notes where every format can have them: a note to the drafter inside a line of the body, and
 * no note inside another. */

typedef struct
{
  xmlDoc *tree;
  GPtrArray *notes; /* (owned) (element-type xmlNode) taken out, for the next line */
} Tidy;

static xmlNode *
new_node (Tidy *self, const char *name)
{
  return xmlNewDocNode (self->tree, xmlDocGetRootElement (self->tree)->ns, (const xmlChar *) name,
                        NULL);
}

static gboolean
is_line (const xmlNode *node)
{
  return mlg_document_node_is (node, "p") || mlg_document_node_is (node, "heading");
}

static void
put_notes (Tidy *self, xmlNode *line)
{
  xmlNode *first = line->children;

  for (guint i = 0; i < self->notes->len; i++)
    if (first != NULL)
      xmlAddPrevSibling (first, self->notes->pdata[i]);
    else
      xmlAddChild (line, self->notes->pdata[i]);
  g_ptr_array_set_size (self->notes, 0);
}

/* A footnote where there can be none becomes words in brackets. */
static void
flatten_footnote (Tidy *self, xmlNode *footnote)
{
  g_autofree char *words = mlg_numbering_get_words (footnote);
  g_autofree char *text = g_strdup_printf (" (%s)", words);
  xmlNode *node = xmlNewDocText (self->tree, NULL);

  xmlNodeAddContent (node, (const xmlChar *) text);
  xmlReplaceNode (footnote, node);
  xmlFreeNode (footnote);
}

static void
take_note (Tidy *self, xmlNode *note)
{
  xmlUnlinkNode (note);
  g_ptr_array_add (self->notes, note);
}

/* What a note, a footnote, a page header holds: notes inside are taken out. */
static void
tidy_inside (Tidy *self, xmlNode *parent)
{
  for (xmlNode *child = parent->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->type != XML_ELEMENT_NODE)
        continue;
      tidy_inside (self, child);
      if (mlg_document_node_is (child, "footnote"))
        flatten_footnote (self, child);
      else if (mlg_document_node_is (child, "note"))
        take_note (self, child);
    }
}

/* Those found inside a note that stays here follow it. */
static void
tidy_note (Tidy *self, xmlNode *note)
{
  guint before = self->notes->len;

  tidy_inside (self, note);
  while (self->notes->len > before)
    xmlAddNextSibling (note, g_ptr_array_steal_index (self->notes, self->notes->len - 1));
}

static void
tidy_flow (Tidy *self, xmlNode *parent, gboolean in_line)
{
  for (xmlNode *child = parent->children, *next = NULL; child != NULL; child = next)
    {
      gboolean note = mlg_document_node_is (child, "note");

      next = child->next;
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (is_line (child))
        put_notes (self, child);
      if (note || mlg_document_node_is (child, "footnote"))
        tidy_note (self, child);
      else if (!mlg_document_node_is (child, "image"))
        tidy_flow (self, child, in_line || is_line (child));
      if (note && !in_line)
        {
          next = child->next; /* those that were inside follow it */
          take_note (self, child);
        }
    }
  if (self->notes->len > 0
      && (mlg_document_node_is (parent, "cell") || mlg_document_node_is (parent, "body")))
    put_notes (self, xmlAddChild (parent, new_node (self, "p")));
}

/* Changes the tree in place. */
void
mlg_outgoing_tidy (xmlDoc *tree)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Tidy self = { tree, notes };

  for (xmlNode *part = xmlDocGetRootElement (tree)->children; part != NULL; part = part->next)
    if (mlg_document_node_is (part, "header") || mlg_document_node_is (part, "footer"))
      tidy_inside (&self, part);
    else if (mlg_document_node_is (part, "body"))
      tidy_flow (&self, part, FALSE);
}
