/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-bind.h"

#include "document/mlg-document-names.h"
#include "document/mlg-xml.h"

/* One document of many: each is a section, whose heading is what stands over it when it is alone. */
struct _MlgDossierBinder
{
  xmlDoc *tree;   /* (owned) */
  xmlNs *ns;      /* (unowned) */
  xmlNode *body;  /* (unowned) */
  xmlNode *part;  /* (unowned) (nullable) the section that papers are added to */
  xmlNode *list;  /* (unowned) (nullable) of the papers of the part, where it opens */
  xmlNode *table; /* (unowned) (nullable) the same, when the opening has one */
};

/* Numbers of headings are said where they start. */
static const char *const of_section[] = { "orientation", "numbering", "before", "after", NULL };

static void
mark_place (xmlNode *node, const char *ns, const char *name, const char *format, const char *prefix)
{
  const char *value = ns != NULL ? mlg_xml_get_ns (node, ns, name) : mlg_xml_get (node, name);
  g_autofree char *marked = NULL;

  if (value == NULL)
    return;
  if (*format == '#' && *value != '#')
    return;
  marked = *format == '#' ? g_strdup_printf ("#%s-%s", prefix, value + 1)
                          : g_strdup_printf ("%s-%s", prefix, value);
  if (ns != NULL)
    xmlSetNsProp (node, xmlSearchNsByHref (node->doc, node, (const xmlChar *) ns),
                  (const xmlChar *) name, (const xmlChar *) marked);
  else
    mlg_xml_set (node, name, marked);
}

/* Makes a copied node one of ours: of our namespace, and its places called by names of their own. */
static void
adopt (MlgDossierBinder *self, xmlNode *node, const char *prefix)
{
  if (node->type != XML_ELEMENT_NODE)
    return;
  node->ns = self->ns;
  g_clear_pointer (&node->nsDef, xmlFreeNsList);
  mark_place (node, (const char *) XML_XML_NAMESPACE, "id", "", prefix);
  mark_place (node, NULL, "to", "", prefix);
  mark_place (node, NULL, "href", "#", prefix);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    adopt (self, child, prefix);
}

static void
copy_child (MlgDossierBinder *self, xmlNode *child, xmlNode *to, const char *prefix)
{
  xmlNode *copy = xmlDocCopyNode (child, self->tree, 1);

  adopt (self, copy, prefix);
  xmlAddChild (to, copy);
}

static xmlNode *
add (MlgDossierBinder *self, xmlNode *to, const char *name)
{
  return xmlNewChild (to, self->ns, (const xmlChar *) name, NULL);
}

static gboolean
is_title (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && mlg_document_node_is (node, "p")
         && g_strcmp0 (mlg_xml_get (node, "role"), "title") == 0;
}

/* Returns: (nullable): what stands over the paper */
static xmlNode *
find_title (MlgDocument *paper)
{
  for (xmlNode *child = mlg_document_get_part (paper, "body")->children; child != NULL;
       child = child->next)
    if (is_title (child))
      return child;
  return NULL;
}

static void
add_heading (MlgDossierBinder *self, xmlNode *section, MlgDocument *paper, const char *prefix)
{
  xmlNode *title = find_title (paper);
  xmlNode *heading = add (self, section, "heading");
  g_autofree char *name = title == NULL ? mlg_document_get_title (paper) : NULL;

  if (name != NULL)
    xmlNodeAddContent (heading, (const xmlChar *) name);
  for (xmlNode *child = title != NULL ? title->children : NULL; child != NULL; child = child->next)
    copy_child (self, child, heading, prefix);
}

static void
add_body (MlgDossierBinder *self, xmlNode *to, MlgDocument *paper, const char *prefix)
{
  const xmlNode *title = find_title (paper);

  for (xmlNode *child = mlg_document_get_part (paper, "body")->children; child != NULL;
       child = child->next)
    if (child != title)
      copy_child (self, child, to, prefix);
}

static xmlNode *
open_section (MlgDossierBinder *self, xmlNode *to, MlgDocument *paper, const char *prefix)
{
  xmlNode *section = add (self, to, "section");
  const xmlNode *root = xmlDocGetRootElement (mlg_document_get_tree (paper));

  mlg_xml_set (section, "numbered", "false");
  for (guint i = 0; of_section[i] != NULL; i++)
    if (mlg_xml_get (root, of_section[i]) != NULL)
      mlg_xml_set (section, of_section[i], mlg_xml_get (root, of_section[i]));
  add_heading (self, section, paper, prefix);
  return section;
}

