/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-xml.h"
#include "mlg-check-private.h"

/* Lots that are told by answers rather than by the template: rows of the list "lots", with the columns
 * number, title and reserved, and the choice "reserved-kind", whose label cites the article. */

static const xmlNode *
find_child (const xmlNode *parent, const char *name)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
      return child;
  return NULL;
}

static char *
get_text (const xmlNode *parent, const char *name)
{
  const xmlNode *child = find_child (parent, name);
  g_autoptr (xmlChar) text = child != NULL ? xmlNodeGetContent (child) : NULL;

  return g_strdup (text != NULL ? (const char *) text : "");
}

/* "… (article L. 2113-12 du code …)" gives "L2113-12"; "unknown" when nobody said. */
static char *
find_article (const xmlNode *context)
{
  const xmlNode *kind = find_child (context, "reserved-kind");
  const char *label = kind != NULL ? mlg_xml_get (kind, "title") : NULL;
  g_autoptr (GRegex) pattern = g_regex_new ("2113-1[2-5](-1)?", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (label == NULL || !g_regex_match (pattern, label, 0, &match))
    return g_strdup ("unknown");
  found = g_match_info_fetch (match, 0);
  return g_strconcat ("L", found, NULL);
}

static xmlNode *
find_lot (MlgCheckTree *self, const char *number)
{
  for (xmlNode *child = self->root->children; child != NULL; child = child->next)
    if (xmlStrEqual (child->name, (const xmlChar *) "lot")
        && g_strcmp0 (mlg_xml_get (child, "number"), number) == 0)
      return child;
  return NULL;
}

static void
add_row (MlgCheckTree *self, const xmlNode *row, const char *article)
{
  g_autofree char *number = get_text (row, "number");
  g_autofree char *title = get_text (row, "title");
  g_autofree char *reserved = get_text (row, "reserved");
  xmlNode *lot = find_lot (self, number);

  if (lot == NULL)
    {
      lot = xmlNewTextChild (self->root, NULL, (const xmlChar *) "lot", (const xmlChar *) title);
      mlg_xml_set (lot, "number", number);
      mlg_xml_set (lot, "line", "0");
      mlg_xml_set (lot, "column", "0");
    }
  if (g_str_equal (reserved, "true") && mlg_xml_get (lot, "reserved") == NULL)
    mlg_xml_set (lot, "reserved", article);
}

void
mlg_check_tree_add_answered_lots (MlgCheckTree *self)
{
  const xmlNode *context = xmlDocGetRootElement (self->fill.context);
  const xmlNode *lots = find_child (context, "lots");
  g_autofree char *article = NULL;

  if (lots == NULL || find_child (lots, "row") == NULL)
    return;
  article = find_article (context);
  for (const xmlNode *row = lots->children; row != NULL; row = row->next)
    if (row->type == XML_ELEMENT_NODE)
      add_row (self, row, article);
  mlg_check_tree_know (self, "lots");
}
