/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* The text of a Word document: blocks and the words inside them. */

gboolean
mlg_docx_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

xmlNode *
mlg_docx_find (const xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL;
       child = child->next)
    if (mlg_docx_is (child, name))
      return child;
  return NULL;
}

const char *
mlg_docx_get (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node != NULL ? node->properties : NULL; a != NULL; a = a->next)
    if (strcmp ((const char *) a->name, name) == 0)
      return a->children != NULL ? (const char *) a->children->content : "";
  return NULL;
}

const char *
mlg_docx_value (const xmlNode *parent, const char *name)
{
  return mlg_docx_get (mlg_docx_find (parent, name), "val");
}

gboolean
mlg_docx_is_on (const xmlNode *parent, const char *name)
{
  const char *text = mlg_docx_value (parent, name);

  return mlg_docx_find (parent, name) != NULL
         && (text == NULL || (strcmp (text, "0") != 0 && strcmp (text, "false") != 0));
}

static void
read_text_node (MlgDocx *self, const xmlNode *node, MlgMarks marks)
{
  for (const xmlNode *t = node->children; t != NULL; t = t->next)
    if (t->content != NULL)
      mlg_document_builder_add_text (self->reading.builder, (const char *) t->content, -1, marks);
}

/* What a note refers to, while it is read. */
static GHashTable *
targets_of (const MlgDocx *self, const GHashTable *notes)
{
  g_autofree char *start = g_strdup_printf ("%p/", (const void *) notes);
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key = NULL, target = NULL;

  g_hash_table_iter_init (&iter, self->note_targets);
  while (g_hash_table_iter_next (&iter, &key, &target))
    if (g_str_has_prefix (key, start))
      g_hash_table_insert (targets, g_strdup ((char *) key + strlen (start)), g_strdup (target));
  return targets;
}

static void
read_note_blocks (MlgDocx *self, xmlNode *note, const GHashTable *notes)
{
  GHashTable *targets = self->targets;
  guint depth = self->depth;

  self->targets = targets_of (self, notes);
  self->depth = 0;
  mlg_docx_read_blocks (self, note);
  self->depth = depth;
  g_hash_table_unref (self->targets);
  self->targets = targets;
}

static void
read_note (MlgDocx *self, const xmlNode *call, GHashTable *notes, const char *name)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const char *id = mlg_docx_get (call, "id");
  xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;
  const char *author = mlg_docx_get (note, "author");
  const char *date = mlg_docx_get (note, "date");

  if (note == NULL)
    return;
  mlg_document_builder_open (builder, name);
  if (notes == self->endnotes)
    mlg_document_builder_set (builder, "end", "true");
  if (notes == self->comments && author != NULL && *author != '\0')
    mlg_document_builder_set (builder, "author", author);
  if (notes == self->comments && date != NULL && mlg_reading_is_date (date))
    mlg_document_builder_set (builder, "date", date);
  g_hash_table_remove (notes, id); /* a note that calls itself is read once */
  read_note_blocks (self, note, notes);
  mlg_document_builder_close (builder, name);
}

static MlgMarks
marks_of (const xmlNode *run)
{
  const xmlNode *look = mlg_docx_find (run, "rPr");
  const char *place = mlg_docx_value (look, "vertAlign");
  MlgMarks marks = MLG_MARK_NONE;

  if (mlg_docx_is_on (look, "b"))
    marks |= MLG_MARK_BOLD;
  if (mlg_docx_is_on (look, "i"))
    marks |= MLG_MARK_ITALIC;
  if (g_strcmp0 (place, "superscript") == 0)
    marks |= MLG_MARK_SUPERSCRIPT;
  if (g_strcmp0 (place, "subscript") == 0)
    marks |= MLG_MARK_SUBSCRIPT;
  return marks;
}

