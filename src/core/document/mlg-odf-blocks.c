/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-names.h"
#include "mlg-document.h"
#include "mlg-odf-body-private.h"

/* Headings, lists and tables of contents of OpenDocument text. */

static void
write_bare_heading (MlgOdfBody *self, const xmlNode *heading)
{
  g_autofree char *look = mlg_odf_look (heading);

  mlg_odf_open (self, "text:h", "text:outline-level", mlg_odf_get (heading, "level"),
                "text:style-name", look, NULL);
  if (self->outline && mlg_odf_get_number (heading, "depth") == 0)
    mlg_odf_attribute (self, "text:is-list-header", "true");
  mlg_odf_write_line (self, heading);
  mlg_odf_close (self, "text:h");
}

/* Headings that are numbered anew are items of a list of their own, as deep as their numbers. */
static void
write_heading_item (MlgOdfBody *self, const xmlNode *heading, guint depth)
{
  for (guint i = 1; i < depth; i++)
    {
      mlg_odf_open (self, "text:list-item", NULL);
      mlg_odf_open (self, "text:list", NULL);
    }
  mlg_odf_open (self, "text:list-item", NULL);
  write_bare_heading (self, heading);
  mlg_odf_close (self, "text:list-item");
  for (guint i = 1; i < depth; i++)
    {
      mlg_odf_close (self, "text:list");
      mlg_odf_close (self, "text:list-item");
    }
}

void
mlg_odf_write_heading (MlgOdfBody *self, const xmlNode *heading)
{
  guint scope = mlg_odf_get_number (heading, "scope");
  guint depth = mlg_odf_get_number (heading, "depth");
  g_autofree char *style = g_strdup_printf ("Headings_20_%u", scope);
  g_autofree char *list = g_strdup_printf ("headings-%u", scope);

  if (scope == 0 || depth == 0)
    {
      write_bare_heading (self, heading);
      return;
    }
  mlg_odf_open (self, "text:list", "text:style-name", style, NULL);
  mlg_odf_attribute (self, mlg_odf_get (heading, "first") != NULL ? "xml:id" : "text:continue-list",
                     list);
  write_heading_item (self, heading, depth);
  mlg_odf_close (self, "text:list");
}

static const xmlNode *
find_item (const xmlNode *node)
{
  while (node != NULL && !mlg_document_node_is (node, "item"))
    node = node->next;
  return node;
}

/* The schema wants no item without a number among the others: such an item is told within the one
 * before it. Returns: the next item that has a number. */
static const xmlNode *
write_item_content (MlgOdfBody *self, const xmlNode *item)
{
  do
    {
      mlg_odf_write_children (self, item);
      item = find_item (item->next);
    }
  while (item != NULL && mlg_odf_get (item, "label") == NULL);
  return item;
}

/* Whether a list numbers otherwise than the one around it. */
static gboolean
changes_family (const xmlNode *list)
{
  const char *own = mlg_odf_get (list, "family");
  const char *around = mlg_odf_get (list->parent->parent, "family");

  return own != NULL && around != NULL && strcmp (own, around) != 0;
}

/* Programs count the others by themselves. */
static gboolean
says_number (const xmlNode *item)
{
  const xmlNode *list = item->parent;

  if (mlg_odf_get (item, "value") == NULL)
    return FALSE;
  if (mlg_xml_get (item, "value") != NULL)
    return TRUE;
  return find_item (list->children) == item
         && (mlg_xml_get (list, "start") != NULL || mlg_odf_get (list, "follows") != NULL
             || changes_family (list));
}

static gboolean
begins_with_line (const xmlNode *item)
{
  for (const xmlNode *node = item->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !mlg_odf_is_added (node))
      return mlg_document_node_is (node, "p") || mlg_document_node_is (node, "section")
             || mlg_document_node_is (node, "image");
  return FALSE;
}

static const xmlNode *
write_item (MlgOdfBody *self, const xmlNode *item)
{
  const xmlNode *next = NULL;

  mlg_odf_open (self, "text:list-item", NULL);
  if (says_number (item))
    mlg_odf_attribute (self, "text:start-value", mlg_odf_get (item, "value"));
  /* The number stands before words, even if there are none. */
  if (!begins_with_line (item))
    mlg_odf_empty_line (self, "List");
  next = write_item_content (self, item);
  mlg_odf_close (self, "text:list-item");
  return next;
}

void
mlg_odf_write_list (MlgOdfBody *self, const xmlNode *list)
{
  const xmlNode *item = find_item (list->children);
  g_autofree char *style = g_strconcat ("List_20_", mlg_odf_get (list, "family"), NULL);

  mlg_odf_open (self, "text:list", NULL);
  if (mlg_odf_get_number (list, "depth") == 1 || changes_family (list))
    mlg_odf_attribute (self, "text:style-name", style);
  if (item != NULL && mlg_odf_get (item, "label") == NULL)
    {
      mlg_odf_open (self, "text:list-header", NULL);
      item = write_item_content (self, item);
      mlg_odf_close (self, "text:list-header");
    }
  while (item != NULL)
    item = write_item (self, item);
  mlg_odf_close (self, "text:list");
}

