/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-clause-words.h"
#include "library/mlg-outline-plan-private.h"
#include "library/mlg-text-lines.h"
#include "store/mlg-statement.h"

/* How deep sections may be nested: deeper ones are words of the one above. */
#define MOST_LEVELS 32
#define MOST_NAME   60 /* characters of a name that is taken from a text */

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

/* A piece stands in pieces only: in a section it is no more than that. What is deepest is not cut. */
static void
settle_cut (MlgPlanItem *item, MlgCut *cuts)
{
  if (item->cut == MLG_CUT_PIECE && item->level > 1 && cuts[item->level - 1] != MLG_CUT_PIECE)
    item->cut = has_sections (item->node) ? MLG_CUT_SECTION : MLG_CUT_CLAUSE;
  if (item->level == MOST_LEVELS)
    item->cut = MLG_CUT_CLAUSE;
  cuts[item->level] = item->cut;
}

/* What is under a clause is a part of it. */
void
mlg_outline_plan_settle (MlgOutlinePlan *self)
{
  MlgCut cuts[MOST_LEVELS + 1] = { MLG_CUT_PIECE };
  guint clause_level = 0;
  const char *role = self->role;

  for (guint i = 0; i < self->items->len; i++)
    {
      MlgPlanItem *item = self->items->pdata[i];

      if (clause_level != 0 && item->level <= clause_level)
        clause_level = 0;
      item->inside = clause_level != 0;
      settle_cut (item, cuts);
      if (!item->inside && item->cut == MLG_CUT_CLAUSE)
        clause_level = item->level;
      if (!item->inside && item->cut == MLG_CUT_PIECE)
        role = item->role;
      if ((item->told & MLG_PLAN_TOLD_PHASE) == 0)
        item->phase = mlg_clause_guess_phase (item->title, item->text, role);
    }
}

/**
 * mlg_outline_plan_may_be_piece:
 * @item: an index among the items
 *
 * Returns: whether a piece may begin here: at the first level, or in a piece
 */
gboolean
mlg_outline_plan_may_be_piece (MlgOutlinePlan *self, guint item)
{
  const MlgPlanItem *asked;

  g_return_val_if_fail (item < self->items->len, FALSE);

  asked = self->items->pdata[item];
  for (guint i = item; i-- > 0;)
    {
      const MlgPlanItem *above = self->items->pdata[i];

      if (above->level == asked->level - 1)
        return above->cut == MLG_CUT_PIECE && !above->inside;
    }
  return asked->level == 1;
}

/* A first section that bears the name of a piece is one; what only holds other sections is cut further;
 * anything else is a clause. */
static MlgCut
propose_cut (const MlgPlanItem *item)
{
  if (item->level == 1 && mlg_clause_guess_role (item->title) != NULL && has_sections (item->node))
    return MLG_CUT_PIECE;
  return has_sections (item->node) && !has_blocks (item->node) ? MLG_CUT_SECTION : MLG_CUT_CLAUSE;
}

static void
recognise (MlgOutlinePlan *self, MlgPlanItem *item)
{
  gint64 before = item->known;

  item->known = mlg_similar_clauses_find (self->similar, item->text, &item->likeness);
  if (item->likeness < MLG_SIMILAR_ENOUGH)
    item->known = 0;
  g_free (item->known_title);
  item->known_title = g_strdup (g_hash_table_lookup (self->titles, &item->known));
  if (item->known != before)
    item->told &= ~(guint) MLG_PLAN_TOLD_KNOWN;
  if ((item->told & MLG_PLAN_TOLD_KNOWN) == 0)
    item->take_known = item->known != 0 && item->likeness > 0.95;
}

/* What its words say of it, where nobody said otherwise. */
static void
propose (MlgOutlinePlan *self, MlgPlanItem *item)
{
  const char *role = mlg_clause_guess_role (item->title);

  if ((item->told & MLG_PLAN_TOLD_ROLE) == 0)
    item->role = role != NULL ? role : "cctp";
  if ((item->told & MLG_PLAN_TOLD_DIMENSION) == 0)
    {
      g_free (item->dimension);
      item->dimension = mlg_clause_guess_dimension (item->title, item->text);
    }
  recognise (self, item);
}

