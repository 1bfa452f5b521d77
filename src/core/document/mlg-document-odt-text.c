/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-odt-private.h"

/* The text: blocks and the words inside them. The styles that matter (marks, lists, page breaks)
 * are found by name; everything else about looks is left to our own styles. */

static void read_words (MlgOdt *self, xmlNode *parent, MlgMarks marks);

gboolean
mlg_odt_is_in (const xmlNode *node, const char *ns)
{
  return node->ns != NULL && strcmp ((const char *) node->ns->href, ns) == 0;
}

gboolean
mlg_odt_is (const xmlNode *node, const char *ns, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0
         && mlg_odt_is_in (node, ns);
}

xmlNode *
mlg_odt_find (const xmlNode *parent, const char *ns, const char *name)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL;
       child = child->next)
    if (mlg_odt_is (child, ns, name))
      return child;
  return NULL;
}

static guint
number (const xmlNode *node, const char *ns, const char *name, guint otherwise)
{
  const char *text = mlg_xml_get_ns (node, ns, name);
  guint64 value = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return value > 0 && value <= 1000000 ? (guint) value : otherwise;
}

static double
millimetres (const xmlNode *node, const char *name)
{
  const char *text = mlg_xml_get_ns (node, SVG, name);
  char *unit = NULL;
  double value = text != NULL ? g_ascii_strtod (text, &unit) : 0;

  if (text == NULL)
    return 0;
  if (strcmp (unit, "cm") == 0)
    return value * 10;
  if (strcmp (unit, "in") == 0)
    return value * 25.4;
  if (strcmp (unit, "pt") == 0)
    return value * 25.4 / 72;
  return strcmp (unit, "mm") == 0 ? value : 0;
}

static MlgMarks
marks_of (MlgOdt *self, const char *name, MlgMarks marks)
{
  const xmlNode *style = name != NULL ? g_hash_table_lookup (self->styles, name) : NULL;
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

static gboolean
breaks_page (MlgOdt *self, const xmlNode *paragraph)
{
  const char *name = mlg_xml_get_ns (paragraph, TEXT, "style-name");
  const xmlNode *style = name != NULL ? g_hash_table_lookup (self->styles, name) : NULL;
  const xmlNode *look = mlg_odt_find (style, STYLE, "paragraph-properties");
  const char *before = look != NULL ? mlg_xml_get_ns (look, FO, "break-before") : NULL;

  return before != NULL && strcmp (before, "page") == 0;
}

static void
read_frame (MlgOdt *self, xmlNode *frame)
{
  const xmlNode *title = mlg_odt_find (frame, SVG, "title");
  const xmlNode *description = mlg_odt_find (frame, SVG, "desc");
  g_autoptr (xmlChar) alt = NULL;

  if (description != NULL || title != NULL)
    alt = xmlNodeGetContent (description != NULL ? description : title);
  for (xmlNode *child = frame->children; child != NULL; child = child->next)
    {
      const char *href = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *) child->name, "text-box") == 0)
        mlg_odt_read_blocks (self, child);
      if (strcmp ((const char *) child->name, "image") != 0)
        continue;
      href = mlg_xml_get_ns (child, XLINK, "href");
      mlg_reading_add_image (&self->reading, href != NULL ? href : "draw:image", (char *) alt,
                             millimetres (frame, "width"), millimetres (frame, "height"));
      return; /* those that follow are the same image in other formats */
    }
}

static void
read_note (MlgOdt *self, xmlNode *note)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const char *class = mlg_xml_get_ns (note, TEXT, "note-class");
  xmlNode *body = mlg_odt_find (note, TEXT, "note-body");

  mlg_document_builder_open (builder, "footnote");
  if (g_strcmp0 (class, "endnote") == 0)
    mlg_document_builder_set (builder, "end", "true");
  if (body != NULL)
    mlg_odt_read_blocks (self, body);
  mlg_document_builder_close (builder, "footnote");
}

static void
read_comment (MlgOdt *self, xmlNode *comment)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  xmlNode *creator = mlg_odt_find (comment, DC, "creator");
  g_autoptr (xmlChar) author = creator != NULL ? xmlNodeGetContent (creator) : NULL;

  mlg_document_builder_open (builder, "note");
  mlg_document_builder_set (builder, "author", (char *) author);
  mlg_odt_read_blocks (self, comment);
  mlg_document_builder_close (builder, "note");
}

static void
read_link (MlgOdt *self, xmlNode *link, MlgMarks marks)
{
  const char *href = mlg_xml_get_ns (link, XLINK, "href");
  gboolean opened = mlg_document_builder_open_link (self->reading.builder, href);

  if (!opened && href != NULL && *href != '\0')
    mlg_reading_count (&self->reading, href);
  read_words (self, link, marks);
  if (opened)
    mlg_document_builder_close (self->reading.builder, "link");
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *) node->name);
}