/* What programs make an entry of when they update the table. */
static void
write_toc_level (MlgOdfBody *self, guint level)
{
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", level);

  mlg_odf_open (self, "text:table-of-content-entry-template", "text:outline-level", number,
                "text:style-name", style, NULL);
  mlg_odf_open (self, "text:index-entry-link-start", "text:style-name", "Index_20_Link", NULL);
  mlg_odf_close (self, "text:index-entry-link-start");
  mlg_odf_write_empty (self, "text:index-entry-chapter");
  mlg_odf_open (self, "text:index-entry-span", NULL);
  mlg_odf_text (self, " ");
  mlg_odf_close (self, "text:index-entry-span");
  mlg_odf_write_empty (self, "text:index-entry-text");
  mlg_odf_open (self, "text:index-entry-tab-stop", "style:type", "right", "style:leader-char", ".",
                NULL);
  mlg_odf_close (self, "text:index-entry-tab-stop");
  mlg_odf_write_empty (self, "text:index-entry-page-number");
  mlg_odf_write_empty (self, "text:index-entry-link-end");
  mlg_odf_close (self, "text:table-of-content-entry-template");
}

static void
write_toc_source (MlgOdfBody *self, const xmlNode *toc, const char *title)
{
  mlg_odf_open (self, "text:table-of-content-source", "text:outline-level",
                mlg_odf_get (toc, "depth"), "text:use-index-marks", "false", NULL);
  mlg_odf_open (self, "text:index-title-template", "text:style-name", "Contents_20_Heading", NULL);
  mlg_odf_text (self, title);
  mlg_odf_close (self, "text:index-title-template");
  for (guint level = 1; level <= MLG_DOCUMENT_MAX_LEVEL; level++)
    write_toc_level (self, level);
  mlg_odf_close (self, "text:table-of-content-source");
}

/* The page is a reference, which is right as soon as the text is laid out. */
static void
write_toc_entry (MlgOdfBody *self, const xmlNode *entry)
{
  const char *to = mlg_odf_get (entry, "to"), *label = mlg_odf_get (entry, "label");
  g_autofree char *style = g_strconcat ("Contents_20_", mlg_odf_get (entry, "level"), NULL);
  g_autofree char *address = g_strconcat ("#", to, NULL);
  g_autoptr (xmlChar) words = xmlNodeGetContent (entry);

  mlg_odf_open (self, "text:p", "text:style-name", style, NULL);
  mlg_odf_open (self, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name",
                "Index_20_Link", "text:visited-style-name", "Index_20_Link", NULL);
  if (label != NULL)
    {
      mlg_odf_text (self, label);
      mlg_odf_text (self, " ");
    }
  mlg_odf_text (self, (const char *) words);
  mlg_odf_write_empty (self, "text:tab");
  mlg_odf_open (self, "text:bookmark-ref", "text:reference-format", "page", "text:ref-name", to,
                NULL);
  mlg_odf_close (self, "text:bookmark-ref");
  mlg_odf_close (self, "text:a");
  mlg_odf_close (self, "text:p");
}

static void
write_toc_body (MlgOdfBody *self, const xmlNode *toc, const char *name, const char *title)
{
  g_autofree char *head = g_strconcat (name, "_Head", NULL);
  g_autofree char *look = mlg_odf_look (toc);

  mlg_odf_open (self, "text:index-body", NULL);
  mlg_odf_open (self, "text:index-title", "text:name", head, NULL);
  mlg_odf_open (self, "text:p", "text:style-name", look, NULL);
  mlg_odf_text (self, title);
  mlg_odf_close (self, "text:p");
  mlg_odf_close (self, "text:index-title");
  for (const xmlNode *entry = toc->children; entry != NULL; entry = entry->next)
    if (mlg_odf_is (entry, "entry"))
      write_toc_entry (self, entry);
  mlg_odf_close (self, "text:index-body");
}

void
mlg_odf_write_toc (MlgOdfBody *self, const xmlNode *toc)
{
  const char *title = self->french ? "Sommaire" : "Contents";
  g_autofree char *name = g_strconcat (title, mlg_odf_get (toc, "index"), NULL);

  mlg_odf_open (self, "text:table-of-content", "text:name", name, "text:protected", "true",
                "text:style-name", "Sect1", NULL);
  write_toc_source (self, toc, title);
  write_toc_body (self, toc, name, title);
  mlg_odf_close (self, "text:table-of-content");
}
