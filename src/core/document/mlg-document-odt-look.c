/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-odt-private.h"

/* What styles say: marks, roles, alignment, pages. A named style is how a kind of text looks
 * everywhere; only what differs from it, in an automatic style, was meant for the place. */

guint
mlg_odt_number (const xmlNode *node, const char *ns, const char *name, guint otherwise)
{
  const char *text = node != NULL ? mlg_xml_get_ns (node, ns, name) : NULL;
  guint64 value = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return value > 0 && value <= 1000000 ? (guint) value : otherwise;
}

static const xmlNode *
find_style (const MlgOdt *self, const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->styles, name) : NULL;
}

static gboolean
is_automatic (const xmlNode *style)
{
  return style != NULL && mlg_odt_is (style->parent, OFFICE, "automatic-styles");
}

MlgMarks
mlg_odt_marks (const MlgOdt *self, const char *name, MlgMarks marks)
{
  const xmlNode *style = find_style (self, name);
  const xmlNode *look = mlg_odt_find (style, STYLE, "text-properties");
  const char *weight = look != NULL ? mlg_xml_get_ns (look, FO, "font-weight") : NULL;
  const char *slant = look != NULL ? mlg_xml_get_ns (look, FO, "font-style") : NULL;
  const char *place = look != NULL ? mlg_xml_get_ns (look, STYLE, "text-position") : NULL;

  if (weight != NULL)
    marks = strcmp (weight, "bold") == 0 || g_ascii_strtoull (weight, NULL, 10) >= 600
                ? marks | MLG_MARK_BOLD
                : marks & ~(guint) MLG_MARK_BOLD;
  if (slant != NULL)
    marks =
        strcmp (slant, "normal") != 0 ? marks | MLG_MARK_ITALIC : marks & ~(guint) MLG_MARK_ITALIC;
  if (place != NULL && (g_str_has_prefix (place, "super") || g_ascii_isdigit (place[0])))
    marks |= MLG_MARK_SUPERSCRIPT;
  if (place != NULL && (g_str_has_prefix (place, "sub") || place[0] == '-'))
    marks |= MLG_MARK_SUBSCRIPT;
  return marks;
}

/* The marks of all words of a paragraph. */
MlgMarks
mlg_odt_paragraph_marks (const MlgOdt *self, const xmlNode *paragraph)
{
  const char *name = mlg_xml_get_ns (paragraph, TEXT, "style-name");

  return is_automatic (find_style (self, name)) ? mlg_odt_marks (self, name, MLG_MARK_NONE)
                                                : MLG_MARK_NONE;
}

/* The style that a person sees in the list of styles (nullable). */
const char *
mlg_odt_named_style (const MlgOdt *self, const xmlNode *paragraph)
{
  const char *name = mlg_xml_get_ns (paragraph, TEXT, "style-name");
  const xmlNode *style = find_style (self, name);

  return is_automatic (style) ? mlg_xml_get_ns (style, STYLE, "parent-style-name") : name;
}

const char *
mlg_odt_role (const MlgOdt *self, const xmlNode *paragraph)
{
  static const char *const roles[][2] = {
    { "Title", "title" },       { "Subtitle", "subtitle" },   { "Quotations", "quote" },
    { "Addressee", "address" }, { "Signature", "signature" }, { "Small_20_Print", "small" },
  };
  const char *name = mlg_odt_named_style (self, paragraph);

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (name, roles[i][0]) == 0)
      return roles[i][1];
  return NULL;
}

/* Only what is not as usual. */
const char *
mlg_odt_align (const MlgOdt *self, const xmlNode *paragraph)
{
  const xmlNode *style = find_style (self, mlg_xml_get_ns (paragraph, TEXT, "style-name"));
  const xmlNode *look =
      is_automatic (style) ? mlg_odt_find (style, STYLE, "paragraph-properties") : NULL;
  const char *align = look != NULL ? mlg_xml_get_ns (look, FO, "text-align") : NULL;

  if (g_strcmp0 (align, "end") == 0)
    return "right";
  return align != NULL && strcmp (align, "start") != 0 && strcmp (align, "left") != 0
                 && (strcmp (align, "center") == 0 || strcmp (align, "right") == 0
                     || strcmp (align, "justify") == 0)
             ? align
             : NULL;
}

