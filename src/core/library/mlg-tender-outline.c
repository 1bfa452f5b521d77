/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-outline.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-names.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-fragment.h"
#include "library/mlg-tender-outline-private.h"
#include "store/mlg-clean-text.h"

static xmlNode *
get_neighbour (const xmlNode *node, gboolean after)
{
  for (xmlNode *other = after ? node->next : node->prev; other != NULL;
       other = after ? other->next : other->prev)
    if (other->type == XML_ELEMENT_NODE)
      return other;
  return NULL;
}

/* What begins a section, a criterion or a piece stays before all else. */
static gboolean
is_start (const xmlNode *node)
{
  static const char *const names[] = { "title", "elements", "method", "link", "header", "footer" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (mlg_template_node_is (node, names[i]))
      return TRUE;
  return mlg_document_node_is (node, "heading");
}

static gboolean
is_end (const xmlNode *node)
{
  return mlg_template_node_is (node, "otherwise") || mlg_template_node_is (node, "empty");
}

/* The first place among the parts of a section, piece or list. */
static void
put_first (xmlNode *room, xmlNode *node)
{
  xmlNode *before = NULL;

  for (xmlNode *child = room->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && is_start (child))
      before = child;
  xmlUnlinkNode (node);
  if (before != NULL)
    xmlAddNextSibling (before, node);
  else if (room->children != NULL)
    xmlAddPrevSibling (room->children, node);
  else
    xmlAddChild (room, node);
}

/* From one end of a piece's text to the piece beside it. */
static gboolean
step_to_piece (xmlNode *node, gboolean after, GError **error)
{
  xmlNode *piece = mlg_template_node_is (node->parent, "text") ? node->parent->parent : NULL;
  xmlNode *other =
      piece != NULL && mlg_template_node_is (piece, "piece") ? get_neighbour (piece, after) : NULL;

  if (other == NULL || !mlg_template_node_is (other, "piece"))
    {
      mlg_outline_refuse (error, after ? _ ("it is the last one there already")
                                       : _ ("it is the first one there already"));
      return FALSE;
    }
  if (after)
    put_first (mlg_outline_get_room (other), node);
  else
    {
      xmlUnlinkNode (node);
      xmlAddChild (mlg_outline_get_room (other), node);
    }
  return TRUE;
}

static gboolean
step_along (xmlNode *node, gboolean after, GError **error)
{
  xmlNode *other = get_neighbour (node, after);
  gboolean piece = mlg_template_node_is (node, "piece");

  if (other == NULL || is_start (other) || is_end (other)
      || (piece && !mlg_template_node_is (other, "piece")))
    return step_to_piece (node, after, error);
  xmlUnlinkNode (node);
  if (after)
    xmlAddNextSibling (other, node);
  else
    xmlAddPrevSibling (other, node);
  return TRUE;
}

static gboolean
step_in (xmlNode *node, GError **error)
{
  xmlNode *before = get_neighbour (node, FALSE);

  if (before == NULL || !mlg_document_node_is (before, "section"))
    {
      mlg_outline_refuse (error, _ ("there is no section just before it"));
      return FALSE;
    }
  xmlUnlinkNode (node);
  xmlAddChild (before, node);
  return TRUE;
}

static gboolean
step_out (xmlNode *node, GError **error)
{
  xmlNode *around = node->parent;

  if (is_end (around))
    around = around->parent;
  if (!mlg_document_node_is (around, "section") && !mlg_outline_is_control (around))
    {
      mlg_outline_refuse (error, _ ("it stands in no section and under no condition"));
      return FALSE;
    }
  xmlUnlinkNode (node);
  xmlAddNextSibling (around, node);
  return TRUE;
}

/**
 * mlg_outline_move:
 *
 * Moves a piece, section, clause or criterion a step, with the condition and the repeat that are its own. Up and
 * down go on in the piece beside.
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE when there is no such step, %MLG_TEMPLATE_ERROR_UNKNOWN when it is not there
 * any more.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_move (MlgTemplate *template,
                  const MlgOutlinePlace *place,
                  MlgOutlineStep step,
                  GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  xmlNode *whole;
  gboolean done = FALSE;

  if (!mlg_outline_change_start (&change, template, place, error))
    return NULL;
  whole = mlg_outline_get_whole (change.node);
  switch (step)
    {
    case MLG_OUTLINE_UP:
    case MLG_OUTLINE_DOWN:
      done = step_along (whole, step == MLG_OUTLINE_DOWN, error);
      break;
    case MLG_OUTLINE_IN:
      done = step_in (whole, error);
      break;
    case MLG_OUTLINE_OUT:
      done = step_out (whole, error);
      break;
    case MLG_OUTLINE_N_STEPS:
    default:
      g_return_val_if_reached (NULL);
    }
  return done ? mlg_outline_change_finish (&change, error) : NULL;
}

static gboolean
is_inside (const xmlNode *node, const xmlNode *around)
{
  for (; node != NULL; node = node->parent)
    if (node == around)
      return TRUE;
  return FALSE;
}

/**
 * mlg_outline_drop:
 * @target: a piece or section, in which it comes first; or a clause or criterion, which it then follows
 *
 * Moves a part of a template elsewhere; a piece goes after another piece.
 *
 * Errors: those of mlg_outline_move().
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_drop (MlgTemplate *template,
                  const MlgOutlinePlace *place,
                  const MlgOutlinePlace *target,
                  GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  xmlNode *whole, *at, *room;

  if (!mlg_outline_change_start (&change, template, place, error))
    return NULL;
  at = mlg_outline_change_find (&change, template, target, error);
  if (at == NULL)
    return NULL;
  whole = mlg_outline_get_whole (change.node);
  if (is_inside (at, whole))
    {
      mlg_outline_refuse (error, _ ("it cannot go into itself"));
      return NULL;
    }
  room = mlg_template_node_is (change.node, "piece") ? NULL : mlg_outline_get_room (at);
  if (room != NULL)
    put_first (room, whole);
  else
    {
      xmlUnlinkNode (whole);
      xmlAddNextSibling (mlg_outline_get_whole (at), whole);
    }
  return mlg_outline_change_finish (&change, error);
}

/**
 * mlg_outline_remove:
 *
 * Takes a piece, section, clause or criterion out, with all that stands in it; clauses stay in the library.
 *
 * Errors: those of mlg_outline_move(); %MLG_TEMPLATE_ERROR_VALUE for the last piece.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_remove (MlgTemplate *template, const MlgOutlinePlace *place, GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  xmlNode *whole;

  if (!mlg_outline_change_start (&change, template, place, error))
    return NULL;
  if (mlg_template_node_is (change.node, "piece") && mlg_template_get_pieces (template)->len == 1)
    {
      mlg_outline_refuse (error, _ ("a template has one piece at least"));
      return NULL;
    }
  whole = mlg_outline_get_whole (change.node);
  xmlUnlinkNode (whole);
  xmlFreeNode (whole);
  return mlg_outline_change_finish (&change, error);
}

static xmlNode *
find_title (const xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "title") || mlg_document_node_is (child, "heading"))
      return child;
  return NULL;
}

static void
set_words (xmlNode *element, const char *words)
{
  g_autofree char *clean = g_strdup (words);

  while (element->children != NULL)
    {
      xmlNode *child = element->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  if (clean != NULL)
    mlg_clean_text (clean);
  xmlAddChild (element, xmlNewDocText (element->doc, (const xmlChar *) clean));
}

static gboolean
check_title (const char *title, GError **error)
{
  if (title != NULL && *title != '\0')
    return TRUE;
  mlg_outline_refuse (error, _ ("a title is needed"));
  return FALSE;
}

/**
 * mlg_outline_rename:
 * @title: plain words
 *
 * Gives a piece, section, clause or criterion another title.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_rename (MlgTemplate *template,
                    const MlgOutlinePlace *place,
                    const char *title,
                    GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  xmlNode *element;

  if (!check_title (title, error) || !mlg_outline_change_start (&change, template, place, error))
    return NULL;
  element = find_title (change.node);
  if (element == NULL)
    {
      mlg_outline_refuse (error, _ ("this title is not to be changed"));
      return NULL;
    }
  set_words (element, title);
  return mlg_outline_change_finish (&change, error);
}

static xmlNode *
read_part (MlgOutlineChange *change, const char *markup, GError **error)
{
  g_autoptr (xmlDoc) doc = mlg_fragment_read (markup, error);

  return doc != NULL ? xmlDocCopyNode (xmlDocGetRootElement (doc)->children, change->tree, 1)
                     : NULL;
}

/* In a piece or section at its end, after a clause or whatever else. */
static gboolean
put (MlgOutlineChange *change, xmlNode *new, GError **error)
{
  xmlNode *room = mlg_outline_get_room (change->node);

  if (new == NULL)
    return FALSE;
  if (room != NULL)
    xmlAddChild (room, new);
  else
    xmlAddNextSibling (mlg_outline_get_whole (change->node), new);
  return TRUE;
}

/**
 * mlg_outline_add_section:
 * @place: a piece, at the end of which it stands; else it stands after that
 *
 * Adds an empty section.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_add_section (MlgTemplate *template,
                         const MlgOutlinePlace *place,
                         const char *title,
                         GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  g_autofree char *markup =
      g_markup_printf_escaped ("<d:section><d:heading>%s</d:heading></d:section>", title);
  xmlNode *new;

  if (!check_title (title, error) || !mlg_outline_change_start (&change, template, place, error))
    return NULL;
  new = read_part (&change, markup, error);
  if (new == NULL)
    return NULL;
  if (mlg_document_node_is (change.node, "section"))
    xmlAddNextSibling (mlg_outline_get_whole (change.node), new);
  else
    put (&change, new, error);
  return mlg_outline_change_finish (&change, error);
}

/**
 * mlg_outline_add_piece:
 * @place: anything in the piece after which it stands
 * @role: rc, ccap, cctp, ae, prices, questionnaire or annex
 *
 * Adds an empty piece.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_add_piece (MlgTemplate *template,
                       const MlgOutlinePlace *place,
                       const char *role,
                       const char *title,
                       GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  g_autofree char *markup =
      g_markup_printf_escaped ("<piece role=\"%s\"><title>%s</title><text/></piece>", role, title);
  xmlNode *piece, *new;

  if (!check_title (title, error) || !mlg_outline_change_start (&change, template, place, error))
    return NULL;
  new = read_part (&change, markup, error);
  if (new == NULL)
    return NULL;
  for (piece = change.node; piece->parent != xmlDocGetRootElement (change.tree);)
    piece = piece->parent;
  xmlAddNextSibling (piece, new);
  return mlg_outline_change_finish (&change, error);
}

/**
 * mlg_outline_add_clause:
 * @place: a piece or section, at the end of which it stands; or a clause, which it then follows
 * @clause: a record of a clause
 *
 * Puts a clause where one wants it.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_add_clause (MlgTemplate *template,
                        const MlgOutlinePlace *place,
                        MlgRecord *clause,
                        GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  g_autoptr (GString) markup = g_string_new (NULL);

  if (!mlg_outline_change_start (&change, template, place, error))
    return NULL;
  mlg_clause_append_xml (clause, NULL, markup);
  return put (&change, read_part (&change, markup->str, error), error)
             ? mlg_outline_change_finish (&change, error)
             : NULL;
}

/**
 * mlg_outline_swap_clause:
 * @place: a clause
 * @clause: a record of another one
 *
 * Puts another clause where one stands, under the same condition; the other one stays in the library.
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE when @place is no clause.
 *
 * Returns: (transfer full):
 */
MlgTemplate *
mlg_outline_swap_clause (MlgTemplate *template,
                         const MlgOutlinePlace *place,
                         MlgRecord *clause,
                         GError **error)
{
  g_auto (MlgOutlineChange) change = { 0 };
  g_autoptr (GString) markup = g_string_new (NULL);
  xmlNode *new;

  if (!mlg_outline_change_start (&change, template, place, error))
    return NULL;
  if (!mlg_template_node_is (change.node, "clause"))
    {
      mlg_outline_refuse (error, _ ("only a clause can take the place of a clause"));
      return NULL;
    }
  mlg_clause_append_xml (clause, NULL, markup);
  new = read_part (&change, markup->str, error);
  if (new == NULL)
    return NULL;
  xmlFreeNode (xmlReplaceNode (change.node, new));
  return mlg_outline_change_finish (&change, error);
}
