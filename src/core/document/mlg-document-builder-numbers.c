/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-builder-private.h"
#include "mlg-document-private.h"

/* How headings are numbered, in the whole document and within sections, and what lists them. */

#define USUAL_DEPTH 3 /* of a table of contents, as document.rng has it */

static void
number_from (xmlNode *node, const char *numbering, const char *before, const char *after)
{
  mlg_xml_set (node, "numbering", numbering);
  if (before != NULL && *before != '\0')
    mlg_xml_set (node, "before", before);
  if (after != NULL && *after != '\0')
    mlg_xml_set (node, "after", after);
}

/**
 * mlg_document_builder_set_numbering:
 * @self: the builder
 * @numbering: how headings are numbered, as in the schema
 * @before: (nullable): what stands before the number of the first level
 * @after: (nullable): what stands after it
 */
void
mlg_document_builder_set_numbering (MlgDocumentBuilder *self,
                                    const char *numbering,
                                    const char *before,
                                    const char *after)
{
  g_return_if_fail (self != NULL && self->tree != NULL && numbering != NULL);

  number_from (self->root, numbering, before, after);
}

/**
 * mlg_document_builder_leave_unnumbered:
 * @self: the builder, with a heading just opened
 *
 * Leaves that heading out of the numbering, if there is any.
 */
void
mlg_document_builder_leave_unnumbered (MlgDocumentBuilder *self)
{
  const MlgFrame *top = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  top = mlg_builder_top (self);
  if (strcmp (top->name, "heading") == 0 && !top->flattened)
    mlg_xml_set (top->node->parent, "numbered", "false");
}

/* The section, or the document, within which headings of @level count @depth levels (nullable): there is none
 * when something between counts by itself. */
static xmlNode *
find_scope (const MlgDocumentBuilder *self, guint level, guint depth)
{
  for (guint i = self->frames->len - 2; i > 0 && depth <= level; i--)
    {
      const MlgFrame *frame = mlg_builder_frame (self, i);

      if (strcmp (frame->name, "section") != 0 || frame->level == 0 || frame->level >= level)
        continue;
      if (frame->level == level - depth)
        return frame->node;
      if (mlg_xml_get (frame->node, "numbering") != NULL || frame->level < level - depth)
        return NULL;
    }
  return depth == level ? self->root : NULL;
}

/* Whether headings within the scope, before the one of @section, count already in another way. */
static gboolean
counts_already (const MlgDocumentBuilder *self, const xmlNode *scope, const xmlNode *section)
{
  const xmlNode *parent = scope == self->root ? mlg_builder_frame (self, 0)->node : scope;
  const xmlNode *last = section;

  if (mlg_xml_get (scope, "numbering") != NULL)
    return TRUE;
  while (last != NULL && last->parent != parent)
    last = last->parent;
  for (const xmlNode *child = parent->children; child != NULL && child != last; child = child->next)
    if (mlg_document_node_is (child, "section") && mlg_document_section_heading (child) != NULL
        && g_strcmp0 (mlg_xml_get (child, "numbered"), "false") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
number_in_scope (MlgDocumentBuilder *self, const MlgFrame *section, const MlgHeadingNumber *number)
{
  xmlNode *scope = find_scope (self, section->level, number->depth);
  const xmlNode *known = g_hash_table_lookup (self->scopes, number->key);

  if (scope == NULL || (known != NULL && known != scope)
      || (known == NULL && counts_already (self, scope, section->node)))
    return FALSE;
  if (known == NULL)
    {
      g_hash_table_insert (self->scopes, g_strdup (number->key), scope);
      number_from (scope, number->numbering, number->before, number->after);
    }
  return TRUE;
}

/**
 * mlg_document_builder_number_heading:
 * @self: the builder, with a heading just opened
 * @number: (nullable): how it is numbered, or %NULL for as the whole document
 *
 * Has the heading count, if its number can be the one that it had. Headings that are numbered apart, within
 * a section, make those of that section count by themselves. What cannot be is left out of the numbering.
 */
void
mlg_document_builder_number_heading (MlgDocumentBuilder *self, const MlgHeadingNumber *number)
{
  const MlgFrame *top = NULL, *section = NULL;
  gboolean done = FALSE;

  g_return_if_fail (self != NULL && self->tree != NULL);

  top = mlg_builder_top (self);
  if (strcmp (top->name, "heading") != 0 || top->flattened)
    return;
  section = mlg_builder_frame (self, self->frames->len - 2);
  done = number != NULL ? number_in_scope (self, section, number)
                        : find_scope (self, section->level, section->level) != NULL;
  if (!done)
    mlg_document_builder_leave_unnumbered (self);
}

/**
 * mlg_document_builder_add_toc:
 * @self: the builder
 * @depth: level of the last headings that are listed, 0 when that is not known
 *
 * Adds a table of contents.
 */
void
mlg_document_builder_add_toc (MlgDocumentBuilder *self, guint depth)
{
  g_autofree char *text = g_strdup_printf ("%u", MIN (depth, MLG_DOCUMENT_MAX_LEVEL));
  xmlNode *toc = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  mlg_builder_ensure_flow (self);
  toc = mlg_builder_add_node (self, mlg_builder_top (self)->node, "toc");
  if (depth > 0 && depth != USUAL_DEPTH)
    mlg_xml_set (toc, "depth", text);
}

static void
settle_section (xmlNode *parent, gboolean numbered)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (!numbered && mlg_document_node_is (child, "section"))
        mlg_xml_set (child, "numbered", NULL);
      if (mlg_document_content (child) == MLG_CONTENT_ELEMENTS)
        settle_section (child, numbered || mlg_xml_get (child, "numbering") != NULL);
    }
}

/* Only where headings are numbered is it said of some that they are not. */
void
mlg_builder_settle_numbering (MlgDocumentBuilder *self)
{
  settle_section (self->root, mlg_xml_get (self->root, "numbering") != NULL);
}
