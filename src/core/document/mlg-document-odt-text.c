/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
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
  xmlNode *when = mlg_odt_find (comment, DC, "date");
  g_autoptr (xmlChar) author = creator != NULL ? xmlNodeGetContent (creator) : NULL;
  g_autoptr (xmlChar) date = when != NULL ? xmlNodeGetContent (when) : NULL;

  mlg_document_builder_open (builder, "note");
  mlg_document_builder_set (builder, "author", (char *) author);
  if (date != NULL && mlg_reading_is_date ((char *) date))
    mlg_document_builder_set (builder, "date", (char *) date);
  mlg_odt_read_blocks (self, comment);
  mlg_document_builder_close (builder, "note");
}

/* A reference that programs keep up to date. */
static void
read_reference (MlgOdt *self, xmlNode *reference, MlgMarks marks)
{
  const char *format = mlg_xml_get_ns (reference, TEXT, "reference-format");
  const char *show = "words";

  if (g_strcmp0 (format, "page") == 0)
    show = "page";
  else if (format != NULL && g_str_has_prefix (format, "number"))
    show = "number";
  else if (g_strcmp0 (format, "text") == 0)
    show = "title";
  mlg_document_builder_open_reference (self->reading.builder,
                                       mlg_xml_get_ns (reference, TEXT, "ref-name"), show);
  read_words (self, reference, marks);
  mlg_document_builder_close (self->reading.builder, "ref");
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

/* A list to choose from: what was chosen is its text, the rest is told. */
static void
read_choice (MlgOdt *self, xmlNode *list, MlgMarks marks)
{
  g_autoptr (xmlChar) chosen = xmlNodeGetContent (list);
  g_autoptr (GString) left = g_string_new (NULL);

  for (const xmlNode *label = list->children; label != NULL; label = label->next)
    {
      const char *words =
          mlg_odt_is (label, TEXT, "label") ? mlg_xml_get_ns (label, TEXT, "value") : NULL;

      if (words != NULL && g_strcmp0 (words, (const char *) chosen) != 0)
        g_string_append_printf (left, "%s%s", left->len > 0 ? " ; " : "", words);
    }
  mlg_reading_report_left (&self->reading, "text:label", left->str);
  read_words (self, list, marks);
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
    read_words (self, node, mlg_odt_marks (self, mlg_xml_get_ns (node, TEXT, "style-name"), marks));
  else if (mlg_odt_is (node, TEXT, "s"))
    mlg_document_builder_add_text (builder, " ", 1, marks);
  else if (mlg_odt_is (node, TEXT, "tab"))
    mlg_document_builder_add (builder, "tab");
  else if (mlg_odt_is (node, TEXT, "line-break"))
    mlg_document_builder_add (builder, "br");
  else if (mlg_odt_is (node, TEXT, "a"))
    read_link (self, node, marks);
  else if (mlg_odt_is (node, TEXT, "bookmark-ref")
           && mlg_xml_get_ns (node, TEXT, "ref-name") != NULL)
    read_reference (self, node, marks);
  else if (mlg_odt_is (node, TEXT, "drop-down"))
    read_choice (self, node, marks);
  else if (mlg_odt_is (node, TEXT, "note"))
    read_note (self, node);
  else if (mlg_odt_is (node, OFFICE, "annotation"))
    read_comment (self, node);
  else if (mlg_odt_is (node, TEXT, "page-number"))
    mlg_document_builder_add (builder, "page-number");
  else if (mlg_odt_is (node, TEXT, "page-count"))
    mlg_document_builder_add (builder, "page-count");
  else if (strcmp ((const char *) node->name, "frame") == 0)
    mlg_odt_read_frame (self, node);
  else if (mlg_odt_is (node, SVG, "title") || mlg_odt_is (node, SVG, "desc"))
    mlg_odt_report_words (self, node);
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
open_heading (MlgOdt *self, const xmlNode *heading)
{
  mlg_document_builder_open_heading (self->reading.builder,
                                     mlg_odt_number (heading, TEXT, "outline-level", 1));
  mlg_odt_number_heading (self, heading);
}

static void
read_paragraph (MlgOdt *self, xmlNode *paragraph)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  gboolean heading = mlg_odt_is (paragraph, TEXT, "h");
  MlgMarks marks = heading ? MLG_MARK_NONE : mlg_odt_paragraph_marks (self, paragraph);

  mlg_odt_begin_page (self, mlg_xml_get_ns (paragraph, TEXT, "style-name"), "paragraph-properties");
  if (heading)
    open_heading (self, paragraph);
  else
    {
      mlg_document_builder_open (builder, "p");
      mlg_document_builder_set (builder, "role", mlg_odt_role (self, paragraph));
      mlg_document_builder_set (builder, "align", mlg_odt_align (self, paragraph));
    }
  read_words (self, paragraph, marks);
  mlg_document_builder_close (builder, heading ? "heading" : "p");
}

/* A paragraph before a table is its caption when its style says so. */
static gboolean
is_caption (const MlgOdt *self, const xmlNode *paragraph)
{
  const char *style = mlg_odt_named_style (self, paragraph);
  const xmlNode *next = xmlNextElementSibling ((xmlNode *) paragraph);

  return next != NULL && mlg_odt_is (next, TABLE, "table")
         && (g_strcmp0 (style, "Table") == 0 || g_strcmp0 (style, "Caption") == 0);
}

/* How often the same cell or row is there: as in spreadsheets, and never so often in a text. */
#define MAX_REPEATS 64

static guint
count_repeats (const xmlNode *node, const char *name)
{
  const char *text = mlg_xml_get_ns (node, TABLE, name);
  guint64 n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, MAX_REPEATS);
}

