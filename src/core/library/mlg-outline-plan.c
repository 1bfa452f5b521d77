/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-clause-words.h"
#include "library/mlg-outline-plan-private.h"
#include "library/mlg-text-lines.h"
#include "store/mlg-statement.h"

static void
item_free (gpointer data)
{
  MlgPlanItem *item = data;

  g_free (item->title);
  g_free (item->text);
  g_free (item->dimension);
  g_free (item->known_title);
  g_free (item);
}

static char *
get_heading (const xmlNode *section)
{
  xmlNode *heading = mlg_document_section_heading (section);
  g_autofree char *words = heading != NULL ? mlg_text_lines_from_node (heading) : g_strdup ("");

  return g_strdelimit (g_steal_pointer (&words), "\n", ' ');
}

static void
collect (MlgOutlinePlan *self, const xmlNode *node, guint level)
{
  for (; node != NULL; node = node->next)
    {
      MlgPlanItem *item;

      if (!mlg_document_node_is (node, "section"))
        continue;
      item = g_new0 (MlgPlanItem, 1);
      item->level = level;
      item->node = node;
      item->title = get_heading (node);
      item->text = mlg_text_lines_from_node (node);
      g_ptr_array_add (self->items, item);
      collect (self, node->children, level + 1);
    }
}

/* What is under a clause is a part of it. */
static void
settle (MlgOutlinePlan *self)
{
  guint clause_level = 0;
  const char *role = self->role;

  for (guint i = 0; i < self->items->len; i++)
    {
      MlgPlanItem *item = self->items->pdata[i];

      if (clause_level != 0 && item->level <= clause_level)
        clause_level = 0;
      item->inside = clause_level != 0;
      if (!item->inside && item->cut == MLG_CUT_CLAUSE)
        clause_level = item->level;
      if (item->cut == MLG_CUT_PIECE)
        role = item->role;
      item->phase = mlg_clause_guess_phase (item->title, item->text, role);
    }
}

static gboolean
has_blocks (const xmlNode *section)
{
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !mlg_document_node_is (child, "section")
        && !mlg_document_node_is (child, "heading"))
      return TRUE;
  return FALSE;
}

static gboolean
has_sections (const xmlNode *section)
{
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "section"))
      return TRUE;
  return FALSE;
}

/* A first section that bears the name of a piece is one; what only holds other sections is cut further;
 * anything else is a clause. */
static MlgCut
propose (MlgPlanItem *item)
{
  const char *role = mlg_clause_guess_role (item->title);

  item->role = role != NULL ? role : "cctp";
  if (item->level == 1 && role != NULL && has_sections (item->node))
    return MLG_CUT_PIECE;
  return has_sections (item->node) && !has_blocks (item->node) ? MLG_CUT_SECTION : MLG_CUT_CLAUSE;
}

static gboolean
recognise (MlgPlanItem *item, MlgConnection *db, MlgSimilarClauses *similar, GError **error)
{
  item->known = mlg_similar_clauses_find (similar, item->text, &item->likeness);
  if (item->known == 0 || item->likeness < MLG_SIMILAR_ENOUGH)
    {
      item->known = 0;
      return TRUE;
    }
  item->take_known = item->likeness > 0.95;
  return mlg_connection_get_text (db, &item->known_title, error,
                                  "SELECT title FROM clause WHERE id=?1", "i", item->known);
}

static char *
make_title (MlgDocument *document)
{
  char *title = mlg_document_get_title (document);
  g_autofree char *name = NULL;

  if (title != NULL && *title != '\0')
    return title;
  g_free (title);
  name = g_path_get_basename (mlg_document_get_name (document));
  return g_strdup (name);
}

/**
 * mlg_outline_plan_new:
 * @db: the library whose clauses are recognised
 * @document: a document; it must not change as long as the plan is there
 *
 * Proposes how to cut a document into pieces, sections and clauses. Nothing is written.
 *
 * Returns: (transfer full): a plan
 */
MlgOutlinePlan *
mlg_outline_plan_new (MlgConnection *db, MlgDocument *document, GError **error)
{
  g_autoptr (MlgOutlinePlan) self = g_new0 (MlgOutlinePlan, 1);
  g_autoptr (MlgSimilarClauses) similar = mlg_similar_clauses_load (db, error);
  xmlNode *body = mlg_document_get_part (document, "body");

  self->document = g_object_ref (document);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->title = make_title (document);
  self->role = mlg_clause_guess_role (self->title);
  if (self->role == NULL)
    self->role = "cctp";
  if (similar == NULL)
    return NULL;
  collect (self, body != NULL ? body->children : NULL, 1);
  for (guint i = 0; i < self->items->len; i++)
    {
      MlgPlanItem *item = self->items->pdata[i];

      item->cut = propose (item);
      item->dimension = mlg_clause_guess_dimension (item->title, item->text);
      if (!recognise (item, db, similar, error))
        return NULL;
    }
  settle (self);
  return g_steal_pointer (&self);
}

/**
 * mlg_outline_plan_free:
 */
void
mlg_outline_plan_free (MlgOutlinePlan *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->title);
  g_free (self);
}

/**
 * mlg_outline_plan_get_items:
 *
 * Returns: (transfer none) (element-type MlgPlanItem): the sections of the document; phase, dimension, title
 *   and take_known may be changed
 */
GPtrArray *
mlg_outline_plan_get_items (MlgOutlinePlan *self)
{
  return self->items;
}

/**
 * mlg_outline_plan_get_title:
 */
const char *
mlg_outline_plan_get_title (MlgOutlinePlan *self)
{
  return self->title;
}

/**
 * mlg_outline_plan_set_title:
 * @title: of the template
 */
void
mlg_outline_plan_set_title (MlgOutlinePlan *self, const char *title)
{
  char *copy = g_strdup (title);

  g_free (self->title);
  self->title = copy;
}

/**
 * mlg_outline_plan_set_cut:
 * @item: an index among the items
 *
 * Moves a cut: what is under the section follows.
 */
void
mlg_outline_plan_set_cut (MlgOutlinePlan *self, guint item, MlgCut cut)
{
  g_return_if_fail (item < self->items->len);

  ((MlgPlanItem *) self->items->pdata[item])->cut = cut;
  settle (self);
}

/**
 * mlg_outline_plan_cut_at:
 * @level: of headings, from 1
 *
 * Makes a clause of each section of this level, and of those above it that have nothing under them.
 */
void
mlg_outline_plan_cut_at (MlgOutlinePlan *self, guint level)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MlgPlanItem *item = self->items->pdata[i];

      if (item->cut == MLG_CUT_PIECE && item->level < level)
        continue;
      item->cut =
          item->level < level && has_sections (item->node) ? MLG_CUT_SECTION : MLG_CUT_CLAUSE;
    }
  settle (self);
}
