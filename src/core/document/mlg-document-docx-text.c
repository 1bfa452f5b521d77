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

gboolean
mlg_docx_is_one_of (const xmlNode *node, const char *const *names)
{
  return node->type != XML_ELEMENT_NODE || g_strv_contains (names, (const char *) node->name);
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
      if (child->type != XML_ELEMENT_NODE || mlg_docx_is (child, "pPr"))
        continue;
      if (mlg_docx_is (child, "r"))
        mlg_docx_read_run (self, child);
      else if (mlg_docx_is (child, "hyperlink"))
        read_hyperlink (self, child, marks);
      else if (mlg_docx_is (child, "sdtPr"))
        mlg_docx_report_entries (self, child);
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
        mlg_docx_read_words (self, child, marks); /* a formula */
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
is_contents (MlgDocx *self, const xmlNode *paragraph, const xmlNode *look)
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
    mlg_document_builder_add_toc (self->reading.builder, mlg_docx_toc_depth (paragraph));
  self->in_toc = TRUE;
  return TRUE;
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

  if (is_contents (self, paragraph, look))
    return;
  self->in_toc = FALSE;
  if (level > 0)
    mlg_docx_close_lists (self, 0);
  else
    place_in_list (self, look);
  if (mlg_docx_is_on (look, "pageBreakBefore"))
    mlg_document_builder_add_page_break (builder);
  if (level > 0)
    {
      mlg_document_builder_open_heading (builder, level);
      mlg_docx_number_heading (self, look);
    }
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
  if (mlg_docx_is (node, "sdtPr"))
    mlg_docx_report_entries (self, node);
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
  else if (inside != NULL && !mlg_docx_is_one_of (node, nothing))
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
