/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-fill-private.h"

/* The text itself: what is kept, left out and repeated. */

xmlNode *
mlg_fill_add (MlgFill *self, xmlNode *to, const char *name)
{
  xmlNode *node = xmlNewDocNode (self->out, self->ns, (const xmlChar *) name, NULL);

  if (++self->n_nodes > MLG_FILL_MAX_NODES && self->error == NULL)
    g_set_error (&self->error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION,
                 _ ("The filled document would have more than %d elements"), MLG_FILL_MAX_NODES);
  return xmlAddChild (to, node);
}

static gboolean
stopped (MlgFill *self)
{
  return self->error != NULL
         || (self->cancellable != NULL
             && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error));
}

/* An identifier stands once: the first turn of a repeat has it. */
static void
copy_attributes (MlgFill *self, const xmlNode *from, xmlNode *to)
{
  for (const xmlAttr *attribute = from->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autoptr (xmlChar) value = xmlNodeListGetString (from->doc, attribute->children, 1);
      gboolean is_id =
          attribute->ns != NULL && xmlStrEqual (attribute->name, (const xmlChar *) "id");

      if (is_id && self->repetition > 0)
        continue;
      if (attribute->ns != NULL)
        xmlNewNsProp (to, xmlSearchNsByHref (self->out, to, XML_XML_NAMESPACE), attribute->name,
                      value);
      else
        xmlNewProp (to, attribute->name, value);
    }
}

static void
fill_alternative (MlgFill *self, const xmlNode *parent, const char *name, xmlNode *to, xmlNode *at)
{
  const xmlNode *alternative = mlg_template_find_child (parent, name);

  if (alternative != NULL)
    mlg_fill_children (self, alternative, to, at);
}

/* Tells where in the template the expression is that could not be evaluated, and so ended the filling. */
void
mlg_fill_fault (MlgFill *self, const xmlNode *where)
{
  if (g_error_matches (self->error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION))
    mlg_issue_list_add (self->issues, MLG_SEVERITY_ERROR, NULL, mlg_xml_get_line (where),
                        mlg_xml_get_column (where), "%s", self->error->message);
}

static void
fill_when (MlgFill *self, const xmlNode *when, xmlNode *to, xmlNode *at)
{
  gboolean holds = FALSE;

  if (!mlg_evaluator_test (self->evaluator, mlg_xml_get (when, "test"), at, &holds, &self->error))
    {
      mlg_fill_fault (self, when);
      return;
    }
  if (holds)
    mlg_fill_children (self, when, to, at);
  else
    fill_alternative (self, when, "otherwise", to, at);
}

static void
fill_repeat (MlgFill *self, const xmlNode *repeat, xmlNode *to, xmlNode *at)
{
  const char *between = mlg_xml_get (repeat, "between");
  guint around = self->repetition;
  g_autoptr (GPtrArray) nodes =
      mlg_evaluator_select (self->evaluator, mlg_xml_get (repeat, "select"), at, &self->error);

  if (nodes == NULL)
    {
      mlg_fill_fault (self, repeat);
      return;
    }
  for (guint i = 0; i < nodes->len && !stopped (self); i++)
    {
      if (i > 0 && between != NULL)
        mlg_fill_words (self, to, between);
      self->repetition = around + i;
      mlg_fill_children (self, repeat, to, nodes->pdata[i]);
    }
  self->repetition = around;
  if (nodes->len == 0)
    fill_alternative (self, repeat, "empty", to, at);
}

/* What a clause says to the drafter stays in the template. */
static void
fill_template_element (MlgFill *self, const xmlNode *element, xmlNode *to, xmlNode *at)
{
  if (mlg_template_node_is (element, "when"))
    fill_when (self, element, to, at);
  else if (mlg_template_node_is (element, "repeat"))
    fill_repeat (self, element, to, at);
  else if (mlg_template_node_is (element, "value"))
    mlg_fill_value (self, element, to, at);
  else if (mlg_template_node_is (element, "clause"))
    fill_alternative (self, element, "text", to, at);
}

/* A list or a table of which nothing is left goes too. */
static void
drop_if_empty (xmlNode *node)
{
  if ((mlg_document_node_is (node, "list") && xmlFirstElementChild (node) == NULL)
      || (mlg_document_node_is (node, "table") && xmlLastElementChild (node) == NULL))
    {
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

static void
fill_element (MlgFill *self, const xmlNode *element, xmlNode *to, xmlNode *at)
{
  xmlNode *copy;

  if (mlg_document_content (element) == MLG_CONTENT_FOREIGN)
    fill_template_element (self, element, to, at);
  else if (mlg_document_node_is (element, "note"))
    return;
  else if (mlg_document_node_is (element, "field"))
    mlg_fill_field (self, element, to, at);
  else
    {
      copy = mlg_fill_add (self, to, (const char *) element->name);
      copy_attributes (self, element, copy);
      mlg_fill_children (self, element, copy, at);
      drop_if_empty (copy);
    }
}

/* Writes what is in @from into @to; relative expressions start from @at. */
void
mlg_fill_children (MlgFill *self, const xmlNode *from, xmlNode *to, xmlNode *at)
{
  for (const xmlNode *child = from->children; child != NULL && !stopped (self); child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        xmlNodeAddContent (to, child->content);
      else if (child->type == XML_ELEMENT_NODE && !mlg_template_node_is (child, "otherwise")
               && !mlg_template_node_is (child, "empty"))
        fill_element (self, child, to, at);
    }
}
