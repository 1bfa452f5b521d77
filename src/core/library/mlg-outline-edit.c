/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/mlg-clause-words.h"
#include "library/mlg-clause.h"
#include "library/mlg-outline-plan-private.h"
#include "library/mlg-piece.h"
#include "library/mlg-text-lines.h"

/* What a person says of a plan, and how sections are joined to others and split: they are moved in the
 * document, so that whatever is made of it afterwards is made of one tree. */

static MlgPlanItem *
get_item (MlgOutlinePlan *self, guint item)
{
  return self->items->pdata[item];
}

/* The code as the list has it, which lives as long as the program. */
static const char *
find_code (const MlgCodeList *list, const char *text)
{
  const MlgCode *code = text != NULL ? mlg_code_list_find (list, text) : NULL;

  return code != NULL ? code->code : NULL;
}

/**
 * mlg_outline_plan_tell:
 * @item: an index among the items
 * @what: title, role, phase or dimension
 * @text: (nullable): it is this; for a role and a phase a code of their lists, for a dimension codes separated
 *   by spaces. A code that is not in its list changes nothing.
 *
 * Says something of a section, which no proposal replaces from then on.
 */
void
mlg_outline_plan_tell (MlgOutlinePlan *self, guint item, MlgPlanTold what, const char *text)
{
  MlgPlanItem *told;
  const char *code = what == MLG_PLAN_TOLD_ROLE    ? find_code (&mlg_piece_roles, text)
                     : what == MLG_PLAN_TOLD_PHASE ? find_code (&mlg_clause_phases, text)
                                                   : text;

  g_return_if_fail (item < self->items->len);
  told = get_item (self, item);
  if (code == NULL && what != MLG_PLAN_TOLD_DIMENSION)
    return;
  told->told |= what;
  if (what == MLG_PLAN_TOLD_ROLE)
    told->role = code;
  else if (what == MLG_PLAN_TOLD_PHASE)
    told->phase = code;
  else
    {
      char **place = what == MLG_PLAN_TOLD_TITLE ? &told->title : &told->dimension;

      g_free (*place);
      *place = g_strdup (code);
    }
  mlg_outline_plan_settle (self);
}

/**
 * mlg_outline_plan_take_known:
 * @item: an index among the items
 * @take_known: use the clause of the library that is like it
 */
void
mlg_outline_plan_take_known (MlgOutlinePlan *self, guint item, gboolean take_known)
{
  g_return_if_fail (item < self->items->len);

  get_item (self, item)->take_known = take_known && get_item (self, item)->known != 0;
  get_item (self, item)->told |= MLG_PLAN_TOLD_KNOWN;
}

/* The elements of a section after its heading. */
static xmlNode *
next_block (xmlNode *node)
{
  while (node != NULL && (node->type != XML_ELEMENT_NODE || mlg_document_node_is (node, "heading")))
    node = node->next;
  return node;
}

/**
 * mlg_outline_plan_list_blocks:
 * @item: an index among the items
 *
 * Returns: (transfer full) (element-type utf8): the words of each paragraph, list, table… of the section after
 *   its heading, and of each section in it
 */
GPtrArray *
mlg_outline_plan_list_blocks (MlgOutlinePlan *self, guint item)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (item < self->items->len, blocks);

  for (xmlNode *block = next_block (get_item (self, item)->node->children); block != NULL;
       block = next_block (block->next))
    g_ptr_array_add (blocks, mlg_text_lines_from_node (block));
  return blocks;
}

static xmlNode *
previous_section (const xmlNode *node)
{
  xmlNode *previous = node->prev;

  while (previous != NULL && !mlg_document_node_is (previous, "section"))
    previous = previous->prev;
  return previous;
}

static guint
measure (const xmlNode *section)
{
  guint most = 0;

  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "section"))
      most = MAX (most, measure (child));
  return most + 1;
}

/* The clause that a section can become a part of: the last one above, where nothing stands between. */
static MlgPlanItem *
find_above (MlgOutlinePlan *self, guint item)
{
  const MlgPlanItem *joined = get_item (self, item);
  const xmlNode *previous = previous_section (joined->node);

  if (item == 0 || previous == NULL || joined->inside || joined->cut == MLG_CUT_PIECE)
    return NULL;
  for (guint i = item; i-- > 0;)
    {
      MlgPlanItem *above = get_item (self, i);

      if (!above->inside && above->cut == MLG_CUT_CLAUSE)
        return above->level + measure (joined->node) <= MLG_DOCUMENT_MAX_LEVEL ? above : NULL;
      if (above->node == previous || above->cut == MLG_CUT_PIECE)
        return NULL;
    }
  return NULL;
}

