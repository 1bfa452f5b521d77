/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-outline-private.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-names.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"

/* How a part of a template is found, and a copy of the tree changed. */

static xmlNode *
find_line (xmlNode *node, int line)
{
  for (; node != NULL; node = node->next)
    {
      xmlNode *found;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (mlg_xml_get_line (node) == line
          && (mlg_template_node_is (node, "piece") || mlg_template_node_is (node, "clause")
              || mlg_template_node_is (node, "criterion") || mlg_template_node_is (node, "criteria")
              || mlg_document_node_is (node, "heading")))
        return mlg_document_node_is (node, "heading") ? node->parent : node;
      found = find_line (node->children, line);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
get_title (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "title") || mlg_document_node_is (child, "heading"))
      return mlg_fragment_get_text (child);
  return NULL;
}

static gboolean
is_called (const xmlNode *node, const char *title)
{
  g_autofree char *now = get_title (node);

  /* A criterion is read with its weight; the list of criteria has a title of its own. */
  return title == NULL || mlg_template_node_is (node, "criteria")
         || (mlg_template_node_is (node, "criterion") ? now != NULL && g_str_has_prefix (title, now)
                                                      : g_strcmp0 (now, title) == 0);
}

static gboolean
is_part (const xmlNode *node)
{
  return mlg_template_node_is (node, "piece") || mlg_template_node_is (node, "clause")
         || mlg_document_node_is (node, "section");
}

/* How many parts are called so; the last one of them is told. */
static guint
count_called (xmlNode *node, const char *title, xmlNode **found)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (is_part (node) && is_called (node, title))
        {
          *found = node;
          n++;
        }
      /* What stands in a clause is its text. */
      if (!mlg_template_node_is (node, "clause"))
        n += count_called (node->children, title, found);
    }
  return n;
}

/* The part of a template that stands at a place. One that was moved meanwhile, as when a key is held down, is
 * known by its title if no other has it; NULL when it is not there. */
xmlNode *
mlg_outline_find (MlgTemplate *template, const MlgOutlinePlace *place)
{
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  xmlNode *node = find_line (root, place->line);

  if (node != NULL && is_called (node, place->title))
    return node;
  return place->title != NULL && count_called (root->children, place->title, &node) == 1 ? node
                                                                                         : NULL;
}

/* The node of a copy that stands where @node stands. */
static xmlNode *
follow (const xmlNode *node, xmlDoc *copy)
{
  xmlNode *parent, *at;

  if (node == xmlDocGetRootElement (node->doc))
    return xmlDocGetRootElement (copy);
  parent = follow (node->parent, copy);
  at = parent->children;
  for (const xmlNode *before = node->prev; before != NULL; before = before->prev)
    at = at->next;
  return at;
}

void
mlg_outline_refuse (GError **error, const char *why)
{
  g_set_error_literal (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE, why);
}

xmlNode *
mlg_outline_change_find (MlgOutlineChange *self,
                         MlgTemplate *template,
                         const MlgOutlinePlace *place,
                         GError **error)
{
  const xmlNode *node = mlg_outline_find (template, place);

  if (node == NULL)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("“%s” is not there any more: the text has changed meanwhile"),
                   place->title != NULL ? place->title : "?");
      return NULL;
    }
  return follow (node, self->tree);
}

gboolean
mlg_outline_change_start (MlgOutlineChange *self,
                          MlgTemplate *template,
                          const MlgOutlinePlace *place,
                          GError **error)
{
  self->tree = xmlCopyDoc (mlg_template_get_tree (template), 1);
  self->name = mlg_template_get_title (template);
  self->node = mlg_outline_change_find (self, template, place, error);
  return self->node != NULL;
}

MlgTemplate *
mlg_outline_change_finish (MlgOutlineChange *self, GError **error)
{
  return mlg_compose_finish (g_steal_pointer (&self->tree), self->name, error);
}

void
mlg_outline_change_clear (MlgOutlineChange *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_free (self->name);
}

/* Whether it is a condition or a repeat. */
gboolean
mlg_outline_is_control (const xmlNode *node)
{
  return mlg_template_node_is (node, "when") || mlg_template_node_is (node, "repeat");
}

static gboolean
is_alone (const xmlNode *node)
{
  for (const xmlNode *other = node->parent->children; other != NULL; other = other->next)
    if (other->type == XML_ELEMENT_NODE && other != node)
      return FALSE;
  return TRUE;
}

/* A part with the condition and the repeat that are its own: they go where it goes. */
xmlNode *
mlg_outline_get_whole (xmlNode *node)
{
  while (mlg_outline_is_control (node->parent) && is_alone (node))
    node = node->parent;
  return node;
}

/* The element in which the parts of a piece or of a section stand; NULL for what has no parts. */
xmlNode *
mlg_outline_get_room (xmlNode *node)
{
  if (mlg_template_node_is (node, "piece"))
    return mlg_template_find_child (node, "text");
  if (mlg_document_node_is (node, "section") || mlg_template_node_is (node, "criteria"))
    return node;
  return NULL;
}
