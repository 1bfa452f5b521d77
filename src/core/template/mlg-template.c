/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document.h"
#include "document/mlg-grammar.h"
#include "document/mlg-xml-write.h"
#include "mlg-template-private.h"

#define GRAMMAR "/org/maillage/formats/template.rng"

/* A template is its XML tree, which follows its schema and whose expressions compile. It does not
 * change after it is made. */
struct _MlgTemplate
{
  GObject parent_instance;
  xmlDoc *tree;      /* (owned) */
  GPtrArray *fields; /* (owned) (element-type MlgTemplateField) */
  GPtrArray *pieces; /* (owned) (element-type xmlNode) */
};

G_DEFINE_FINAL_TYPE (MlgTemplate, mlg_template, G_TYPE_OBJECT)

static void
mlg_template_finalize (GObject *object)
{
  MlgTemplate *self = MLG_TEMPLATE (object);

  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->tree, xmlFreeDoc);
  G_OBJECT_CLASS (mlg_template_parent_class)->finalize (object);
}

static void
mlg_template_class_init (MlgTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_template_finalize;
}

static void
mlg_template_init (MlgTemplate *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_template_field_free);
  self->pieces = g_ptr_array_new ();
}

/**
 * mlg_template_node_is:
 * @node: any node
 * @name: the name of an element of the template's namespace
 *
 * Returns: whether @node is such an element
 */
gboolean
mlg_template_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && xmlStrEqual (node->name, (const xmlChar *) name)
         && xmlStrEqual (node->ns->href, (const xmlChar *) MLG_TEMPLATE_NAMESPACE);
}

/**
 * mlg_template_find_child:
 *
 * Returns: (transfer none) (nullable): the first child of this name, in the template's namespace
 */
xmlNode *
mlg_template_find_child (const xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, name))
      return child;
  return NULL;
}

static void
collect (MlgTemplate *self)
{
  xmlNode *root = xmlDocGetRootElement (self->tree);
  xmlNode *fields = mlg_template_find_child (root, "fields");

  for (xmlNode *child = fields != NULL ? fields->children : NULL; child != NULL;
       child = child->next)
    if (mlg_template_node_is (child, "field"))
      g_ptr_array_add (self->fields, mlg_template_field_read (child));
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "piece"))
      g_ptr_array_add (self->pieces, child);
}

/**
 * mlg_template_new_for_tree:
 * @tree: (transfer full): the tree of a template
 * @name: (nullable): where it comes from, as people know it
 * @issues: gets an error for each fault, with its place
 *
 * Checks a tree against the schema and beyond, and puts its white space in order.
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID.
 *
 * Returns: (transfer full): the template
 */
MlgTemplate *
mlg_template_new_for_tree (xmlDoc *tree, const char *name, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgTemplate) self = g_object_new (MLG_TYPE_TEMPLATE, NULL);

  self->tree = tree;
  if (mlg_grammar_validate (mlg_grammar_get (GRAMMAR), tree, name, issues))
    {
      mlg_template_normalize (xmlDocGetRootElement (tree));
      collect (self);
      if (mlg_template_check (self, name, issues))
        return g_steal_pointer (&self);
    }
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID,
               _ ("%s: this is not a valid template"), name != NULL ? name : "?");
  return NULL;
}

/**
 * mlg_template_read_xml:
 * @bytes: a file
 * @name: (nullable): the file as people know it
 * @issues: gets an error for each fault, with its place
 *
 * Reads a template, and checks it against its schema and beyond.
 *
 * Errors: those of the document's XML reader, %MLG_TEMPLATE_ERROR_INVALID.
 *
 * Returns: (transfer full): the template
 */
MlgTemplate *
mlg_template_read_xml (GBytes *bytes,
                       const char *name,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  xmlDoc *tree = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);

  return tree != NULL ? mlg_template_new_for_tree (tree, name, issues, error) : NULL;
}

/**
 * mlg_template_to_xml:
 *
 * Returns: (transfer full): the canonical form: the same template always gives the same bytes
 */
GBytes *
mlg_template_to_xml (MlgTemplate *self)
{
  return mlg_xml_write (self->tree);
}

/**
 * mlg_template_get_tree:
 *
 * Returns: (transfer none): the tree, which must not be changed
 */
xmlDoc *
mlg_template_get_tree (MlgTemplate *self)
{
  return self->tree;
}

/**
 * mlg_template_get_uri:
 *
 * Returns: the identity of the template between networks (urn:uuid:…), the same in all its
 *   revisions; it belongs to the template
 */
const char *
mlg_template_get_uri (MlgTemplate *self)
{
  return mlg_xml_get (xmlDocGetRootElement (self->tree), "uri");
}

/**
 * mlg_template_get_revision:
 *
 * Returns: which revision it is, from 1
 */
guint
mlg_template_get_revision (MlgTemplate *self)
{
  return (guint) g_ascii_strtoull (mlg_xml_get (xmlDocGetRootElement (self->tree), "revision"),
                                   NULL, 10);
}

/**
 * mlg_template_get_language:
 *
 * Returns: the language of the text: "fr"
 */
const char *
mlg_template_get_language (MlgTemplate *self)
{
  return mlg_xml_get_ns (xmlDocGetRootElement (self->tree), (const char *) XML_XML_NAMESPACE,
                         "lang");
}

/**
 * mlg_template_get_title:
 *
 * Returns: (transfer full): the title of its identity
 */
char *
mlg_template_get_title (MlgTemplate *self)
{
  xmlNode *identity = mlg_template_find_child (xmlDocGetRootElement (self->tree), "identity");
  g_autoptr (xmlChar) title = xmlNodeGetContent (mlg_template_find_child (identity, "title"));

  return g_strdup ((const char *) title);
}

/**
 * mlg_template_get_fields:
 *
 * Returns: (transfer none) (element-type MlgTemplateField): what is asked, in order
 */
GPtrArray *
mlg_template_get_fields (MlgTemplate *self)
{
  return self->fields;
}

/**
 * mlg_template_get_pieces:
 *
 * Returns: (transfer none) (element-type xmlNode): the piece elements, in order
 */
GPtrArray *
mlg_template_get_pieces (MlgTemplate *self)
{
  return self->pieces;
}