/**
 * mlg_dossier_binder_new:
 * @cover: the first pages; its page header, footer and head become those of all
 *
 * Returns: (transfer full): a binder
 */
MlgDossierBinder *
mlg_dossier_binder_new (MlgDocument *cover)
{
  MlgDossierBinder *self = g_new0 (MlgDossierBinder, 1);
  xmlNode *root;

  self->tree = xmlCopyDoc (mlg_document_get_tree (cover), 1);
  root = xmlDocGetRootElement (self->tree);
  self->ns = root->ns;
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && mlg_document_node_is (child, "body"))
      self->body = child;
  return self;
}

/**
 * mlg_dossier_binder_free:
 * @self: (transfer full): a binder
 *
 * Frees a binder; papers that were not bound by then are given up with it.
 */
void
mlg_dossier_binder_free (MlgDossierBinder *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_free (self);
}

/* Returns: (nullable): the table of the opening that waits for the papers */
static xmlNode *
find_table (xmlNode *part)
{
  for (xmlNode *child = part->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && mlg_document_node_is (child, "table"))
      return child;
  return NULL;
}

/**
 * mlg_dossier_binder_open_part:
 * @opening: its title, and a few words on what is in it; each paper becomes a row of its first table, with
 *   its title, what it is and its page, or an item of a list when there is no table
 *
 * Starts a part, on a new page: the papers that follow are in it.
 */
void
mlg_dossier_binder_open_part (MlgDossierBinder *self, MlgDocument *opening)
{
  add (self, self->body, "page-break");
  self->part = open_section (self, self->body, opening, "part");
  add_body (self, self->part, opening, "part");
  self->table = find_table (self->part);
  self->list = NULL;
}

/* @show: what a reference says */
static void
add_reference (MlgDossierBinder *self, xmlNode *paragraph, const char *place, const char *show)
{
  xmlNode *reference = add (self, paragraph, "ref");

  mlg_xml_set (reference, "to", place);
  mlg_xml_set (reference, "show", show);
}

static xmlNode *
add_cell (MlgDossierBinder *self, xmlNode *row)
{
  return add (self, add (self, row, "cell"), "p");
}

static void
add_row (MlgDossierBinder *self, const char *place, const char *summary)
{
  xmlNode *row = add (self, self->table, "row");

  add_reference (self, add_cell (self, row), place, "title");
  xmlNodeAddContent (add_cell (self, row), (const xmlChar *) summary);
  add_reference (self, add_cell (self, row), place, "page");
}

/* The opening of a part leads to each of its papers. */
static void
list_paper (MlgDossierBinder *self, xmlNode *section, const char *name, const char *summary)
{
  g_autofree char *place = g_strconcat ("paper-", name, NULL);

  if (self->part == NULL)
    return;
  xmlSetNsProp (section, xmlSearchNsByHref (self->tree, section, XML_XML_NAMESPACE),
                (const xmlChar *) "id", (const xmlChar *) place);
  if (self->table != NULL)
    add_row (self, place, summary);
  else
    add_reference (self, add (self, add (self, self->list, "item"), "p"), place, "title");
}

/**
 * mlg_dossier_binder_add:
 * @name: what its places are told from those of other papers by: letters, digits and hyphens
 * @summary: what it is, in a sentence
 *
 * Adds a paper, on a new page.
 */
void
mlg_dossier_binder_add (MlgDossierBinder *self,
                        MlgDocument *paper,
                        const char *name,
                        const char *summary)
{
  xmlNode *to = self->part != NULL ? self->part : self->body;
  xmlNode *section;

  if (self->list == NULL && self->part != NULL && self->table == NULL)
    self->list = add (self, self->part, "list");
  add (self, to, "page-break");
  section = open_section (self, to, paper, name);
  list_paper (self, section, name, summary);
  add_body (self, section, paper, name);
}

/**
 * mlg_dossier_binder_finish:
 * @name: for messages
 *
 * Returns: (transfer full): all in one document; nothing can be added any more
 */
MlgDocument *
mlg_dossier_binder_finish (MlgDossierBinder *self, const char *name)
{
  return mlg_document_new_for_tree (g_steal_pointer (&self->tree), name);
}