/* Remembers how the pages of each kind lie. */
void
mlg_odt_collect_pages (MlgOdt *self, const xmlNode *root)
{
  const xmlNode *layouts = mlg_odt_find (root, OFFICE, "automatic-styles");
  const xmlNode *pages = mlg_odt_find (root, OFFICE, "master-styles");

  for (const xmlNode *page = pages != NULL ? pages->children : NULL; page != NULL;
       page = page->next)
    for (const xmlNode *layout = layouts != NULL ? layouts->children : NULL;
         layout != NULL && page->type == XML_ELEMENT_NODE; layout = layout->next)
      {
        const xmlNode *look = mlg_odt_is (layout, STYLE, "page-layout")
                                  ? mlg_odt_find (layout, STYLE, "page-layout-properties")
                                  : NULL;
        const char *name = mlg_xml_get_ns (page, STYLE, "name");

        if (look != NULL && name != NULL
            && g_strcmp0 (mlg_xml_get_ns (layout, STYLE, "name"),
                          mlg_xml_get_ns (page, STYLE, "page-layout-name"))
                   == 0)
          g_hash_table_insert (
              self->pages, (gpointer) name,
              GINT_TO_POINTER (
                  g_strcmp0 (mlg_xml_get_ns (look, STYLE, "print-orientation"), "landscape") == 0));
      }
}

/* Turns the page where the style of a paragraph or a table says so. */
void
mlg_odt_begin_page (MlgOdt *self, const char *style_name, const char *properties)
{
  const xmlNode *style = find_style (self, style_name);
  const xmlNode *look = mlg_odt_find (style, STYLE, properties);
  const char *before = look != NULL ? mlg_xml_get_ns (look, FO, "break-before") : NULL;
  const char *page = style != NULL ? mlg_xml_get_ns (style, STYLE, "master-page-name") : NULL;
  gpointer landscape = NULL;

  if (g_strcmp0 (before, "page") == 0 || (page != NULL && *page != '\0'))
    mlg_document_builder_add_page_break (self->reading.builder);
  if (page != NULL && g_hash_table_lookup_extended (self->pages, page, NULL, &landscape))
    mlg_document_builder_set_landscape (self->reading.builder, GPOINTER_TO_INT (landscape) != 0);
}

/* Whether the width of every column is known; appends them in hundredths of a millimetre. */
static gboolean
collect_widths (const MlgOdt *self, const xmlNode *parent, GString *widths)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (mlg_odt_is (node, TABLE, "table-column"))
      {
        const xmlNode *look =
            mlg_odt_find (find_style (self, mlg_xml_get_ns (node, TABLE, "style-name")), STYLE,
                          "table-column-properties");
        const char *text = look != NULL ? mlg_xml_get_ns (look, STYLE, "column-width") : NULL;
        guint width = (guint) (CLAMP (mlg_odt_millimetres (text), 0, 10000) * 100 + 0.5);

        for (guint i = MIN (mlg_odt_number (node, TABLE, "number-columns-repeated", 1), 64); i > 0;
             i--)
          g_string_append_printf (widths, "%s%u", widths->len > 0 ? " " : "", width);
        if (width == 0)
          return FALSE;
      }
    else if (node->type == XML_ELEMENT_NODE && strstr ((const char *) node->name, "column") != NULL
             && !collect_widths (self, node, widths))
      return FALSE;
  return TRUE;
}

/* The widths of the columns of a table, as documents hold them; NULL unless all are known. */
char *
mlg_odt_column_widths (const MlgOdt *self, const xmlNode *table)
{
  g_autoptr (GString) widths = g_string_new (NULL);

  return collect_widths (self, table, widths) && widths->len > 0
             ? g_string_free (g_steal_pointer (&widths), FALSE)
             : NULL;
}

/* Whether a table only places text: its first cell says that it has no border. */
gboolean
mlg_odt_is_borderless (const MlgOdt *self, const xmlNode *table)
{
  const xmlNode *node = table;
  const xmlNode *look = NULL;

  while (node != NULL && !mlg_odt_is (node, TABLE, "table-cell"))
    {
      const xmlNode *row = mlg_odt_find (node, TABLE, "table-header-rows");

      if (row == NULL)
        row = mlg_odt_find (node, TABLE, "table-row");
      node = row != NULL ? row : mlg_odt_find (node, TABLE, "table-cell");
    }
  if (node != NULL)
    look = mlg_odt_find (find_style (self, mlg_xml_get_ns (node, TABLE, "style-name")), STYLE,
                         "table-cell-properties");
  return look != NULL && g_strcmp0 (mlg_xml_get_ns (look, FO, "border"), "none") == 0;
}

/* Whether a cell is the title of its row: its first paragraph looks like one. */
gboolean
mlg_odt_is_title (const MlgOdt *self, const xmlNode *cell)
{
  const xmlNode *first = mlg_odt_find (cell, TEXT, "p");

  return first != NULL && g_strcmp0 (mlg_odt_named_style (self, first), "Table_20_Heading") == 0;
}
