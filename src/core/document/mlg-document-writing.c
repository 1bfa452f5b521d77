/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-writing.h"

#include <glib/gi18n-lib.h>

#include "mlg-image-size.h"
#include "mlg-outgoing.h"

/* What several writers say and ask the same way. */

/* Says that the notes to the drafter stay out, in a format for those who read. */
void
mlg_writing_report_notes (MlgDocument *document, MlgIssueList *issues)
{
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  if (counts.drafter_notes > 0)
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, mlg_document_get_name (document), 0, 0,
                        ngettext ("%u note to the drafter was left out",
                                  "%u notes to the drafter were left out", counts.drafter_notes),
                        counts.drafter_notes);
}

/* The text of an element of the head: "date", … (transfer full) (nullable). */
char *
mlg_writing_get_head (MlgDocument *document, const char *name)
{
  const xmlNode *head = mlg_document_get_part (document, "head");

  for (const xmlNode *child = head != NULL ? head->children : NULL; child != NULL;
       child = child->next)
    if (mlg_document_node_is (child, name))
      {
        g_autoptr (xmlChar) text = xmlNodeGetContent (child);

        return g_strdup ((const char *) text);
      }
  return NULL;
}

static void
image_part_free (gpointer data)
{
  MlgImagePart *part = data;

  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->data);
  g_free (part);
}

static void
collect_images (const xmlNode *node, GPtrArray *images)
{
  if (mlg_document_node_is (node, "image"))
    {
      MlgImagePart *part = g_new0 (MlgImagePart, 1);

      part->name = g_strdup (mlg_xml_get_ns (node, MLG_OUTGOING_NAMESPACE, "file"));
      part->type = g_strdup (mlg_xml_get (node, "type"));
      part->data = mlg_image_get_data (node);
      g_ptr_array_add (images, part);
      return;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_images (child, images);
}

/* The relations are few, and all nodes many. */
static gboolean
has_images (const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, "relation")
        && g_strcmp0 (mlg_xml_get_ns (node, MLG_OUTGOING_NAMESPACE, "kind"), "image") == 0)
      return TRUE;
  return FALSE;
}

/* The images of a tree of mlg_outgoing_new() (transfer full) (element-type MlgImagePart). */
GPtrArray *
mlg_writing_collect_images (xmlDoc *outgoing)
{
  GPtrArray *images = g_ptr_array_new_with_free_func (image_part_free);
  const xmlNode *root = xmlDocGetRootElement (outgoing);

  if (has_images (root))
    collect_images (root, images);
  return images;
}
