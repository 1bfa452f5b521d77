/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* Tables of Word documents. What covers a cell of a row below is said by that cell. */

/* How many rows the cell at this column covers: those below it that say "continue". */
static guint
count_rows (const xmlNode *row, guint column)
{
  guint n = 1;

  for (row = row->next; row != NULL; row = row->next)
    {
      guint at = 0;
      const xmlNode *cell = mlg_docx_is (row, "tr") ? row->children : NULL;
      const xmlNode *look = NULL;

      if (!mlg_docx_is (row, "tr"))
        continue;
      for (; cell != NULL; cell = cell->next)
        {
          const char *span = NULL;

          if (!mlg_docx_is (cell, "tc"))
            continue;
          look = mlg_docx_find (cell, "tcPr");
          if (at >= column)
            break;
          span = mlg_docx_value (look, "gridSpan");
          at += span != NULL ? MAX ((guint) g_ascii_strtoull (span, NULL, 10), 1) : 1;
        }
      if (cell == NULL || at != column || mlg_docx_find (look, "vMerge") == NULL
          || g_strcmp0 (mlg_docx_value (look, "vMerge"), "restart") == 0 || n >= 10000)
        return n;
      n++;
    }
  return n;
}

static void
read_cell (MlgDocx *self, const xmlNode *row, xmlNode *cell, guint *column)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const xmlNode *look = mlg_docx_find (cell, "tcPr");
  const char *text = mlg_docx_value (look, "gridSpan");
  guint span = text != NULL ? CLAMP ((guint) g_ascii_strtoull (text, NULL, 10), 1, 10000) : 1;
  const char *merge = mlg_docx_value (look, "vMerge");
  guint depth = self->depth;

  *column += span;
  if (mlg_docx_find (look, "vMerge") != NULL && g_strcmp0 (merge, "restart") != 0)
    {
      mlg_reading_report_hidden (&self->reading, cell);
      return;
    }
  mlg_document_builder_open (builder, "cell");
  if (span > 1)
    mlg_document_builder_set_number (builder, "colspan", span);
  if (merge != NULL && count_rows (row, *column - span) > 1)
    mlg_document_builder_set_number (builder, "rowspan",
                                     MIN (count_rows (row, *column - span), 10000));
  if (!mlg_docx_is_on (mlg_docx_find (row, "trPr"), "tblHeader")
      && g_strcmp0 (mlg_docx_style_name (self, mlg_docx_find (mlg_docx_find (cell, "p"), "pPr")),
                    "Table Heading")
             == 0)
    mlg_document_builder_set (builder, "header", "true");
  self->depth = 0;
  mlg_docx_read_blocks (self, cell);
  self->depth = depth;
  mlg_document_builder_close (builder, "cell");
}

/* What stands around rows or cells: content controls and the like (nullable). */
static xmlNode *
look_inside (MlgDocx *self, xmlNode *node)
{
  static const char *const looks[] = { "tblPr", "tblGrid", "tblPrEx", "trPr",
                                       "sdtPr", "tr",      "tc",      NULL };

  if (mlg_docx_is (node, "sdtPr"))
    mlg_docx_report_entries (self, node);
  if (node->type != XML_ELEMENT_NODE || g_strv_contains (looks, (const char *) node->name))
    return NULL;
  return mlg_docx_is (node, "AlternateContent") ? mlg_docx_choose (self, node) : node;
}

static void
read_cells (MlgDocx *self, const xmlNode *row, xmlNode *parent, guint *column)
{
  xmlNode *inside = NULL;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_docx_is (child, "tc"))
      read_cell (self, row, child, column);
    else if ((inside = look_inside (self, child)) != NULL)
      read_cells (self, row, inside, column);
}

static void
read_rows (MlgDocx *self, xmlNode *table, gboolean *body_begun)
{
  for (xmlNode *row = table->children; row != NULL; row = row->next)
    {
      guint column = 0;
      xmlNode *inside = look_inside (self, row);

      if (inside != NULL)
        read_rows (self, inside, body_begun);
      if (!mlg_docx_is (row, "tr"))
        continue;
      mlg_document_builder_open (self->reading.builder, "row");
      if (!*body_begun && mlg_docx_is_on (mlg_docx_find (row, "trPr"), "tblHeader"))
        mlg_document_builder_set (self->reading.builder, "header", "true");
      else
        *body_begun = TRUE;
      read_cells (self, row, row, &column);
      mlg_document_builder_close (self->reading.builder, "row");
    }
}

/* The widths of the columns, as documents hold them; NULL unless all are known. */
static char *
column_widths (const xmlNode *table)
{
  const xmlNode *grid = mlg_docx_find (table, "tblGrid");
  g_autoptr (GString) widths = g_string_new (NULL);

  for (const xmlNode *node = grid != NULL ? grid->children : NULL; node != NULL; node = node->next)
    {
      const char *text = mlg_docx_is (node, "gridCol") ? mlg_docx_get (node, "w") : NULL;
      guint64 width = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

      if (!mlg_docx_is (node, "gridCol"))
        continue;
      if (width == 0 || width > 1000000)
        return NULL;
      g_string_append_printf (widths, "%s%u", widths->len > 0 ? " " : "", (guint) width);
    }
  return widths->len > 0 ? g_string_free (g_steal_pointer (&widths), FALSE) : NULL;
}

void
mlg_docx_read_table (MlgDocx *self, xmlNode *table)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  xmlNode *caption = (xmlNode *) self->caption;
  g_autofree char *widths = column_widths (table);
  gboolean body_begun = FALSE;

  self->caption = NULL;
  mlg_docx_close_lists (self, 0);
  mlg_document_builder_open (builder, "table");
  mlg_document_builder_set (builder, "columns", widths);
  if (g_strcmp0 (mlg_docx_value (mlg_docx_find (table, "tblPr"), "tblStyle"), "PlainTable") == 0)
    mlg_document_builder_set (builder, "borders", "false");
  if (caption != NULL)
    {
      mlg_document_builder_open (builder, "caption");
      mlg_docx_read_inline (self, caption, MLG_MARK_NONE);
      mlg_document_builder_close (builder, "caption");
    }
  read_rows (self, table, &body_begun);
  mlg_document_builder_close (builder, "table");
}
