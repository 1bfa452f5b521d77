/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-private.h"
#include "document/mlg-document.h"
#include "mlg-expression.h"
#include "mlg-template-private.h"

/* What the grammar cannot say, and the white space that means nothing. */
typedef struct
{
  MlgTemplate *template;
  const char *file;
  MlgIssueList *issues;
  GHashTable *ids;       /* (owned) xml:id met */
  GPtrArray *references; /* (owned) (element-type xmlNode) met */
} Check;

static void
check_expression (Check *check, const xmlNode *node, const char *attribute)
{
  const char *expression = mlg_xml_get (node, attribute);
  g_autoptr (GError) error = NULL;

  if (expression != NULL && !mlg_expression_check (expression, &error))
    mlg_xml_fault (check->issues, check->file, node, "%s", error->message);
}

static void
check_id (Check *check, const xmlNode *node)
{
  const char *id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");

  if (id != NULL && !g_hash_table_add (check->ids, (gpointer) id))
    mlg_xml_fault (check->issues, check->file, node, _ ("the identifier “%s” is already used"), id);
}

static void
check_attributes (Check *check, const xmlNode *node)
{
  check_id (check, node);
  check_expression (check, node, "test");
  check_expression (check, node, "select");
  if (mlg_document_node_is (node, "ref") || mlg_template_node_is (node, "related"))
    g_ptr_array_add (check->references, (gpointer) node);
  else if (mlg_document_node_is (node, "field")
           && mlg_template_field_find (mlg_template_get_fields (check->template),
                                       mlg_xml_get (node, "name"))
                  == NULL)
    mlg_xml_fault (check->issues, check->file, node, _ ("no field “%s” is described"),
                   mlg_xml_get (node, "name"));
}

static void
check_element (Check *check, const xmlNode *node)
{
  if (node->properties != NULL)
    check_attributes (check, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (check, child);
}

/* What is pointed to may come later: so once all is known. */
static void
check_reference (gpointer node, gpointer data)
{
  Check *check = data;
  const char *to = mlg_xml_get (node, "to");

  if (to != NULL && !g_hash_table_contains (check->ids, to))
    mlg_xml_fault (check->issues, check->file, node,
                   _ ("the reference points to “%s”, which does not exist"), to);
}

static void
check_fields (Check *check)
{
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (check->template));
  xmlNode *fields = mlg_template_find_child (root, "fields");
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (xmlNode *child = fields != NULL ? fields->children : NULL; child != NULL;
       child = child->next)
    if (mlg_template_node_is (child, "field")
        && !g_hash_table_add (names, (gpointer) mlg_xml_get (child, "name")))
      mlg_xml_fault (check->issues, check->file, child, _ ("the field “%s” is described twice"),
                     mlg_xml_get (child, "name"));
}

/* Returns: whether nothing was found. */
gboolean
mlg_template_check (MlgTemplate *self, const char *file, MlgIssueList *issues)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  Check check = { self, file, issues, ids, references };
  guint before = mlg_issue_list_count (issues, MLG_SEVERITY_ERROR);
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (self));

  check_fields (&check);
  check_element (&check, root);
  g_ptr_array_foreach (references, check_reference, &check);
  return mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) == before;
}

static gboolean
holds_elements (const xmlNode *element)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}

static gboolean
holds_words (const xmlNode *element)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && xmlIsBlankNode (child) != 1)
      return TRUE;
  return FALSE;
}

static void
trim (xmlNode *element)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (element);
  g_auto (GStrv) words = g_strsplit_set ((const char *) text, " \t\r\n", -1);
  g_autoptr (GString) trimmed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (trimmed, "%s%s", trimmed->len > 0 ? " " : "", words[i]);
  xmlNodeSetContent (element, NULL);
  if (trimmed->len > 0)
    xmlNodeAddContent (element, (const xmlChar *) trimmed->str);
}

/* Makes the white space of a template the one that its canonical form has. */
void
mlg_template_normalize (xmlNode *element)
{
  if (element->ns != NULL && mlg_document_content (element) != MLG_CONTENT_FOREIGN
      && mlg_document_content (element) != MLG_CONTENT_ELEMENTS)
    {
      mlg_document_normalize_space (element);
      return;
    }
  if (!holds_elements (element))
    {
      trim (element);
      return;
    }
  if (holds_words (element))
    return;
  for (xmlNode *child = element->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_TEXT_NODE)
        {
          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
      else if (child->type == XML_ELEMENT_NODE)
        mlg_template_normalize (child);
    }
}