/* The signs of forms and lists, by their place in the fonts that have them (nullable). */
static const char *
symbol_of (const xmlNode *node)
{
  static const struct
  {
    const char *font;
    guint place;
    const char *sign;
  } signs[] = {
    { "Symbol", 0xb7, "•" },      { "Wingdings", 0x6f, "☐" },   { "Wingdings", 0x71, "☐" },
    { "Wingdings", 0x78, "☒" },   { "Wingdings", 0xa7, "▪" },   { "Wingdings", 0xa8, "☐" },
    { "Wingdings", 0xd8, "➢" },   { "Wingdings", 0xe0, "→" },   { "Wingdings", 0xf0, "⇨" },
    { "Wingdings", 0xfb, "✗" },   { "Wingdings", 0xfc, "✓" },   { "Wingdings", 0xfd, "☒" },
    { "Wingdings", 0xfe, "☑" },   { "Wingdings 2", 0x52, "☑" }, { "Wingdings 2", 0x54, "☒" },
    { "Wingdings 2", 0xa3, "☐" },
  };
  const char *font = mlg_docx_get (node, "font"), *place = mlg_docx_get (node, "char");
  guint at = place != NULL ? (guint) g_ascii_strtoull (place, NULL, 16) & 0xff : 0;

  for (gsize i = 0; font != NULL && i < G_N_ELEMENTS (signs); i++)
    if (signs[i].place == at && g_ascii_strcasecmp (signs[i].font, font) == 0)
      return signs[i].sign;
  return NULL;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return node->type != XML_ELEMENT_NODE || g_strv_contains (names, (const char *) node->name);
}

static void
read_run_part (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  static const char *const nothing[] = { "rPr",
                                         "lastRenderedPageBreak",
                                         "softHyphen",
                                         "annotationRef",
                                         "footnoteRef",
                                         "endnoteRef",
                                         "separator",
                                         "delText",
                                         "delInstrText",
                                         "dayShort",
                                         "monthShort",
                                         "yearShort",
                                         "dayLong",
                                         "monthLong",
                                         "yearLong",
                                         "pgNum",
                                         "continuationSeparator",
                                         NULL };
  MlgDocumentBuilder *builder = self->reading.builder;

  if (mlg_docx_read_field_part (self, node))
    return;
  if (mlg_docx_is (node, "t"))
    read_text_node (self, node, marks);
  else if (mlg_docx_is (node, "tab") || mlg_docx_is (node, "ptab"))
    mlg_document_builder_add (builder, "tab");
  else if (mlg_docx_is (node, "br") && g_strcmp0 (mlg_docx_get (node, "type"), "page") == 0)
    mlg_document_builder_add_page_break (builder);
  else if (mlg_docx_is (node, "br") || mlg_docx_is (node, "cr"))
    mlg_document_builder_add (builder, "br");
  else if (mlg_docx_is (node, "noBreakHyphen"))
    mlg_document_builder_add_text (builder, "\xe2\x80\x91", -1, marks);
  else if (mlg_docx_is (node, "footnoteReference"))
    read_note (self, node, self->footnotes, "footnote");
  else if (mlg_docx_is (node, "endnoteReference"))
    read_note (self, node, self->endnotes, "footnote");
  else if (mlg_docx_is (node, "commentReference"))
    read_note (self, node, self->comments, "note");
  else if (mlg_docx_is (node, "drawing") || mlg_docx_is (node, "pict")
           || (mlg_docx_is (node, "object") && mlg_docx_find_below (node, "imagedata") != NULL))
    mlg_docx_read_drawing (self, node);
  else if (mlg_docx_is (node, "AlternateContent"))
    {
      xmlNode *choice = mlg_docx_choose (self, node);

      for (xmlNode *c = choice != NULL ? choice->children : NULL; c != NULL; c = c->next)
        if (c->type == XML_ELEMENT_NODE)
          read_run_part (self, c, marks);
    }
  else if (mlg_docx_is (node, "sym") && symbol_of (node) != NULL)
    mlg_document_builder_add_text (builder, symbol_of (node), -1, marks);
  else if (mlg_docx_is (node, "ruby"))
    mlg_docx_read_ruby (self, node, marks);
  else if (!is_one_of (node, nothing))
    {
      mlg_reading_count (&self->reading, (const char *) node->name);
      mlg_docx_read_inline (self, node, marks);
    }
}

