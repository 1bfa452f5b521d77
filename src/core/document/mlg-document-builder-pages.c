/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-builder-private.h"

/* Headings, the sections they make, and the pages they begin. */

/* Inside a cell, a note, the page header: where no page can be turned. */
static gboolean
is_aside (const MlgDocumentBuilder *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    if (strcmp (mlg_builder_frame (self, i)->name, "body") != 0
        && strcmp (mlg_builder_frame (self, i)->name, "section") != 0
        && strcmp (mlg_builder_frame (self, i)->name, "item") != 0
        && mlg_builder_frame (self, i)->kind == MLG_FRAME_FLOW)
      return TRUE;
  return FALSE;
}

void
mlg_builder_settle_break (MlgDocumentBuilder *self)
{
  const MlgFrame *top = mlg_builder_top (self);

  if (!self->break_pending || top->kind != MLG_FRAME_FLOW || is_aside (self))
    return;
  self->break_pending = FALSE;
  if (top->node->children != NULL || strcmp (top->name, "body") != 0)
    mlg_builder_add_node (self, top->node, "page-break");
}

/* The level that the sections around here reach. */
static guint
level_around (const MlgDocumentBuilder *self)
{
  for (guint i = self->frames->len; i > 0; i--)
    if (mlg_builder_frame (self, i - 1)->level > 0)
      return mlg_builder_frame (self, i - 1)->level;
  return 0;
}

static gboolean
lies_landscape (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      const char *orientation = mlg_xml_get (node, "orientation");

      if (orientation != NULL)
        return strcmp (orientation, "landscape") == 0;
    }
  return FALSE;
}

static gboolean
is_group (const MlgFrame *frame)
{
  return strcmp (frame->name, "section") == 0 && frame->level == 0;
}

/* Ends the sections that a heading of this level ends, and the groups that were only opened to turn
 * the page. */
static void
end_sections (MlgDocumentBuilder *self, guint level)
{
  const MlgFrame *top = mlg_builder_top (self);

  while (strcmp (top->name, "section") == 0
         && (top->level >= level || (is_group (top) && level_around (self) >= level)
             || (is_group (top) && lies_landscape (top->node) != self->landscape)))
    {
      mlg_builder_pop (self);
      top = mlg_builder_top (self);
    }
}

static gboolean
may_hold_sections (const MlgFrame *frame)
{
  static const char *const names[] = { "body", "section", "item", "cell", NULL };

  return g_strv_contains (names, frame->name) && !frame->flattened;
}

static void
turn_page (MlgDocumentBuilder *self)
{
  xmlNode *node = mlg_builder_top (self)->node;

  if (lies_landscape (node) != self->landscape)
    mlg_xml_set (node, "orientation", (self->landscape ? "landscape" : "portrait"));
}

/**
 * mlg_document_builder_open_heading:
 * @self: the builder
 * @level: from 1; levels below %MLG_DOCUMENT_MAX_LEVEL count as that one
 *
 * Opens a heading, ends the sections that it ends and begins its own. Where no section may stand it
 * becomes a paragraph. Close it as "heading".
 */
void
mlg_document_builder_open_heading (MlgDocumentBuilder *self, guint level)
{
  guint expected = 0;

  g_return_if_fail (self != NULL && self->tree != NULL);

  level = CLAMP (level, 1, MLG_DOCUMENT_MAX_LEVEL);
  mlg_builder_close_line (self);
  end_sections (self, level);
  mlg_builder_ensure_flow (self);
  if (!may_hold_sections (mlg_builder_top (self)))
    {
      mlg_document_builder_open (self, "p");
      return;
    }
  expected = level_around (self) + 1;
  mlg_builder_push (self, "section", MLG_FRAME_FLOW)->level = level;
  if (mlg_builder_top (self)->flattened)
    {
      mlg_document_builder_open (self, "p");
      return;
    }
  turn_page (self);
  if (level != expected)
    mlg_document_builder_set_number (self, "level", level);
  mlg_builder_push (self, "heading", MLG_FRAME_LINE);
  mlg_builder_apply_places (self);
}

/**
 * mlg_document_builder_set_landscape:
 * @self: the builder
 * @landscape: how pages lie from here on
 *
 * Only the body can turn the page: it is ignored inside a list, a table or a note.
 */
void
mlg_document_builder_set_landscape (MlgDocumentBuilder *self, gboolean landscape)
{
  const MlgFrame *top = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  if (self->landscape == landscape)
    return;
  mlg_builder_close_line (self);
  top = mlg_builder_top (self);
  if (strcmp (top->name, "body") != 0 && strcmp (top->name, "section") != 0)
    return;
  self->landscape = landscape;
  self->break_pending = FALSE;
  if (top->node->children == NULL && strcmp (top->name, "body") == 0)
    {
      mlg_xml_set (self->root, "orientation", (landscape ? "landscape" : "portrait"));
      return;
    }
  if (is_group (top))
    mlg_builder_pop (self);
  if (lies_landscape (mlg_builder_top (self)->node) == landscape)
    return;
  mlg_builder_push (self, "section", MLG_FRAME_FLOW);
  turn_page (self);
}

/**
 * mlg_document_builder_add_page_break:
 * @self: the builder
 *
 * What follows starts on a new page. Breaks in a row make one; a break before anything else, or
 * inside a table, makes none.
 */
void
mlg_document_builder_add_page_break (MlgDocumentBuilder *self)
{
  g_return_if_fail (self != NULL && self->tree != NULL);

  if (is_aside (self))
    return;
  if (strcmp (mlg_builder_top (self)->name, "p") == 0)
    mlg_builder_close_line (self);
  self->break_pending = TRUE;
}