static void
read_inline (MlgOdt *self, xmlNode *node, MlgMarks marks)
{
  static const char *const nothing[] = {
    "soft-page-break", "change",         "change-start",       "change-end",      "bookmark-end",
    "sequence-decl",   "annotation-end", "reference-mark-end", "tracked-changes", NULL
  };
  static const char *const places[] = { "bookmark", "bookmark-start", "reference-mark",
                                        "reference-mark-start", NULL };
  MlgDocumentBuilder *builder = self->reading.builder;

  if (mlg_odt_is (node, TEXT, "span"))
    read_words (self, node, marks_of (self, mlg_xml_get_ns (node, TEXT, "style-name"), marks));
  else if (mlg_odt_is (node, TEXT, "s"))
    mlg_document_builder_add_text (builder, " ", 1, marks);
  else if (mlg_odt_is (node, TEXT, "tab"))
    mlg_document_builder_add (builder, "tab");
  else if (mlg_odt_is (node, TEXT, "line-break"))
    mlg_document_builder_add (builder, "br");
  else if (mlg_odt_is (node, TEXT, "a"))
    read_link (self, node, marks);
  else if (mlg_odt_is (node, TEXT, "note"))
    read_note (self, node);
  else if (mlg_odt_is (node, OFFICE, "annotation"))
    read_comment (self, node);
  else if (mlg_odt_is (node, TEXT, "page-number"))
    mlg_document_builder_add (builder, "page-number");
  else if (mlg_odt_is (node, TEXT, "page-count"))
    mlg_document_builder_add (builder, "page-count");
  else if (strcmp ((const char *) node->name, "frame") == 0)
    read_frame (self, node);
  else if (mlg_odt_is_in (node, TEXT) && is_one_of (node, places))
    mlg_document_builder_set_place (builder, mlg_xml_get_ns (node, TEXT, "name"));
  else if (!is_one_of (node, nothing))
    read_words (self, node, marks); /* fields, rubies, shapes: their words */
}

static void
read_words (MlgOdt *self, xmlNode *parent, MlgMarks marks)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      mlg_document_builder_add_text (self->reading.builder, (const char *) child->content, -1,
                                     marks);
    else if (mlg_odt_is (child, TEXT, "p") || mlg_odt_is (child, TEXT, "h")
             || mlg_odt_is (child, TEXT, "list"))
      {
        mlg_odt_read_blocks (self, parent); /* a shape holds paragraphs */
        return;
      }
    else if (child->type == XML_ELEMENT_NODE)
      read_inline (self, child, marks);
}

static void
read_paragraph (MlgOdt *self, xmlNode *paragraph)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  gboolean heading = mlg_odt_is (paragraph, TEXT, "h");
  const char *style = mlg_xml_get_ns (paragraph, TEXT, "style-name");

  if (breaks_page (self, paragraph))
    mlg_document_builder_add_page_break (builder);
  if (heading)
    mlg_document_builder_open_heading (builder, number (paragraph, TEXT, "outline-level", 1));
  else
    mlg_document_builder_open (builder, "p");
  if (g_strcmp0 (style, "Title") == 0 && !heading)
    mlg_document_builder_set (builder, "role", "title");
  read_words (self, paragraph, heading ? MLG_MARK_NONE : marks_of (self, style, MLG_MARK_NONE));
  mlg_document_builder_close (builder, heading ? "heading" : "p");
}

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

static const char *
numbering_of (const char *format)
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

static void
set_numbering (MlgOdt *self)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const xmlNode *style =
      self->list_style != NULL ? g_hash_table_lookup (self->lists, self->list_style) : NULL;

  for (const xmlNode *level = style != NULL ? style->children : NULL; level != NULL;
       level = level->next)
    {
      const char *numbering = NULL;

      if (!mlg_odt_is (level, TEXT, "list-level-style-number")
          || number (level, TEXT, "level", 0) != self->list_level)
        continue;
      numbering = numbering_of (mlg_xml_get_ns (level, STYLE, "num-format"));
      if (numbering == NULL)
        return;
      mlg_document_builder_set (builder, "numbering", numbering);
      mlg_document_builder_set (builder, "before", mlg_xml_get_ns (level, STYLE, "num-prefix"));
      mlg_document_builder_set (builder, "after", mlg_xml_get_ns (level, STYLE, "num-suffix"));
      if (number (level, TEXT, "start-value", 1) != 1)
        mlg_document_builder_set_number (builder, "start", number (level, TEXT, "start-value", 1));
    }
}

