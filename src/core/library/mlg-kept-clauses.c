/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-kept-clauses.h"

#include "library/mlg-fragment.h"
#include "template/mlg-expression.h"

/* The clauses that the answers keep: those of conditions that do not hold are left out. */
typedef struct
{
  MlgEvaluator *evaluator; /* (owned) */
  xmlNode *context;        /* (unowned) */
  MlgKeptClause func;
  gpointer data;
  const char *piece; /* (unowned) the title of the piece */
} Walk;

static gboolean walk (Walk *self, const xmlNode *node, GError **error);

static gboolean
walk_when (Walk *self, const xmlNode *when, GError **error)
{
  gboolean holds = FALSE;

  if (!mlg_evaluator_test (self->evaluator, mlg_xml_get (when, "test"), self->context, &holds,
                           error))
    return FALSE;
  for (const xmlNode *child = when->children; child != NULL; child = child->next)
    {
      gboolean otherwise = mlg_template_node_is (child, "otherwise");

      if (child->type != XML_ELEMENT_NODE || otherwise == holds)
        continue;
      if (!walk (self, child, error))
        return FALSE;
    }
  return TRUE;
}

/* What is repeated is there once: a row's own conditions are not looked at. */
static gboolean
walk (Walk *self, const xmlNode *node, GError **error)
{
  if (mlg_template_node_is (node, "when"))
    return walk_when (self, node, error);
  if (mlg_template_node_is (node, "clause"))
    {
      self->func (node, self->piece, self->data);
      return TRUE;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !walk (self, child, error))
      return FALSE;
  return TRUE;
}

static gboolean
walk_pieces (Walk *self, GPtrArray *pieces, GError **error)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autofree char *title =
          mlg_fragment_get_text (mlg_template_find_child (pieces->pdata[i], "title"));

      self->piece = title != NULL ? title : mlg_xml_get (pieces->pdata[i], "role");
      if (!walk (self, mlg_template_find_child (pieces->pdata[i], "text"), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_kept_clauses_foreach:
 * @answers: to a template's questions
 * @func: called for each clause that is kept, in their order
 *
 * Errors: %MLG_TEMPLATE_ERROR_EXPRESSION.
 */
gboolean
mlg_kept_clauses_foreach (MlgAnswers *answers, MlgKeptClause func, gpointer data, GError **error)
{
  g_autoptr (xmlDoc) context = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (context, NULL, (const xmlChar *) "context", NULL);
  g_autoptr (MlgEvaluator) evaluator = NULL;
  Walk self = { .context = root, .func = func, .data = data };

  xmlDocSetRootElement (context, root);
  mlg_answers_add_to_context (answers, root);
  evaluator = mlg_evaluator_new (context);
  self.evaluator = evaluator;
  return walk_pieces (&self, mlg_template_get_pieces (mlg_answers_get_template (answers)), error);
}
