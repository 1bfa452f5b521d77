/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-place.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-xml.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-fragment.h"
#include "library/mlg-template-edit.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-statement.h"

/* The usual piece of a phase, for a template that has no clause of it yet. */
static const struct
{
  const char *phase;
  const char *role;
} usual_roles[] = {
  { "need", "rc" },          { "selection", "rc" }, { "award", "rc" }, { "specification", "cctp" },
  { "performance", "ccap" },
};

static xmlNode *
find_clause (xmlNode *node, const char *uri)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlNode *found;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (mlg_template_node_is (child, "clause")
          && g_strcmp0 (mlg_xml_get (child, "uri"), uri) == 0)
        return child;
      found = find_clause (child, uri);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The last clause of a phase is where the next one of it stands. */
static xmlNode *
find_last_of_phase (xmlNode *node, const char *phase)
{
  xmlNode *last = NULL;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlNode *found;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      found = mlg_template_node_is (child, "clause")
                      && g_strcmp0 (mlg_xml_get (child, "phase"), phase) == 0
                  ? child
                  : find_last_of_phase (child, phase);
      if (found != NULL)
        last = found;
    }
  return last;
}

/* A neighbour's condition is not the new clause's. */
static xmlNode *
leave_conditions (xmlNode *node)
{
  while (mlg_template_node_is (node->parent, "when")
         || mlg_template_node_is (node->parent, "otherwise")
         || mlg_template_node_is (node->parent, "repeat")
         || mlg_template_node_is (node->parent, "empty"))
    node = node->parent;
  return node;
}

static xmlNode *
find_piece_text (xmlNode *root, const char *phase)
{
  const char *role = NULL;
  xmlNode *chosen = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (usual_roles); i++)
    if (g_strcmp0 (usual_roles[i].phase, phase) == 0)
      role = usual_roles[i].role;
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "piece")
        && (chosen == NULL || g_strcmp0 (mlg_xml_get (child, "role"), role) == 0))
      chosen = child;
  return chosen != NULL ? mlg_template_find_child (chosen, "text") : NULL;
}

/**
 * mlg_clause_put_in:
 * @template: a template, which stays as it is
 * @clause: a record of a clause
 *
 * Puts a clause after the last one of its phase, or at the end of the piece where its phase usually stands.
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE when the clause is there already.
 *
 * Returns: (transfer full): the template with the clause
 */
MlgTemplate *
mlg_clause_put_in (MlgTemplate *template, MlgRecord *clause, GError **error)
{
  const char *phase = mlg_record_get_text (clause, MLG_CLAUSE_PHASE);
  const char *uri = mlg_record_get_text (clause, MLG_CLAUSE_URI);
  g_autofree char *name = mlg_template_get_title (template);
  g_autoptr (GString) fragment = g_string_new (NULL);
  g_autoptr (xmlDoc) read = NULL;
  g_autoptr (xmlDoc) tree = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *root = xmlDocGetRootElement (tree);
  xmlNode *after = find_last_of_phase (root, phase);
  xmlNode *node;

  if (find_clause (root, uri) != NULL)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
                   _ ("the clause “%s” is in the text already"),
                   mlg_record_get_text (clause, MLG_CLAUSE_TITLE));
      return NULL;
    }
  mlg_clause_append_xml (clause, NULL, fragment);
  read = mlg_fragment_read (fragment->str, error);
  if (read == NULL)
    return NULL;
  node = xmlDocCopyNode (xmlDocGetRootElement (read)->children, tree, 1);
  if (after != NULL)
    xmlAddNextSibling (leave_conditions (after), node);
  else
    xmlAddChild (find_piece_text (root, phase), node);
  xmlReconciliateNs (tree, node);
  return mlg_compose_finish (g_steal_pointer (&tree), name, error);
}

/**
 * mlg_clause_take_out:
 * @template: a template, which stays as it is
 * @uri: of one of its clauses
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN when the template has no such clause.
 *
 * Returns: (transfer full): the template without the clause
 */
MlgTemplate *
mlg_clause_take_out (MlgTemplate *template, const char *uri, GError **error)
{
  g_autofree char *name = mlg_template_get_title (template);
  g_autoptr (xmlDoc) tree = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *clause = find_clause (xmlDocGetRootElement (tree), uri);

  if (clause == NULL)
    {
      g_set_error_literal (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                           _ ("the clause is not in the text any more"));
      return NULL;
    }
  xmlUnlinkNode (clause);
  xmlFreeNode (clause);
  return mlg_compose_finish (g_steal_pointer (&tree), name, error);
}

static gboolean
write_draft (MlgConnection *db, gint64 draft, MlgTemplate *text, GError **error)
{
  return text != NULL && mlg_draft_write_text (db, draft, text, error);
}

/**
 * mlg_draft_add_clause:
 * @clause: a clause of the library
 *
 * Puts a clause into the text of a draft, and nothing into its template. In an action only.
 */
gboolean
mlg_draft_add_clause (MlgConnection *db, gint64 draft, gint64 clause, GError **error)
{
  g_autoptr (MlgTemplate) text = mlg_compose_draft (db, draft, NULL, error);
  g_autoptr (MlgRecord) record =
      text != NULL ? mlg_record_load (db, &mlg_clause_kind, clause, error) : NULL;
  g_autoptr (MlgTemplate) changed = record != NULL ? mlg_clause_put_in (text, record, error) : NULL;

  return write_draft (db, draft, changed, error);
}

/**
 * mlg_draft_remove_clause:
 * @uri: of a clause of the draft's text
 *
 * Takes a clause out of the text of a draft. In an action only.
 */