static void
read_hyperlink (MlgDocx *self, xmlNode *link, MlgMarks marks)
{
  const char *id = mlg_docx_get (link, "id");
  const char *href = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  const char *anchor = mlg_docx_get (link, "anchor");
  gboolean opened = mlg_document_builder_open_link (self->reading.builder, href);

  if (!opened && anchor != NULL)
    mlg_document_builder_open_reference (self->reading.builder, anchor, "words");
  else if (!opened && href != NULL)
    mlg_reading_count (&self->reading, href);
  mlg_docx_read_inline (self, link, marks);
  if (opened || anchor != NULL)
    mlg_document_builder_close (self->reading.builder, opened ? "link" : "ref");
}

static void
read_simple_field (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  MlgDocxField field = { 0 };
  const char *code = mlg_docx_get (node, "instr");

  if (mlg_docx_open_field (self, code != NULL ? code : "", &field))
    return;
  mlg_docx_read_inline (self, node, marks);
  mlg_docx_close_field (self, &field);
}

void
mlg_docx_read_inline (MlgDocx *self, xmlNode *parent, MlgMarks marks)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || mlg_docx_is (child, "pPr")
          || mlg_docx_is (child, "sdtPr"))
        continue;
      if (mlg_docx_is (child, "r"))
        for (xmlNode *part = child->children; part != NULL; part = part->next)
          read_run_part (self, part, marks_of (child));
      else if (mlg_docx_is (child, "hyperlink"))
        read_hyperlink (self, child, marks);
      else if (mlg_docx_is (child, "fldSimple"))
        read_simple_field (self, child, marks);
      else if (mlg_docx_is (child, "bookmarkStart"))
        mlg_document_builder_set_place (self->reading.builder, mlg_docx_get (child, "name"));
      else if (mlg_docx_is (child, "del") || mlg_docx_is (child, "moveFrom"))
        {
          self->reading.n_changes++;
          if (mlg_docx_is (child, "del"))
            mlg_reading_report_deletion (&self->reading, child);
        }
      else if (mlg_docx_is (child, "t"))
        read_text_node (self, child, marks); /* a formula */
      else if (mlg_docx_is (child, "AlternateContent"))
        {
          xmlNode *chosen = mlg_docx_choose (self, child);

          if (chosen != NULL)
            mlg_docx_read_inline (self, chosen, marks);
        }
      else
        {
          if (mlg_docx_is (child, "oMath"))
            mlg_reading_count (&self->reading, "oMath");
          self->reading.n_changes += mlg_docx_is (child, "ins") || mlg_docx_is (child, "moveTo");
          mlg_docx_read_inline (self, child, marks);
        }
    }
}

/* What a table of contents printed is left out: we make our own. */
static gboolean
is_contents (MlgDocx *self, const xmlNode *look)
{
  const char *name = mlg_docx_style_name (self, look);

  if (name == NULL || g_ascii_strncasecmp (name, "toc ", 4) != 0)
    {
      const char *id = mlg_docx_value (look, "pStyle");

      if (id == NULL || !g_str_has_prefix (id, "TOC") || id[3] == 'H')
        return FALSE;
    }
  else if (g_ascii_strcasecmp (name, "toc heading") == 0)
    return TRUE;
  if (!self->in_toc)
    mlg_document_builder_add (self->reading.builder, "toc");
  self->in_toc = TRUE;
  return TRUE;
}

