/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-names.h"
#include "library/mlg-tender-outline-private.h"

/* The condition and the repeat under which a part of a template stands. */

/* Its own control of this name: what stands under it is this part alone. */
static xmlNode *
find_own (xmlNode *node, const char *name)
{
  xmlNode *whole = mlg_outline_get_whole (node);

  for (xmlNode *up = node; up != whole; up = up->parent)
    if (mlg_template_node_is (up->parent, name))
      return up->parent;
  return NULL;
}

static char *
get_own (MlgTemplate *template,
         const MlgOutlinePlace *place,
         const char *name,
         const char *attribute)
{
  xmlNode *node = mlg_outline_find (template, place);
  xmlNode *own = node != NULL ? find_own (node, name) : NULL;

  return g_strdup (own != NULL ? mlg_xml_get (own, attribute) : "");
}

static void
unwrap (xmlNode *control)
{
  while (control->children != NULL)
    {
      xmlNode *child = control->children;

      xmlUnlinkNode (child);
      xmlAddPrevSibling (control, child);
    }
  xmlUnlinkNode (control);
  xmlFreeNode (control);
}

static xmlNode *
wrap (xmlNode *node, const char *name)
{
  xmlNode *root = xmlDocGetRootElement (node->doc);
  xmlNode *control = xmlNewDocNode (node->doc, root->ns, (const xmlChar *) name, NULL);

  xmlReplaceNode (node, control);
  xmlAddChild (control, node);
  return control;
}

static gboolean
takes_control (const xmlNode *node, GError **error)
{
  if (mlg_document_node_is (node, "section") || mlg_template_node_is (node, "clause"))
    return TRUE;
  mlg_outline_refuse (error, _ ("only sections and clauses stand under conditions"));
  return FALSE;
}

/* A repeat stands around a condition: this looks at what is repeated. */
static void
set_own (xmlNode *node, const char *name, const char *attribute, const char *expression)
{
  gboolean repeat = g_str_equal (name, "repeat");
  xmlNode *own = find_own (node, name);

  if (*expression == '\0' && own != NULL)
    unwrap (own);
  else if (*expression != '\0' && own != NULL)
    mlg_xml_set (own, attribute, expression);
  else if (*expression != '\0')
    mlg_xml_set (wrap (repeat ? mlg_outline_get_whole (node) : node, name), attribute, expression);
}

/**
 * mlg_outline_set_control:
 * @test: an expression: when it is in the text; "" for always
 * @select: an expression: for each of what it is written; "" for once
 *
 * Says when a section or clause is in the text, and how often; what is around it stays.
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID for an expression that is not one.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_set_control (MlgTemplate *template,
                         const MlgOutlinePlace *place,
                         const char *test,
                         const char *select,
                         GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };

  if (!mlg_outline_change_start (&change, template, place, error)
      || !takes_control (change.node, error))
    return NULL;
  set_own (change.node, "when", "test", test);
  set_own (change.node, "repeat", "select", select);
  return mlg_outline_change_finish (&change, error);
}

/**
 * mlg_outline_get_condition:
 *
 * Returns: (transfer full): the condition that is its own; "" for none
 */
char *
mlg_outline_get_condition (MlgTemplate *template, const MlgOutlinePlace *place)
{
  return get_own (template, place, "when", "test");
}

/**
 * mlg_outline_get_repeat:
 *
 * Returns: (transfer full): the selection for each of which it is written; "" when it is written once
 */
char *
mlg_outline_get_repeat (MlgTemplate *template, const MlgOutlinePlace *place)
{
  return get_own (template, place, "repeat", "select");
}
