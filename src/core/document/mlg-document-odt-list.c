/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-odt-private.h"

/* Lists, and how they are numbered. */

/* Numbered headings are often items of a list: then the list is only how they get their number. */
static gboolean
holds_headings_only (const xmlNode *list)
{
  gboolean any = FALSE;

  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    for (const xmlNode *child = item->type == XML_ELEMENT_NODE ? item->children : NULL;
         child != NULL; child = child->next)
      {
        if (child->type != XML_ELEMENT_NODE)
          continue;
        if (!mlg_odt_is (child, TEXT, "h")
            && !(mlg_odt_is (child, TEXT, "list") && holds_headings_only (child)))
          return FALSE;
        any = TRUE;
      }
  return any;
}

const char *
mlg_odt_numbering (const char *format)
{
  static const char *const names[][2] = { { "1", "decimal" },
                                          { "a", "lower-letter" },
                                          { "A", "upper-letter" },
                                          { "i", "lower-roman" },
                                          { "I", "upper-roman" } };

  for (gsize i = 0; format != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (format, names[i][0]) == 0)
      return names[i][1];
  return NULL;
}

static const xmlNode *
find_level (const MlgOdt *self)
{
  const xmlNode *style =
      self->list_style != NULL ? g_hash_table_lookup (self->lists, self->list_style) : NULL;

  for (const xmlNode *level = style != NULL ? style->children : NULL; level != NULL;
       level = level->next)
    if (mlg_odt_is (level, TEXT, "list-level-style-number")
        && mlg_odt_number (level, TEXT, "level", 0) == self->list_level)
      return level;
  return NULL;
}

/* The number of the first item: as it says, or where the list before went, or as the style says. */
static guint
find_start (const MlgOdt *self, const xmlNode *list, const xmlNode *level)
{
  const xmlNode *first = mlg_odt_find (list, TEXT, "list-item");
  guint start = first != NULL ? mlg_odt_number (first, TEXT, "start-value", 0) : 0;
  gboolean goes_on = g_strcmp0 (mlg_xml_get_ns (list, TEXT, "continue-numbering"), "true") == 0
                     || mlg_xml_get_ns (list, TEXT, "continue-list") != NULL;

  if (start == 0 && goes_on && self->list_style != NULL && self->list_level == 1)
    start = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, self->list_style));
  return start > 0 ? start : mlg_odt_number (level, TEXT, "start-value", 1);
}

/* Says how the list that was opened is numbered; the number of its first item, 0 for bullets. */
static guint
set_numbering (MlgOdt *self, const xmlNode *list)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const xmlNode *level = find_level (self);
  const char *numbering =
      level != NULL ? mlg_odt_numbering (mlg_xml_get_ns (level, STYLE, "num-format")) : NULL;
  const char *after = NULL;
  guint start = 0;

  if (numbering == NULL)
    return 0;
  after = mlg_xml_get_ns (level, STYLE, "num-suffix");
  mlg_document_builder_set (builder, "numbering", numbering);
  mlg_document_builder_set (builder, "before", mlg_xml_get_ns (level, STYLE, "num-prefix"));
  if (g_strcmp0 (after, ".") != 0)
    mlg_document_builder_set (builder, "after", after != NULL ? after : "");
  if (mlg_odt_number (level, TEXT, "display-levels", 1) > 1)
    mlg_document_builder_set_number (builder, "levels",
                                     MIN (mlg_odt_number (level, TEXT, "display-levels", 1), 10));
  start = find_start (self, list, level);
  if (start != 1)
    mlg_document_builder_set_number (builder, "start", start);
  return start;
}

static void
read_item (MlgOdt *self, xmlNode *item, guint *next)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  guint value = mlg_odt_number (item, TEXT, "start-value", 0);

  mlg_document_builder_open (builder, "item");
  if (mlg_odt_is (item, TEXT, "list-header"))
    mlg_document_builder_set (builder, "numbered", "false");
  else if (*next > 0)
    {
      if (value > 0 && value != *next)
        mlg_document_builder_set_number (builder, "value", value);
      *next = (value > 0 ? value : *next) + 1;
    }
  mlg_odt_read_blocks (self, item);
  mlg_document_builder_close (builder, "item");
}

static void
read_items (MlgOdt *self, xmlNode *list)
{
  guint next = 0;

  mlg_document_builder_open (self->reading.builder, "list");
  next = set_numbering (self, list);
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    if (mlg_odt_is (item, TEXT, "list-item") || mlg_odt_is (item, TEXT, "list-header"))
      read_item (self, item, &next);
  mlg_document_builder_close (self->reading.builder, "list");
  if (next > 0 && self->list_level == 1 && self->list_style != NULL)
    g_hash_table_insert (self->counts, (gpointer) self->list_style, GUINT_TO_POINTER (next));
}

/* The list numbers the headings: not the outline, which says how others are numbered. */
static void
read_headings (MlgOdt *self, xmlNode *list)
{
  gboolean around = self->in_heading_list;

  self->in_heading_list = TRUE;
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    if (item->type == XML_ELEMENT_NODE)
      mlg_odt_read_blocks (self, item);
  self->in_heading_list = around;
}

void
mlg_odt_read_list (MlgOdt *self, xmlNode *list)
{
  const char *outer = self->list_style;
  const char *style = mlg_xml_get_ns (list, TEXT, "style-name");

  if (style != NULL)
    self->list_style = style;
  self->list_level++;
  if (holds_headings_only (list))
    read_headings (self, list);
  else
    read_items (self, list);
  self->list_level--;
  self->list_style = outer;
}