static void
read_list (MlgOdt *self, xmlNode *list)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const char *outer = self->list_style;
  const char *style = mlg_xml_get_ns (list, TEXT, "style-name");
  gboolean outline = holds_headings_only (list);

  if (style != NULL)
    self->list_style = style;
  self->list_level++;
  if (!outline)
    {
      mlg_document_builder_open (builder, "list");
      set_numbering (self);
    }
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    {
      if (!mlg_odt_is (item, TEXT, "list-item") && !mlg_odt_is (item, TEXT, "list-header"))
        continue;
      if (!outline)
        mlg_document_builder_open (builder, "item");
      if (!outline && mlg_odt_is (item, TEXT, "list-header"))
        mlg_document_builder_set (builder, "numbered", "false");
      mlg_odt_read_blocks (self, item);
      if (!outline)
        mlg_document_builder_close (builder, "item");
    }
  if (!outline)
    mlg_document_builder_close (builder, "list");
  self->list_level--;
  self->list_style = outer;
}

static void
read_row (MlgOdt *self, xmlNode *row, gboolean header)
{
  MlgDocumentBuilder *builder = self->reading.builder;

  mlg_document_builder_open (builder, "row");
  if (header)
    mlg_document_builder_set (builder, "header", "true");
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      if (!mlg_odt_is (cell, TABLE, "table-cell"))
        continue;
      mlg_document_builder_open (builder, "cell");
      if (number (cell, TABLE, "number-columns-spanned", 1) > 1)
        mlg_document_builder_set_number (
            builder, "colspan", MIN (number (cell, TABLE, "number-columns-spanned", 1), 10000));
      if (number (cell, TABLE, "number-rows-spanned", 1) > 1)
        mlg_document_builder_set_number (
            builder, "rowspan", MIN (number (cell, TABLE, "number-rows-spanned", 1), 10000));
      mlg_odt_read_blocks (self, cell);
      mlg_document_builder_close (builder, "cell");
    }
  mlg_document_builder_close (builder, "row");
}

static void
read_rows (MlgOdt *self, xmlNode *parent, gboolean header, gboolean *body_begun)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_odt_is (child, TABLE, "table-row"))
      {
        read_row (self, child, header && !*body_begun);
        *body_begun |= !header;
      }
    else if (child->type == XML_ELEMENT_NODE && strstr ((const char *) child->name, "row") != NULL)
      read_rows (self, child, mlg_odt_is (child, TABLE, "table-header-rows"), body_begun);
}

static void
read_table (MlgOdt *self, xmlNode *table)
{
  gboolean body_begun = FALSE;

  mlg_document_builder_open (self->reading.builder, "table");
  read_rows (self, table, FALSE, &body_begun);
  mlg_document_builder_close (self->reading.builder, "table");
}

static void
read_block (MlgOdt *self, xmlNode *node)
{
  static const char *const nothing[] = {
    "forms",  "sequence-decls", "variable-decls", "user-field-decls", "creator",
    "date",   "title",          "desc",           "soft-page-break",  "meta-creator-initials",
    "change", "change-start",   "change-end",     "scripts",          NULL
  };

  if (mlg_odt_is (node, TEXT, "p") || mlg_odt_is (node, TEXT, "h"))
    read_paragraph (self, node);
  else if (mlg_odt_is (node, TEXT, "list"))
    read_list (self, node);
  else if (mlg_odt_is (node, TABLE, "table"))
    read_table (self, node);
  else if (mlg_odt_is (node, TEXT, "table-of-content"))
    mlg_document_builder_add (self->reading.builder, "toc");
  else if (mlg_odt_is (node, TEXT, "tracked-changes"))
    for (xmlNode *change = node->children; change != NULL; change = change->next)
      self->reading.n_changes += change->type == XML_ELEMENT_NODE;
  else if (strcmp ((const char *) node->name, "frame") == 0)
    read_frame (self, node);
  else if (mlg_odt_is (node, OFFICE, "annotation"))
    read_comment (self, node);
  else if (!is_one_of (node, nothing))
    {
      if (!mlg_odt_is (node, TEXT, "section"))
        mlg_reading_count (&self->reading, (const char *) node->name);
      mlg_odt_read_blocks (self, node);
    }
}

void
mlg_odt_read_blocks (MlgOdt *self, xmlNode *parent)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_block (self, child);
    else if (child->type == XML_TEXT_NODE)
      mlg_document_builder_add_text (self->reading.builder, (const char *) child->content, -1,
                                     MLG_MARK_NONE);
}