/* A section without a heading is called by its first words. */
static char *
make_name (const xmlNode *section, const char *text)
{
  g_autofree char *heading = get_heading (section);
  const char *end = strchr (text, '\n');
  g_autofree char *line = g_strndup (text, end != NULL ? (gsize) (end - text) : strlen (text));

  if (*heading != '\0')
    return g_steal_pointer (&heading);
  if (g_utf8_strlen (line, -1) <= MOST_NAME)
    return g_steal_pointer (&line);
  g_free (heading);
  heading = g_utf8_substring (line, 0, MOST_NAME);
  return g_strconcat (g_strchomp (heading), "…", NULL);
}

/* Reads the section again: its words may have come or gone. */
static void
look (MlgOutlinePlan *self, MlgPlanItem *item, const xmlNode *section, guint level)
{
  char *text = mlg_text_lines_from_node (section);
  gboolean is_new = item->text == NULL, same = g_strcmp0 (text, item->text) == 0;

  item->level = level;
  item->node = section;
  g_free (item->text);
  item->text = text;
  if ((item->told & MLG_PLAN_TOLD_TITLE) == 0)
    {
      g_free (item->title);
      item->title = make_name (section, text);
    }
  if (is_new)
    item->cut = propose_cut (item);
  if (!same)
    propose (self, item);
}

static MlgPlanItem *
take_item (GHashTable *before, const xmlNode *section)
{
  MlgPlanItem *item = g_hash_table_lookup (before, section);

  if (item == NULL)
    return g_new0 (MlgPlanItem, 1);
  g_hash_table_steal (before, section);
  return item;
}

static void
collect (MlgOutlinePlan *self, GHashTable *before, const xmlNode *node, guint level)
{
  for (; node != NULL && level <= MOST_LEVELS; node = node->next)
    if (mlg_document_node_is (node, "section"))
      {
        MlgPlanItem *item = take_item (before, node);

        look (self, item, node, level);
        g_ptr_array_add (self->items, item);
        collect (self, before, node->children, level + 1);
      }
}

/* Looks at the sections of the document again; what was said of those that are still there stays. */
void
mlg_outline_plan_collect (MlgOutlinePlan *self)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, NULL, item_free);
  xmlNode *body = mlg_document_get_part (self->document, "body");

  for (guint i = 0; i < self->items->len; i++)
    {
      MlgPlanItem *item = self->items->pdata[i];

      g_hash_table_insert (before, (gpointer) item->node, item);
    }
  g_ptr_array_set_free_func (self->items, NULL);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_free_func (self->items, item_free);
  collect (self, before, body != NULL ? body->children : NULL, 1);
  mlg_outline_plan_settle (self);
}

static gboolean
load_titles (MlgOutlinePlan *self, MlgConnection *db, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "SELECT id, title FROM clause", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 id = mlg_statement_get_integer (statement, 0);

      g_hash_table_insert (self->titles, g_memdup2 (&id, sizeof (id)),
                           g_strdup (mlg_statement_get_text (statement, 1)));
    }
  return step == MLG_STEP_DONE;
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
 * @document: a document, which is the plan's as long as it is there: joining and splitting sections moves
 *   them in it
 *
 * Proposes how to cut a document into pieces, sections and clauses. Nothing is written.
 *
 * Returns: (transfer full): a plan
 */
MlgOutlinePlan *
mlg_outline_plan_new (MlgConnection *db, MlgDocument *document, GError **error)
{
  g_autoptr (MlgOutlinePlan) self = g_new0 (MlgOutlinePlan, 1);

  self->document = g_object_ref (document);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->title = make_title (document);
  self->role = mlg_clause_guess_role (self->title);
  if (self->role == NULL)
    self->role = "cctp";
  self->similar = mlg_similar_clauses_load (db, error);
  if (self->similar == NULL || !load_titles (self, db, error))
    return NULL;
  mlg_outline_plan_collect (self);
  return g_steal_pointer (&self);
}

/**
 * mlg_outline_plan_free:
 * @self: (transfer full): a change of an outline
 *
 * Frees a change that was planned, made or not.
 */
void
mlg_outline_plan_free (MlgOutlinePlan *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->similar, mlg_similar_clauses_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self->title);
  g_free (self);
}

/**
 * mlg_outline_plan_get_items:
 *
 * Returns: (transfer none) (element-type MlgPlanItem): the sections of the document, in its order
 */
GPtrArray *
mlg_outline_plan_get_items (MlgOutlinePlan *self)
{
  return self->items;
}

/**
 * mlg_outline_plan_get_title:
 *
 * Returns: the name that the change has in the history, translated; it belongs to the plan
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
  mlg_outline_plan_settle (self);
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
  mlg_outline_plan_settle (self);
}
