/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outgoing.h"

#include "mlg-document-names.h"
#include "mlg-numbering.h"
#include "mlg-pages.h"
#include "mlg-xml.h"

/* Numbers of pages for programs that print those of the file until somebody asks them to count. */

static void
set_number (xmlNode *node, const char *name, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  xmlNs *ns = xmlSearchNsByHref (node->doc, node, (const xmlChar *) MLG_OUTGOING_NAMESPACE);

  if (number > 0)
    xmlSetNsProp (node, ns, (const xmlChar *) name, (const xmlChar *) text);
}

/* The entries are those of the headings down to a level, in their order. */
static void
number_entries (xmlNode *toc, const MlgNumbering *numbering, MlgPages *pages)
{
  const char *text = mlg_xml_get_ns (toc, MLG_OUTGOING_NAMESPACE, "depth");
  guint depth = (guint) g_ascii_strtoull (text, NULL, 10);
  xmlNode *entry = toc->children;

  for (guint i = 0; i < mlg_numbering_get_n_headings (numbering) && entry != NULL; i++)
    if (mlg_numbering_get_heading (numbering, i)->level <= depth)
      {
        set_number (entry, "page", mlg_pages_find_heading (pages, i));
        entry = entry->next;
      }
}

static void
number_node (xmlNode *node, const MlgNumbering *numbering, MlgPages *pages)
{
  if (mlg_document_node_is (node, "toc"))
    {
      number_entries (node, numbering, pages);
      return;
    }
  if (mlg_document_node_is (node, "ref") && g_strcmp0 (mlg_xml_get (node, "show"), "page") == 0)
    set_number (node, "words", mlg_pages_find (pages, mlg_xml_get (node, "to")));
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      number_node (child, numbering, pages);
}

static gboolean
shows_pages (const xmlNode *node)
{
  if (mlg_document_node_is (node, "toc")
      || (mlg_document_node_is (node, "ref")
          && g_strcmp0 (mlg_xml_get (node, "show"), "page") == 0))
    return TRUE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && shows_pages (child))
      return TRUE;
  return FALSE;
}

/**
 * mlg_outgoing_number_pages:
 * @tree: what mlg_outgoing_new() made of @document
 * @document: a document
 * @cancellable: (nullable): to stop from another thread
 * @error: only %G_IO_ERROR_CANCELLED
 *
 * Says on which page we print what tables of contents list (m:page of the entries) and what references to
 * pages point to (m:words), where there are such. Another program, with other fonts, may come to another
 * number, which it finds when it is asked to.
 *
 * Returns: whether it was not stopped
 */
gboolean
mlg_outgoing_number_pages (xmlDoc *tree,
                           MlgDocument *document,
                           GCancellable *cancellable,
                           GError **error)
{
  xmlNode *root = xmlDocGetRootElement (tree);
  g_autoptr (MlgIssueList) unused = mlg_issue_list_new ();
  g_autoptr (MlgNumbering) numbering = NULL;
  g_autoptr (MlgPages) pages = NULL;

  if (!shows_pages (root))
    return TRUE;
  pages = mlg_pages_new (document, MLG_PAGES_WITHOUT_NOTES, unused, cancellable, error);
  if (pages == NULL)
    return FALSE;
  numbering = mlg_numbering_new (document);
  number_node (root, numbering, pages);
  return TRUE;
}
