/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-context.h"

#include "document/mlg-xml.h"
#include "store/mlg-clean-text.h"
#include "template/mlg-fill.h"

/* What the papers of this room are filled with. */

/**
 * mlg_theme_context_add:
 * @text: (nullable): nothing is added without; what XML may not hold becomes spaces
 *
 * Returns: (transfer none) (nullable): the new element
 */
xmlNode *
mlg_theme_context_add (xmlNode *parent, const char *name, const char *text)
{
  g_autofree char *clean = g_strdup (text);

  if (text == NULL || *text == '\0')
    return NULL;
  mlg_clean_text (clean);
  return xmlNewTextChild (parent, NULL, (const xmlChar *) name, (const xmlChar *) clean);
}

static gboolean
add_asked (MlgConnection *db, xmlNode *parent, const char *name, const char *sql, GError **error)
{
  g_autofree char *text = NULL;

  if (!mlg_connection_get_text (db, &text, error, sql, ""))
    return FALSE;
  mlg_theme_context_add (parent, name, text);
  return TRUE;
}

/**
 * mlg_theme_context_new:
 *
 * Returns: (transfer full): a root "context" with "network" (name, carrier, contact); %NULL with @error set
 */
xmlDoc *
mlg_theme_context_new (MlgConnection *db, GError **error)
{
  g_autoptr (xmlDoc) tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, (const xmlChar *) "context", NULL);
  xmlNode *network = xmlNewChild (root, NULL, (const xmlChar *) "network", NULL);

  xmlDocSetRootElement (tree, root);
  if (!add_asked (db, network, "name", "SELECT name FROM network", error)
      || !add_asked (db, network, "carrier", "SELECT controller FROM network", error)
      || !add_asked (db, network, "contact", "SELECT controller_contact FROM network", error))
    return NULL;
  return g_steal_pointer (&tree);
}

/**
 * mlg_theme_context_fill:
 * @template: of the paper
 * @missing: (out) (transfer full): the labels of required fields without a value
 *
 * Returns: (transfer full): the paper; %NULL with @error set
 */
MlgDocument *
mlg_theme_context_fill (xmlDoc *context,
                        MlgTemplate *template,
                        GStrv *missing,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgAnswers) answers = mlg_answers_new (template);

  mlg_answers_take_records (answers, context, issues);
  *missing = mlg_fill_list_missing (template, answers);
  return mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES, issues, cancellable, error);
}
