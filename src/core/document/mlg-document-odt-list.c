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
find_level (const MlgOdt *self, guint at)
{
  const xmlNode *style =
      self->list_style != NULL ? g_hash_table_lookup (self->lists, self->list_style) : NULL;

  for (const xmlNode *level = style != NULL ? style->children : NULL; level != NULL;
       level = level->next)
    if (mlg_odt_is (level, TEXT, "list-level-style-number")
        && mlg_odt_number (level, TEXT, "level", 0) == at)
      return level;
  return NULL;
}

/* What stands before or after the number of a level (nullable): no more than a document may have there. */
const char *
mlg_odt_label_part (const xmlNode *level, const char *name)
{
  const char *text = mlg_xml_get_ns (level, STYLE, name);

  return text != NULL && g_utf8_strlen (text, -1) <= 50 ? text : NULL;
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
  const xmlNode *level = find_level (self, self->list_level);
  const char *numbering =
      level != NULL ? mlg_odt_numbering (mlg_xml_get_ns (level, STYLE, "num-format")) : NULL;
  const char *after = NULL;
  guint start = 0;

  if (numbering == NULL)
    return 0;
  after = mlg_odt_label_part (level, "num-suffix");
  mlg_document_builder_set (builder, "numbering", numbering);
  mlg_document_builder_set (builder, "before", mlg_odt_label_part (level, "num-prefix"));
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

/* Whether the headings of this list count as those of documents do: below the first level the number is decimal
 * and shows all levels. */
static gboolean
read_heading_number (const MlgOdt *self, MlgHeadingNumber *number)
{
  const xmlNode *first = find_level (self, 1), *own = find_level (self, self->list_level);
  const char *format = own != NULL ? mlg_xml_get_ns (own, STYLE, "num-format") : NULL;

  if (first == NULL || format == NULL || mlg_odt_number (first, TEXT, "start-value", 1) != 1)
    return FALSE;
  number->key = self->list_style;
  number->numbering = mlg_odt_numbering (mlg_xml_get_ns (first, STYLE, "num-format"));
  number->before = mlg_odt_label_part (first, "num-prefix");
  number->after = mlg_odt_label_part (first, "num-suffix");
  number->depth = self->list_level;
  return number->numbering != NULL
         && mlg_odt_number (own, TEXT, "display-levels", 1) == number->depth
         && (number->depth == 1 || strcmp (format, "1") == 0);
}

/* Numbers a heading that was opened: by the list around it, or as the outline says. */
void
mlg_odt_number_heading (MlgOdt *self, const xmlNode *heading)
{
  gboolean apart = g_strcmp0 (mlg_xml_get_ns (heading, TEXT, "is-list-header"), "true") == 0;
  MlgHeadingNumber number = { 0 };

  if (self->in_heading_list && read_heading_number (self, &number))
    mlg_document_builder_number_heading (self->reading.builder, &number);
  else if (self->in_heading_list || apart || !self->outline)
    mlg_document_builder_leave_unnumbered (self->reading.builder);
  else
    mlg_document_builder_number_heading (self->reading.builder, NULL);
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