static void
open_heading (MlgDocx *self, const xmlNode *look, guint level)
{
  guint unused = 0;

  mlg_document_builder_open_heading (self->reading.builder, level);
  if (self->outline != NULL
      && g_strcmp0 (mlg_docx_find_number (self, look, &unused), self->outline) != 0)
    mlg_document_builder_leave_unnumbered (self->reading.builder);
}

/* Opens or closes lists for a paragraph that is no heading. */
static void
place_in_list (MlgDocx *self, const xmlNode *look)
{
  guint level = 0;
  guint continued = mlg_docx_continued_depth (self, look);
  const char *id = mlg_docx_find_number (self, look, &level);

  if (id != NULL)
    mlg_docx_enter_item (self, id, level);
  else
    mlg_docx_close_lists (self, continued <= self->depth ? continued : 0);
}

static void
read_paragraph (MlgDocx *self, xmlNode *paragraph)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const xmlNode *look = mlg_docx_find (paragraph, "pPr");
  guint level = mlg_docx_heading_level (self, look);

  if (is_contents (self, look))
    return;
  self->in_toc = FALSE;
  if (level > 0)
    mlg_docx_close_lists (self, 0);
  else
    place_in_list (self, look);
  if (mlg_docx_is_on (look, "pageBreakBefore"))
    mlg_document_builder_add_page_break (builder);
  if (level > 0)
    open_heading (self, look, level);
  else
    {
      mlg_document_builder_open (builder, "p");
      mlg_document_builder_set (builder, "role", mlg_docx_role (self, look));
      mlg_document_builder_set (builder, "align", mlg_docx_align (look));
    }
  mlg_docx_read_inline (self, paragraph, MLG_MARK_NONE);
  mlg_document_builder_close (builder, level > 0 ? "heading" : "p");
  if (mlg_docx_find (look, "sectPr") != NULL && self->depth == 0)
    mlg_docx_end_section (self);
}

static gboolean
is_caption (const MlgDocx *self, const xmlNode *paragraph)
{
  const xmlNode *next = xmlNextElementSibling ((xmlNode *) paragraph);
  const char *name = mlg_docx_style_name (self, mlg_docx_find (paragraph, "pPr"));

  return next != NULL && name != NULL && mlg_docx_is (next, "tbl")
         && g_ascii_strcasecmp (name, "caption") == 0;
}

/* Blocks that are neither paragraphs nor tables. */
static void
read_other_block (MlgDocx *self, xmlNode *node)
{
  static const char *const nothing[] = { "sectPr",      "sdtPr",    "sdtEndPr", "tcPr",
                                         "customXmlPr", "altChunk", NULL };
  xmlNode *inside = node;

  if (mlg_docx_is (node, "altChunk"))
    mlg_docx_report_part (self, node);
  if (mlg_docx_is (node, "AlternateContent"))
    inside = mlg_docx_choose (self, node);
  if (mlg_docx_is (node, "del") || mlg_docx_is (node, "moveFrom"))
    {
      self->reading.n_changes++;
      if (mlg_docx_is (node, "del"))
        mlg_reading_report_deletion (&self->reading, node);
    }
  else if (mlg_docx_is (node, "oMathPara") || mlg_docx_is (node, "oMath"))
    {
      mlg_reading_count (&self->reading, (const char *) node->name);
      mlg_document_builder_open (self->reading.builder, "p");
      mlg_docx_read_inline (self, node, MLG_MARK_NONE);
      mlg_document_builder_close (self->reading.builder, "p");
    }
  else if (inside != NULL && !is_one_of (node, nothing))
    mlg_docx_read_blocks (self, inside); /* content controls and the like */
}

void
mlg_docx_read_blocks (MlgDocx *self, xmlNode *parent)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_docx_is (child, "p") && is_caption (self, child))
      self->caption = child;
    else if (mlg_docx_is (child, "p"))
      read_paragraph (self, child);
    else if (mlg_docx_is (child, "tbl"))
      mlg_docx_read_table (self, child);
    else
      read_other_block (self, child);
  mlg_docx_close_lists (self, 0);
}