static void
report_cut (MlgOdt *self, const xmlNode *node, const char *name)
{
  const char *text = mlg_xml_get_ns (node, TABLE, name);

  if (text != NULL && g_ascii_strtoull (text, NULL, 10) > MAX_REPEATS)
    mlg_issue_list_add (self->reading.issues, MLG_SEVERITY_WARNING, self->reading.name, 0, 0,
                        _ ("%s: the same one %s times, only %u are kept"), name, text, MAX_REPEATS);
}

/* Says once what of a row and its cells is there more often than we repeat it. */
static void
report_cuts (MlgOdt *self, const xmlNode *row)
{
  report_cut (self, row, "number-rows-repeated");
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    if (mlg_odt_is (cell, TABLE, "table-cell"))
      report_cut (self, cell, "number-columns-repeated");
}

static void
read_cell (MlgOdt *self, xmlNode *cell, gboolean header)
{
  MlgDocumentBuilder *builder = self->reading.builder;

  mlg_document_builder_open (builder, "cell");
  if (mlg_odt_number (cell, TABLE, "number-columns-spanned", 1) > 1)
    mlg_document_builder_set_number (
        builder, "colspan", MIN (mlg_odt_number (cell, TABLE, "number-columns-spanned", 1), 10000));
  if (mlg_odt_number (cell, TABLE, "number-rows-spanned", 1) > 1)
    mlg_document_builder_set_number (
        builder, "rowspan", MIN (mlg_odt_number (cell, TABLE, "number-rows-spanned", 1), 10000));
  if (!header && mlg_odt_is_title (self, cell))
    mlg_document_builder_set (builder, "header", "true");
  mlg_odt_read_blocks (self, cell);
  mlg_document_builder_close (builder, "cell");
}

static void
read_row (MlgOdt *self, xmlNode *row, gboolean header)
{
  MlgDocumentBuilder *builder = self->reading.builder;

  mlg_document_builder_open (builder, "row");
  if (header)
    mlg_document_builder_set (builder, "header", "true");
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    if (mlg_odt_is (cell, TABLE, "covered-table-cell"))
      mlg_reading_report_hidden (&self->reading, cell);
    else if (mlg_odt_is (cell, TABLE, "table-cell"))
      for (guint i = count_repeats (cell, "number-columns-repeated"); i > 0; i--)
        read_cell (self, cell, header);
  mlg_document_builder_close (builder, "row");
}

