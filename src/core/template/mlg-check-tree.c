/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document-names.h"
#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-fill-private.h"

/* From a template or a document to what rules see. */

/* The dimensions that are environmental, in our words and in those of eForms; the others, but for
 * these two, are social. Source: eForms, environmental-impact and social-objective. */
static const char environment[] =
    " environment biodiv-eco circ-econ clim-adapt clim-mitig pollu-prev water-mar ";
static const char neither[] = " innovation economy ";

/* What can be known besides properties, thresholds and facts. */
static const struct
{
  const char *name;
  const char *title;
} parts[] = {
  { "cpv", N_ ("the CPV codes") },
  { "lots", N_ ("the lots, and which of them are reserved") },
  { "clauses", N_ ("the clauses") },
  { "criteria", N_ ("the award criteria") },
  { "words", N_ ("the text") },
  { "checked", N_ ("the day on which the template was last checked against the law") },
};

/* Returns: (nullable): what a part is, for people */
const char *
mlg_check_part_get_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return _ (parts[i].title);
  return NULL;
}

MlgCheckTree *
mlg_check_tree_new (const MlgRules *rules)
{
  MlgCheckTree *self = g_new0 (MlgCheckTree, 1);

  self->rules = rules;
  self->own = g_ptr_array_new ();
  self->tree = xmlNewDoc ((const xmlChar *) "1.0");
  self->root = xmlNewDocNode (self->tree, NULL, (const xmlChar *) "check", NULL);
  xmlDocSetRootElement (self->tree, self->root);
  mlg_xml_set (self->root, "known", " ");
  return self;
}

void
mlg_check_tree_free (MlgCheckTree *self)
{
  mlg_fill_clear (&self->fill);
  g_clear_pointer (&self->issues, mlg_issue_list_unref);
  g_ptr_array_unref (self->own);
  xmlFreeDoc (self->tree);
  g_free (self);
}

void
mlg_check_tree_know (MlgCheckTree *self, const char *part)
{
  g_autofree char *known = g_strconcat (mlg_xml_get (self->root, "known"), part, " ", NULL);

  mlg_xml_set (self->root, "known", known);
}

static void
copy_attribute (const xmlNode *from, xmlNode *to, const char *name)
{
  const char *value = mlg_xml_get (from, name);

  if (value != NULL)
    mlg_xml_set (to, name, value);
}

static void
copy_text (const xmlNode *from, xmlNode *to, const char *name)
{
  const xmlNode *child = mlg_template_find_child (from, name);
  g_autoptr (xmlChar) text = child != NULL ? xmlNodeGetContent (child) : NULL;

  if (text != NULL && *text != '\0')
    xmlNewTextChild (to, NULL, (const xmlChar *) name, text);
}

static void
set_place (const xmlNode *from, xmlNode *to)
{
  g_autofree char *line = g_strdup_printf ("%d", mlg_xml_get_line (from));
  g_autofree char *column = g_strdup_printf ("%d", mlg_xml_get_column (from));

  mlg_xml_set (to, "line", line);
  mlg_xml_set (to, "column", column);
}

static gboolean
is_one_of (const char *list, const char *word)
{
  g_autofree char *spaced = g_strdup_printf (" %s ", word);

  return strstr (list, spaced) != NULL;
}

static void
set_dimension (const xmlNode *from, xmlNode *to)
{
  const char *dimension = mlg_xml_get (from, "dimension");
  g_auto (GStrv) codes = g_strsplit_set (dimension != NULL ? dimension : "", " \t\r\n", -1);

  copy_attribute (from, to, "dimension");
  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0' && !is_one_of (neither, codes[i]))
      mlg_xml_set (to, is_one_of (environment, codes[i]) ? "environment" : "social", "yes");
}

static void
add_clause (MlgCheckTree *self, const xmlNode *clause, const char *role)
{
  static const char *const texts[] = {
    "title", "text", "link", "proof", "sanction", "why", "source"
  };
  xmlNode *node = xmlNewChild (self->root, NULL, (const xmlChar *) "clause", NULL);

  mlg_xml_set (node, "piece", role);
  copy_attribute (clause, node, "phase");
  copy_attribute (clause, node, "ambition");
  set_dimension (clause, node);
  set_place (clause, node);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    copy_text (clause, node, texts[i]);
}

static void add_flow (MlgCheckTree *self, const xmlNode *parent, const char *role, xmlNode *at);

static void
add_alternative (
    MlgCheckTree *self, const xmlNode *parent, const char *name, const char *role, xmlNode *at)
{
  const xmlNode *alternative = mlg_template_find_child (parent, name);

  if (alternative != NULL)
    add_flow (self, alternative, role, at);
}

/* What depends on the answers counts when they, or the defaults, keep it. */
static void
add_when (MlgCheckTree *self, const xmlNode *when, const char *role, xmlNode *at)
{
  gboolean holds = FALSE;

  if (!mlg_evaluator_test (self->fill.evaluator, mlg_xml_get (when, "test"), at, &holds,
                           &self->fill.error))
    return;
  if (holds)
    add_flow (self, when, role, at);
  else
    add_alternative (self, when, "otherwise", role, at);
}

static void
add_repeat (MlgCheckTree *self, const xmlNode *repeat, const char *role, xmlNode *at)
{
  g_autoptr (GPtrArray) nodes = mlg_evaluator_select (
      self->fill.evaluator, mlg_xml_get (repeat, "select"), at, &self->fill.error);

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    add_flow (self, repeat, role, nodes->pdata[i]);
  if (nodes != NULL && nodes->len == 0)
    add_alternative (self, repeat, "empty", role, at);
}

