/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "template/mlg-expression.h"

/* Any text as an expression: it is refused, or is evaluated in bounded steps, and an expression that was
 * refused is never evaluated. */

#define CONTEXT                                                                                    \
  "<context><answers><field name='a'>1</field><field name='b'>deux</field></answers>"              \
  "<lots><lot n='1'>un</lot><lot n='2'>deux</lot><lot n='3'/></lots></context>"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static xmlDoc *
get_context (void)
{
  static xmlDoc *context;

  if (context == NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (CONTEXT, strlen (CONTEXT));

      context = mlg_xml_read_bytes (bytes, "context", NULL, NULL, NULL);
    }
  return context;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *expression = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (MlgEvaluator) evaluator = NULL;
  xmlNode *root = xmlDocGetRootElement (get_context ());
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *text = NULL;
  gboolean sound = FALSE, holds = FALSE;

  /* Expressions come from XML, whose text is valid. */
  if (!g_utf8_validate (expression, -1, NULL))
    return 0;
  sound = mlg_expression_check (expression, NULL);
  evaluator = mlg_evaluator_new (get_context ());
  nodes = mlg_evaluator_select (evaluator, expression, root, NULL);
  text = mlg_evaluator_get_text (evaluator, expression, root, NULL);
  if (!sound
      && (nodes != NULL || text != NULL
          || mlg_evaluator_test (evaluator, expression, root, &holds, NULL)))
    g_error ("a refused expression was evaluated: %s", expression);
  return 0;
}