static void
read_rows (MlgOdt *self, xmlNode *parent, gboolean header, gboolean *body_begun)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_odt_is (child, TABLE, "table-row"))
      {
        report_cuts (self, child);
        for (guint i = count_repeats (child, "number-rows-repeated"); i > 0; i--)
          read_row (self, child, header && !*body_begun);
        *body_begun |= !header;
      }
    else if (child->type == XML_ELEMENT_NODE && strstr ((const char *) child->name, "row") != NULL)
      read_rows (self, child, mlg_odt_is (child, TABLE, "table-header-rows"), body_begun);
    else if (mlg_odt_is (child, TABLE, "shapes"))
      mlg_odt_report_words (self, child);
    else if (mlg_odt_is (child, OFFICE, "forms"))
      mlg_odt_report_form (self, child);
}

static void
read_caption (MlgOdt *self)
{
  xmlNode *caption = self->caption;

  self->caption = NULL;
  if (caption == NULL)
    return;
  mlg_document_builder_open (self->reading.builder, "caption");
  read_words (self, caption, MLG_MARK_NONE);
  mlg_document_builder_close (self->reading.builder, "caption");
}

static void
read_table (MlgOdt *self, xmlNode *table)
{
  g_autofree char *widths = mlg_odt_column_widths (self, table);
  gboolean body_begun = FALSE;

  mlg_odt_begin_page (self, mlg_xml_get_ns (table, TABLE, "style-name"), "table-properties");
  mlg_document_builder_open (self->reading.builder, "table");
  mlg_document_builder_set (self->reading.builder, "columns", widths);
  if (mlg_odt_is_borderless (self, table))
    mlg_document_builder_set (self->reading.builder, "borders", "false");
  read_caption (self);
  mlg_odt_report_said (self, table, TABLE);
  read_rows (self, table, FALSE, &body_begun);
  mlg_document_builder_close (self->reading.builder, "table");
}

/* Changes are read as accepted: what was deleted is told. */
static void
read_changes (MlgOdt *self, const xmlNode *changes)
{
  for (const xmlNode *change = changes->children; change != NULL; change = change->next)
    {
      const xmlNode *deletion = mlg_odt_find (change, TEXT, "deletion");

      self->reading.n_changes += change->type == XML_ELEMENT_NODE;
      for (xmlNode *node = deletion != NULL ? deletion->children : NULL; node != NULL;
           node = node->next)
        if (mlg_odt_is (node, TEXT, "p") || mlg_odt_is (node, TEXT, "h"))
          mlg_reading_report_deletion (&self->reading, node);
    }
}

static void
read_block (MlgOdt *self, xmlNode *node)
{
  static const char *const nothing[] = {
    "forms",  "sequence-decls", "variable-decls", "user-field-decls", "creator",
    "date",   "title",          "desc",           "soft-page-break",  "meta-creator-initials",
    "change", "change-start",   "change-end",     "scripts",          NULL
  };

  if (mlg_odt_is (node, TEXT, "p") && is_caption (self, node))
    self->caption = node;
  else if (mlg_odt_is (node, TEXT, "p") || mlg_odt_is (node, TEXT, "h"))
    read_paragraph (self, node);
  else if (mlg_odt_is (node, TEXT, "list"))
    mlg_odt_read_list (self, node);
  else if (mlg_odt_is (node, TABLE, "table"))
    read_table (self, node);
  else if (mlg_odt_is (node, TEXT, "table-of-content"))
    mlg_document_builder_add_toc (
        self->reading.builder, mlg_odt_number (mlg_odt_find (node, TEXT, "table-of-content-source"),
                                               TEXT, "outline-level", 0));
  else if (mlg_odt_is (node, TEXT, "tracked-changes"))
    read_changes (self, node);
  else if (strcmp ((const char *) node->name, "frame") == 0)
    mlg_odt_read_frame (self, node);
  else if (mlg_odt_is (node, OFFICE, "annotation"))
    read_comment (self, node);
  else if (mlg_odt_is (node, SVG, "title") || mlg_odt_is (node, SVG, "desc"))
    mlg_odt_report_words (self, node);
  else if (mlg_odt_is (node, OFFICE, "forms"))
    mlg_odt_report_form (self, node);
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