static void
add_element (MlgCheckTree *self, const xmlNode *element, const char *role, xmlNode *at)
{
  if (mlg_template_node_is (element, "when"))
    add_when (self, element, role, at);
  else if (mlg_template_node_is (element, "repeat"))
    add_repeat (self, element, role, at);
  else if (mlg_template_node_is (element, "clause"))
    {
      add_clause (self, element, role);
      add_alternative (self, element, "text", role, at);
    }
  else if (mlg_document_content (element) == MLG_CONTENT_WORDS)
    mlg_check_words_find (self, element, at);
  else if (!mlg_document_node_is (element, "note"))
    add_flow (self, element, role, at);
}

/* Relative expressions start from @at. */
static void
add_flow (MlgCheckTree *self, const xmlNode *parent, const char *role, xmlNode *at)
{
  for (const xmlNode *child = parent->children; child != NULL && self->fill.error == NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE && !mlg_template_node_is (child, "otherwise")
        && !mlg_template_node_is (child, "empty"))
      add_element (self, child, role, at);
}

static void
add_criterion (MlgCheckTree *self, const xmlNode *criterion, xmlNode *to)
{
  xmlNode *node = xmlNewChild (to, NULL, (const xmlChar *) "criterion", NULL);

  copy_attribute (criterion, node, "type");
  copy_attribute (criterion, node, "weight");
  set_dimension (criterion, node);
  set_place (criterion, node);
  for (const xmlNode *child = criterion->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "criterion"))
      add_criterion (self, child, node);
    else if (child->type == XML_ELEMENT_NODE)
      {
        copy_text (criterion, node, (const char *) child->name);
        mlg_check_words_find (self, child, xmlDocGetRootElement (self->fill.context));
      }
}

static void
add_purchase_part (MlgCheckTree *self, const xmlNode *part)
{
  static const char *const attributes[] = {
    "code", "number", "value", "reserved", "rule", "ground"
  };
  g_autoptr (xmlChar) text = xmlNodeGetContent (part);
  xmlNode *node = xmlNewTextChild (self->root, NULL, part->name, text);

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    copy_attribute (part, node, attributes[i]);
  set_place (part, node);
  if (mlg_template_node_is (part, "cpv"))
    mlg_check_tree_know (self, "cpv");
  else if (mlg_template_node_is (part, "lot") || mlg_template_node_is (part, "single-lot"))
    mlg_check_tree_know (self, "lots");
}

static void
add_piece (MlgCheckTree *self, const xmlNode *piece)
{
  const char *role = mlg_xml_get (piece, "role");
  const xmlNode *text = mlg_template_find_child (piece, "text");

  mlg_xml_set (xmlNewChild (self->root, NULL, (const xmlChar *) "piece", NULL), "role", role);
  if (text != NULL)
    add_flow (self, text, role, xmlDocGetRootElement (self->fill.context));
}

static void
add_identity (MlgCheckTree *self, const xmlNode *identity)
{
  const xmlNode *checked = identity != NULL ? mlg_template_find_child (identity, "checked") : NULL;

  if (checked == NULL)
    return;
  mlg_xml_set (self->root, "checked", mlg_xml_get (checked, "on"));
  mlg_check_tree_know (self, "checked");
}

static void
add_parts (MlgCheckTree *self, const xmlNode *root)
{
  const xmlNode *purchase = mlg_template_find_child (root, "purchase");
  const xmlNode *criteria = mlg_template_find_child (root, "criteria");

  for (const xmlNode *child = purchase != NULL ? purchase->children : NULL; child != NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE && !mlg_template_node_is (child, "fact"))
      add_purchase_part (self, child);
  for (const xmlNode *child = criteria != NULL ? criteria->children : NULL; child != NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      add_criterion (self, child, self->root);
  if (criteria != NULL)
    mlg_check_tree_know (self, "criteria");
}

static gboolean
has_clauses (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "clause")
        || (child->type == XML_ELEMENT_NODE && has_clauses (child)))
      return TRUE;
  return FALSE;
}

/* Returns: %FALSE with @error set, when an expression of the template costs too much */
gboolean
mlg_check_tree_add_template (MlgCheckTree *self,
                             MlgTemplate *template,
                             MlgAnswers *answers,
                             GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  GPtrArray *pieces = mlg_template_get_pieces (template);

  self->issues = mlg_issue_list_new ();
  mlg_fill_start (&self->fill, template, answers, NULL, NULL, self->issues);
  mlg_fill_start_document (&self->fill);
  add_identity (self, mlg_template_find_child (root, "identity"));
  add_parts (self, root);
  mlg_check_tree_add_answered_lots (self);
  if (has_clauses (root))
    mlg_check_tree_know (self, "clauses");
  for (guint i = 0; i < pieces->len; i++)
    add_piece (self, pieces->pdata[i]);
  mlg_check_tree_know (self, "words");
  if (self->fill.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->fill.error));
  return FALSE;
}

/* A document has words only: its clauses and criteria are not told apart. */
void
mlg_check_tree_add_document (MlgCheckTree *self, MlgDocument *document)
{
  const xmlNode *body = mlg_document_get_part (document, "body");

  if (body != NULL)
    add_flow (self, body, "paper", NULL);
  mlg_check_tree_know (self, "words");
}
