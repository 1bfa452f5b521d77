/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-private.h"

/* What the grammar cannot say. */
typedef struct
{
  const char *file;     /* (unowned) (nullable) */
  MlgIssueList *issues; /* (unowned) */
  GHashTable *ids;      /* (owned) (element-type utf8 int) id → line of its element */
} Check;

static void
collect_id (Check *self, const xmlNode *node)
{
  g_autoptr (xmlChar) id = NULL;
  gpointer line = NULL;

  if (node->properties == NULL)
    return;
  id = xmlGetNsProp (node, (const xmlChar *) "id", XML_XML_NAMESPACE);
  if (id == NULL)
    return;
  if (g_hash_table_lookup_extended (self->ids, id, NULL, &line))
    mlg_xml_fault (self->issues, self->file, node,
                   _ ("the identifier \"%s\" is already used on line %d"), (char *) id,
                   GPOINTER_TO_INT (line));
  else
    g_hash_table_insert (self->ids, g_strdup ((char *) id),
                         GINT_TO_POINTER (mlg_xml_get_line (node)));
}

static void
check_reference (Check *self, const xmlNode *node)
{
  const char *to = mlg_xml_get (node, "to");

  if (to != NULL && !g_hash_table_contains (self->ids, to))
    mlg_xml_fault (self->issues, self->file, node,
                   _ ("the reference points to \"%s\", which does not exist"), to);
}

static gboolean
is_base64 (const char *text)
{
  gsize length = strlen (text);
  gsize body = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

  return length > 0 && length % 4 == 0 && length - body <= 2
         && strspn (text + body, "=") == length - body;
}

static void
check_image (Check *self, const xmlNode *node)
{
  g_autoptr (xmlChar) data = xmlNodeGetContent (node);

  if (data == NULL || !is_base64 ((const char *) data))
    mlg_xml_fault (self->issues, self->file, node, _ ("the data of the image is not base64"));
}

static void
check_table (Check *self, const xmlNode *table)
{
  gboolean body_begun = FALSE;

  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    {
      if (!mlg_document_node_is (row, "row"))
        continue;
      if (!mlg_xml_is_true (row, "header"))
        body_begun = TRUE;
      else if (body_begun)
        mlg_xml_fault (self->issues, self->file, row,
                       _ ("header rows stand before the other rows of a table"));
    }
}

static void
walk (Check *self, const xmlNode *node, void (*visit) (Check *, const xmlNode *))
{
  visit (self, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      walk (self, child, visit);
}

static void
check_element (Check *self, const xmlNode *node)
{
  if (mlg_document_node_is (node, "ref"))
    check_reference (self, node);
  else if (mlg_document_node_is (node, "image"))
    check_image (self, node);
  else if (mlg_document_node_is (node, "table"))
    check_table (self, node);
}

/* Returns whether nothing was found. The depth of the tree was limited when it was made. */
gboolean
mlg_document_check (xmlDoc *tree, const char *file, MlgIssueList *issues)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check self = { file, issues, ids };
  guint before = mlg_issue_list_count (issues, MLG_SEVERITY_ERROR);

  walk (&self, xmlDocGetRootElement (tree), collect_id);
  walk (&self, xmlDocGetRootElement (tree), check_element);
  return mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) == before;
}