/**
 * mlg_outline_plan_can_join:
 * @item: an index among the items
 *
 * Returns: whether the section can become a part of the clause above it
 */
gboolean
mlg_outline_plan_can_join (MlgOutlinePlan *self, guint item)
{
  g_return_val_if_fail (item < self->items->len, FALSE);
  return find_above (self, item) != NULL;
}

/**
 * mlg_outline_plan_join:
 * @item: an index among the items, for which mlg_outline_plan_can_join() holds
 *
 * Makes the section, with all that is under it, a part of the clause above it.
 */
void
mlg_outline_plan_join (MlgOutlinePlan *self, guint item)
{
  MlgPlanItem *above;
  const xmlNode *joined, *previous;

  g_return_if_fail (mlg_outline_plan_can_join (self, item));

  above = find_above (self, item);
  joined = get_item (self, item)->node;
  previous = previous_section (joined);
  get_item (self, item)->cut = MLG_CUT_CLAUSE;
  for (xmlNode *node = previous != NULL ? previous->next : NULL, *next; node != NULL; node = next)
    {
      gboolean last = node == joined;

      next = node->next;
      xmlUnlinkNode (node);
      xmlAddChild ((xmlNode *) above->node, node);
      if (last)
        break;
    }
  mlg_outline_plan_collect (self);
}

/* Moves @first and what follows it in its section behind that section. */
static void
lift (xmlNode *first)
{
  xmlNode *place = first->parent;

  for (xmlNode *node = first, *next; node != NULL; node = next)
    {
      next = node->next;
      xmlUnlinkNode (node);
      xmlAddNextSibling (place, node);
      place = node;
    }
}

/**
 * mlg_outline_plan_can_part:
 * @item: an index among the items
 *
 * Returns: whether the section is a part of a clause that begins above it
 */
gboolean
mlg_outline_plan_can_part (MlgOutlinePlan *self, guint item)
{
  g_return_val_if_fail (item < self->items->len, FALSE);
  return get_item (self, item)->inside;
}

/* How many sections up the clause is that a section is a part of. */
static guint
count_levels (MlgOutlinePlan *self, guint item)
{
  guint i = item;

  while (i > 0 && get_item (self, i)->inside)
    i--;
  return get_item (self, item)->level - get_item (self, i)->level;
}

/**
 * mlg_outline_plan_part:
 * @item: an index among the items, for which mlg_outline_plan_can_part() holds
 *
 * Lets a clause begin at this section: what follows in the clause that it was a part of comes after it.
 */
void
mlg_outline_plan_part (MlgOutlinePlan *self, guint item)
{
  MlgPlanItem *parted;
  guint n;

  g_return_if_fail (mlg_outline_plan_can_part (self, item));

  n = count_levels (self, item);
  parted = get_item (self, item);
  parted->cut = MLG_CUT_CLAUSE;
  for (guint i = 0; i < n; i++)
    lift ((xmlNode *) parted->node);
  mlg_outline_plan_collect (self);
}

/* A section of what stands in another from a block on. */
static void
cut_section (xmlNode *section, xmlNode *block)
{
  xmlNode *made = xmlNewNode (section->ns, (const xmlChar *) "section");

  xmlAddNextSibling (section, made);
  for (xmlNode *node = block, *next; node != NULL; node = next)
    {
      next = node->next;
      xmlUnlinkNode (node);
      xmlAddChild (made, node);
    }
}

/**
 * mlg_outline_plan_split:
 * @item: an index among the items
 * @block: an index among its blocks, from 1
 *
 * Ends the section before one of its blocks: that one and those after it are a section of their own, behind it.
 */
void
mlg_outline_plan_split (MlgOutlinePlan *self, guint item, guint block)
{
  xmlNode *section, *node;

  g_return_if_fail (item < self->items->len);

  section = (xmlNode *) get_item (self, item)->node;
  node = next_block (section->children);
  for (guint i = 0; node != NULL && i < block; i++)
    node = next_block (node->next);
  if (node == NULL || block == 0)
    return;
  if (mlg_document_node_is (node, "section"))
    lift (node);
  else
    cut_section (section, node);
  mlg_outline_plan_collect (self);
}
