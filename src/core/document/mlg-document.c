/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document.h"

#include <glib/gi18n-lib.h>

#include "mlg-document-private.h"
#include "mlg-grammar.h"
#include "mlg-xml-write.h"

#define SCHEMA "/org/maillage/formats/document.rng"

/**
 * MlgDocument:
 *
 * The tree between every reader and every writer, as described by document.rng. Its white space is
 * normalised: what stands in the text nodes of a line is what is printed.
 *
 * A document may move between threads but is used by one at a time.
 */
struct _MlgDocument
{
  GObject parent_instance;

  xmlDoc *tree; /* (owned) */
  char *name;   /* (owned) the file as people know it */
};

G_DEFINE_FINAL_TYPE (MlgDocument, mlg_document, G_TYPE_OBJECT)

static void
mlg_document_finalize (GObject *object)
{
  MlgDocument *self = MLG_DOCUMENT (object);

  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (mlg_document_parent_class)->finalize (object);
}

static void
mlg_document_class_init (MlgDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_document_finalize;
}

static void
mlg_document_init (MlgDocument *self G_GNUC_UNUSED)
{
}

/**
 * mlg_document_new_for_tree:
 * @tree: (transfer full): a tree of the document's namespace; its white space is normalised here
 * @name: the file as people know it, for messages
 *
 * Returns: (transfer full): a document, not validated
 */
MlgDocument *
mlg_document_new_for_tree (xmlDoc *tree, const char *name)
{
  MlgDocument *self = NULL;

  g_return_val_if_fail (tree != NULL && xmlDocGetRootElement (tree) != NULL, NULL);

  mlg_document_normalize_space (xmlDocGetRootElement (tree));
  self = g_object_new (MLG_TYPE_DOCUMENT, NULL);
  self->tree = tree;
  self->name = g_strdup (name);
  return self;
}

static void
set_invalid_error (const char *name, MlgIssueList *issues, guint first, GError **error)
{
  guint n = mlg_issue_list_get_n (issues);
  g_autofree char *text = NULL;

  if (n > first)
    text = mlg_issue_to_text (mlg_issue_list_get (issues, first));
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_INVALID,
               _ ("%s is not a valid document: %s"), name, text != NULL ? text : "");
}

/**
 * mlg_document_read_xml:
 * @bytes: a document in XML
 * @name: the file as people know it
 * @issues: receives one error for each place that does not follow the schema
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): a valid document
 */
MlgDocument *
mlg_document_read_xml (GBytes *bytes,
                       const char *name,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (xmlDoc) tree = NULL;
  g_autoptr (MlgDocument) self = NULL;
  guint first = 0;

  g_return_val_if_fail (bytes != NULL && name != NULL && issues != NULL, NULL);

  tree = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);
  if (tree == NULL)
    return NULL;

  first = mlg_issue_list_get_n (issues);
  self = mlg_document_new_for_tree (g_steal_pointer (&tree), name);
  if (mlg_document_validate (self, issues))
    return g_steal_pointer (&self);
  set_invalid_error (name, issues, first, error);
  return NULL;
}

/**
 * mlg_document_get_tree:
 *
 * Returns: (transfer none): the tree, which writers walk
 */
xmlDoc *
mlg_document_get_tree (MlgDocument *self)
{
  g_return_val_if_fail (MLG_IS_DOCUMENT (self), NULL);

  return self->tree;
}

/**
 * mlg_document_get_name:
 *
 * Returns: (transfer none) (nullable): the file it was read from, as people know it
 */
const char *
mlg_document_get_name (MlgDocument *self)
{
  g_return_val_if_fail (MLG_IS_DOCUMENT (self), NULL);

  return self->name;
}

/**
 * mlg_document_get_part:
 * @self: a document
 * @name: "head", "header", "footer" or "body"
 *
 * Returns: (transfer none) (nullable): this child of the root, if there is one
 */
xmlNode *
mlg_document_get_part (MlgDocument *self, const char *name)
{
  g_return_val_if_fail (MLG_IS_DOCUMENT (self) && name != NULL, NULL);

  for (xmlNode *child = xmlDocGetRootElement (self->tree)->children; child != NULL;
       child = child->next)
    if (mlg_document_node_is (child, name))
      return child;
  return NULL;
}

/**
 * mlg_document_get_title:
 *
 * Returns: (transfer full) (nullable): the title, or %NULL when it has none
 */
char *
mlg_document_get_title (MlgDocument *self)
{
  xmlNode *head = mlg_document_get_part (self, "head");

  for (xmlNode *child = head != NULL ? head->children : NULL; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "title"))
      {
        g_autoptr (xmlChar) text = xmlNodeGetContent (child);

        return g_strdup ((const char *) text);
      }
  return NULL;
}

/**
 * mlg_document_get_language:
 *
 * Returns: (transfer full) (nullable): the language of the text, as in BCP 47
 */
char *
mlg_document_get_language (MlgDocument *self)
{
  g_autoptr (xmlChar) language = NULL;

  g_return_val_if_fail (MLG_IS_DOCUMENT (self), NULL);

  language = xmlNodeGetLang (xmlDocGetRootElement (self->tree));
  return g_strdup ((const char *) language);
}

/**
 * mlg_document_validate:
 * @self: a document
 * @issues: receives one error per fault, with its line and column when it was read from XML
 *
 * Checks the document against its schema, and what a schema cannot say: identifiers used once,
 * references that point somewhere, image data, header rows first.
 *
 * Returns: whether it is valid
 */
gboolean
mlg_document_validate (MlgDocument *self, MlgIssueList *issues)
{
  gboolean valid = FALSE;

  g_return_val_if_fail (MLG_IS_DOCUMENT (self) && issues != NULL, FALSE);

  valid = mlg_grammar_validate (mlg_grammar_get (SCHEMA), self->tree, self->name, issues);
  return mlg_document_check (self->tree, self->name, issues) && valid;
}

/**
 * mlg_document_to_xml:
 *
 * Returns: (transfer full): the canonical file: the same document always gives the same bytes
 */
GBytes *
mlg_document_to_xml (MlgDocument *self)
{
  g_return_val_if_fail (MLG_IS_DOCUMENT (self), NULL);

  return mlg_xml_write (self->tree);
}

/**
 * mlg_document_section_heading:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): its heading, if it has one
 */
xmlNode *
mlg_document_section_heading (const xmlNode *section)
{
  for (xmlNode *child = section->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return mlg_document_node_is (child, "heading") ? child : NULL;
  return NULL;
}

/**
 * mlg_document_section_level:
 * @section: a section
 *
 * Returns: the level of its heading, from 1; for a section without a heading, the level that
 *   sections around it reach, which may be 0
 */
guint
mlg_document_section_level (const xmlNode *section)
{
  guint below = 0;

  for (; section != NULL && section->type == XML_ELEMENT_NODE; section = section->parent)
    {
      const char *level = NULL;

      if (!mlg_document_node_is (section, "section")
          || mlg_document_section_heading (section) == NULL)
        continue;
      level = mlg_xml_get (section, "level");
      if (level != NULL)
        return MIN ((guint) g_ascii_strtoull (level, NULL, 10) + below, MLG_DOCUMENT_MAX_LEVEL);
      below++;
    }
  return MIN (below, MLG_DOCUMENT_MAX_LEVEL);
}