gboolean
mlg_draft_remove_clause (MlgConnection *db, gint64 draft, const char *uri, GError **error)
{
  g_autoptr (MlgTemplate) text = mlg_compose_draft (db, draft, NULL, error);
  g_autoptr (MlgTemplate) changed = text != NULL ? mlg_clause_take_out (text, uri, error) : NULL;

  return write_draft (db, draft, changed, error);
}

/**
 * mlg_template_add_clause:
 * @template: an id
 * @clause: a clause of the library
 *
 * Puts a clause into a template, which gets its next revision. In an action only.
 */
gboolean
mlg_template_add_clause (MlgConnection *db, gint64 template, gint64 clause, GError **error)
{
  g_autoptr (MlgTemplate) text = mlg_compose_template (db, template, NULL, error);
  g_autoptr (MlgRecord) record =
      text != NULL ? mlg_record_load (db, &mlg_clause_kind, clause, error) : NULL;
  g_autoptr (MlgTemplate) changed = record != NULL ? mlg_clause_put_in (text, record, error) : NULL;
  g_autofree char *note = NULL;

  if (changed == NULL)
    return FALSE;
  /* Translators: what changed in a revision; %s is the title of a clause. */
  note = g_strdup_printf (_ ("“%s” added"), mlg_record_get_text (record, MLG_CLAUSE_TITLE));
  return mlg_template_store (db, changed, note, error) != 0;
}

/**
 * mlg_template_remove_clause:
 * @template: an id
 * @uri: of one of its clauses, which stays in the library
 *
 * Takes a clause out of a template, which gets its next revision. In an action only.
 */
gboolean
mlg_template_remove_clause (MlgConnection *db, gint64 template, const char *uri, GError **error)
{
  g_autoptr (MlgTemplate) text = mlg_compose_template (db, template, NULL, error);
  g_autoptr (MlgTemplate) changed = text != NULL ? mlg_clause_take_out (text, uri, error) : NULL;

  return changed != NULL
         && mlg_template_store (db, changed, _ ("A clause was taken out"), error) != 0;
}

/**
 * mlg_clause_find:
 * @uri: of a clause
 * @id: (out): the clause of the library; 0 when it has none of this identifier
 */
gboolean
mlg_clause_find (MlgConnection *db, const char *uri, gint64 *id, GError **error)
{
  *id = 0;
  return mlg_connection_get_integer (db, id, error, "SELECT id FROM clause WHERE uri=?1", "t", uri);
}

static void
fitting_free (gpointer data)
{
  MlgFittingClause *fitting = data;

  g_free (fitting->title);
  g_free (fitting->ambition);
  g_free (fitting);
}

/* From a row of id, title and ambition. */
static void
add_fitting (GPtrArray *found, MlgStatement *statement)
{
  MlgFittingClause *fitting = g_new0 (MlgFittingClause, 1);

  fitting->id = mlg_statement_get_integer (statement, 0);
  fitting->title = g_strdup (mlg_statement_get_text (statement, 1));
  fitting->ambition = g_strdup (mlg_statement_get_text (statement, 2));
  g_ptr_array_add (found, fitting);
}

static gint64
find_family (MlgConnection *db, MlgTemplate *template)
{
  gint64 family = 0;

  /* Without it the clauses of all families are as near. */
  if (!mlg_connection_get_integer (db, &family, NULL, "SELECT family FROM template WHERE uri=?1",
                                   "t", mlg_template_get_uri (template)))
    return 0;
  return family;
}

/**
 * mlg_clause_find_fitting:
 * @template: what they would be put in: those that it has are left out
 * @phase: (nullable): a code of mlg_clause_phases
 * @dimension: (nullable): a code of mlg_dimensions
 * @limit: how many at most
 *
 * Finds the clauses of the library that act in a phase and for a dimension; those written for the same
 * family of purchases come first, then those that ask the least.
 *
 * Returns: (transfer full) (element-type MlgFittingClause): %NULL with @error set
 */
GPtrArray *
mlg_clause_find_fitting (MlgConnection *db,
                         MlgTemplate *template,
                         const char *phase,
                         const char *dimension,
                         guint limit,
                         GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT id, title, ambition, uri FROM clause WHERE archived IS NOT 1"
      " AND (?1 IS NULL OR phase=?1)"
      " AND (?2 IS NULL OR id IN (SELECT clause FROM clause_trait WHERE code=?2))"
      " ORDER BY family IS NOT ?3, ambition='exemplary', ambition='good', fold(title), id",
      error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (fitting_free);
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  MlgStep step = MLG_STEP_DONE;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_text (statement, 1, phase);
  mlg_statement_bind_text (statement, 2, dimension);
  mlg_statement_bind_integer (statement, 3, find_family (db, template));
  while (found->len < limit && (step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      if (find_clause (root, mlg_statement_get_text (statement, 3)) == NULL)
        add_fitting (found, statement);
    }
  return step != MLG_STEP_FAILED ? g_steal_pointer (&found) : NULL;
}

/**
 * mlg_clause_list_variants:
 * @clause: an id
 *
 * Returns: (transfer full) (element-type MlgFittingClause): the other clauses of the same family of need that are
 *   not archived, those that ask the least first; %NULL with @error set
 */
GPtrArray *
mlg_clause_list_variants (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT id, title, ambition FROM clause WHERE archived IS NOT 1 AND id<>?1"
      " AND need=(SELECT need FROM clause WHERE id=?1)"
      " ORDER BY ambition='exemplary', ambition='good', fold(title), id",
      error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (fitting_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, clause);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    add_fitting (found, statement);
  return step == MLG_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
