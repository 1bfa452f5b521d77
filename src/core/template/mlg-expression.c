/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-expression.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "document/mlg-plain-numbers.h"

/* XPath 1.0 by libxml2, over one tree, with a bounded number of steps, and current() as XSLT has it.
 * Expressions are compiled once for each evaluator. Nothing is registered that could reach outside
 * of the tree. */
struct _MlgEvaluator
{
  xmlXPathContext *context; /* (owned) */
  GHashTable *compiled;     /* (owned) (element-type utf8 xmlXPathCompExpr) */
  xmlNode *from;            /* (unowned) (nullable) where the expression being evaluated starts */
};

typedef xmlXPathObject MlgXPathObject;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgXPathObject, xmlXPathFreeObject)

/* What is wrong is asked of the context; without a handler libxml2 prints it. */
static void
on_xpath_error (void *data, const xmlError *error)
{
}

static void
refuse_function (xmlXPathParserContext *call, int n_arguments)
{
  xmlXPathErr (call, XPATH_UNKNOWN_FUNC_ERROR);
}

/* libxml2 prints the name of a function that nobody knows, whatever the handler. */
static xmlXPathFunction
find_function (void *data, const xmlChar *name, const xmlChar *ns)
{
  xmlXPathContext *context = data;

  return xmlHashLookup2 (context->funcHash, name, ns) != NULL ? NULL : refuse_function;
}

static void
silence (xmlXPathContext *context)
{
  context->error = (xmlStructuredErrorFunc) on_xpath_error;
  xmlXPathRegisterFuncLookup (context, find_function, context);
}

/* The node that an expression starts from, inside its predicates too: what belongs to the turn of a
 * repeat is found elsewhere by sites/row[lot = current()/number]. */
static void
call_current (xmlXPathParserContext *parser, int n_arguments)
{
  MlgEvaluator *self = parser->context->userData;

  if (n_arguments != 0)
    xmlXPathErr (parser, XPATH_INVALID_ARITY);
  else
    valuePush (parser, xmlXPathNewNodeSet (self->from));
}

/**
 * mlg_evaluator_new:
 * @context: (transfer none): the tree; it must outlive the evaluator
 *
 * Returns: (transfer full): what evaluates expressions over the tree, in one thread at a time
 */
MlgEvaluator *
mlg_evaluator_new (xmlDoc *context)
{
  MlgEvaluator *self = g_new0 (MlgEvaluator, 1);

  self->context = xmlXPathNewContext (context);
  silence (self->context);
  self->context->userData = self;
  xmlXPathRegisterFunc (self->context, (const xmlChar *) "current", call_current);
  self->compiled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) xmlXPathFreeCompExpr);
  return self;
}

/**
 * mlg_evaluator_free:
 * @self: (transfer full): an evaluator
 *
 * Frees an evaluator; the tree over which it was made is not its own.
 */
void
mlg_evaluator_free (MlgEvaluator *self)
{
  g_hash_table_unref (self->compiled);
  xmlXPathFreeContext (self->context);
  g_free (self);
}

static xmlXPathCompExpr *
compile (MlgEvaluator *self, const char *expression, GError **error)
{
  xmlXPathCompExpr *compiled = g_hash_table_lookup (self->compiled, expression);

  if (compiled != NULL)
    return compiled;
  compiled = xmlXPathCtxtCompile (self->context, (const xmlChar *) expression);
  if (compiled != NULL)
    g_hash_table_insert (self->compiled, g_strdup (expression), compiled);
  else
    g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION,
                 _ ("“%s” is not an XPath expression"), expression);
  return compiled;
}

static xmlXPathObject *
evaluate (MlgEvaluator *self, const char *expression, xmlNode *from, GError **error)
{
  xmlXPathCompExpr *compiled = compile (self, expression, error);
  MlgPlainNumbers former;
  xmlXPathObject *result;

  if (compiled == NULL)
    return NULL;
  self->context->node = from;
  self->from = from;
  self->context->opLimit = MLG_EXPRESSION_MAX_STEPS;
  self->context->opCount = 0;
  former = mlg_plain_numbers_begin ();
  result = xmlXPathCompiledEval (compiled, self->context);
  mlg_plain_numbers_end (former);
  if (result == NULL)
    g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION,
                 self->context->opCount >= MLG_EXPRESSION_MAX_STEPS
                     ? _ ("“%s” takes too many steps")
                     : _ ("“%s” cannot be evaluated"),
                 expression);
  return result;
}

/**
 * mlg_evaluator_test:
 * @from: where relative expressions start
 * @holds: (out): the result as a boolean, as XPath sees it
 *
 * Returns: %FALSE with %MLG_TEMPLATE_ERROR_EXPRESSION
 */
gboolean
mlg_evaluator_test (
    MlgEvaluator *self, const char *expression, xmlNode *from, gboolean *holds, GError **error)
{
  g_autoptr (MlgXPathObject) result = evaluate (self, expression, from, error);

  if (result == NULL)
    return FALSE;
  *holds = xmlXPathCastToBoolean (result) != 0;
  return TRUE;
}

/**
 * mlg_evaluator_select:
 * @from: where relative expressions start
 *
 * Returns: (transfer container) (element-type xmlNode): the nodes selected, in document order; none
 *   for a result that is not a set of nodes
 */
GPtrArray *
mlg_evaluator_select (MlgEvaluator *self, const char *expression, xmlNode *from, GError **error)
{
  g_autoptr (MlgXPathObject) result = evaluate (self, expression, from, error);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  if (result == NULL)
    return NULL;
  if (result->type == XPATH_NODESET && result->nodesetval != NULL)
    {
      xmlXPathNodeSetSort (result->nodesetval);
      for (int i = 0; i < result->nodesetval->nodeNr; i++)
        if (result->nodesetval->nodeTab[i]->type != XML_NAMESPACE_DECL)
          g_ptr_array_add (nodes, result->nodesetval->nodeTab[i]);
    }
  return g_steal_pointer (&nodes);
}

/**
 * mlg_evaluator_get_text:
 * @from: where relative expressions start
 *
 * Returns: (transfer full): the result as a string, as XPath sees it
 */
char *
mlg_evaluator_get_text (MlgEvaluator *self, const char *expression, xmlNode *from, GError **error)
{
  g_autoptr (MlgXPathObject) result = evaluate (self, expression, from, error);
  MlgPlainNumbers former;
  xmlChar *text;
  char *copy;

  if (result == NULL)
    return NULL;
  former = mlg_plain_numbers_begin ();
  text = xmlXPathCastToString (result);
  mlg_plain_numbers_end (former);
  copy = g_strdup ((const char *) text);
  xmlFree (text);
  return copy;
}

/**
 * mlg_expression_check:
 *
 * Returns: whether this is an XPath expression; %MLG_TEMPLATE_ERROR_EXPRESSION if not
 */
gboolean
mlg_expression_check (const char *expression, GError **error)
{
  g_autoptr (MlgEvaluator) evaluator = mlg_evaluator_new (NULL);

  return compile (evaluator, expression, error) != NULL;
}
