/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document.h"
#include "mlg-odf-body-private.h"

/* Tables of OpenDocument text. */

static void
write_covered (MlgOdfBody *self, guint columns)
{
  g_autofree char *number = g_strdup_printf ("%u", columns);

  if (columns == 0)
    return;
  mlg_odf_open (self, "table:covered-table-cell", NULL);
  if (columns > 1)
    mlg_odf_attribute (self, "table:number-columns-repeated", number);
  mlg_odf_close (self, "table:covered-table-cell");
}

static void
write_filler (MlgOdfBody *self, const xmlNode *filler)
{
  mlg_odf_open (self, "table:table-cell", "table:style-name", "Cell.plain",
                "table:number-columns-repeated", mlg_odf_get (filler, "columns"), NULL);
  mlg_odf_empty_line (self, "Table_20_Contents");
  mlg_odf_close (self, "table:table-cell");
}

static const char *
cell_style (const xmlNode *cell)
{
  const xmlNode *row = cell->parent;

  if (g_strcmp0 (mlg_xml_get (row->parent, "borders"), "false") == 0)
    return "Cell.plain";
  return mlg_xml_is_true (cell, "header") || mlg_xml_is_true (row, "header") ? "Cell.head" : "Cell";
}

/* Programs want a line in every cell, and one after a table. */
static gboolean
wants_line (const xmlNode *cell)
{
  const xmlNode *last = cell->last;

  while (last != NULL && last->type != XML_ELEMENT_NODE)
    last = last->prev;
  return last == NULL || mlg_document_node_is (last, "table");
}

static void
write_cell (MlgOdfBody *self, const xmlNode *cell)
{
  guint columns = mlg_odf_get_number (cell, "columns");
  const char *rows = mlg_odf_get (cell, "rows");

  mlg_odf_open (self, "table:table-cell", "office:value-type", "string", "table:style-name",
                cell_style (cell), NULL);
  if (columns > 1 || rows != NULL)
    {
      mlg_odf_attribute (self, "table:number-columns-spanned", mlg_odf_get (cell, "columns"));
      mlg_odf_attribute (self, "table:number-rows-spanned", rows != NULL ? rows : "1");
    }
  mlg_odf_write_children (self, cell);
  if (wants_line (cell))
    mlg_odf_empty_line (self, "Table_20_Contents");
  mlg_odf_close (self, "table:table-cell");
  if (columns > 1)
    write_covered (self, columns - 1);
}

static void
write_row (MlgOdfBody *self, const xmlNode *row)
{
  mlg_odf_open (self, "table:table-row", "table:style-name",
                mlg_odf_get (row, "whole") != NULL ? "Row.whole" : "Row", NULL);
  for (const xmlNode *node = row->children; node != NULL; node = node->next)
    if (mlg_document_node_is (node, "cell"))
      write_cell (self, node);
    else if (mlg_odf_is (node, "covered"))
      write_covered (self, mlg_odf_get_number (node, "colspan"));
    else if (mlg_odf_is (node, "filler"))
      write_filler (self, node);
  mlg_odf_close (self, "table:table-row");
}

/* Those of the head, or the others. */
static void
write_rows (MlgOdfBody *self, const xmlNode *table, gboolean header)
{
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "row") && mlg_xml_is_true (row, "header") == header)
      write_row (self, row);
}

static gboolean
has_header (const xmlNode *table)
{
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "row") && mlg_xml_is_true (row, "header"))
      return TRUE;
  return FALSE;
}

static void
write_caption (MlgOdfBody *self, const xmlNode *table)
{
  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    if (mlg_document_node_is (node, "caption"))
      {
        mlg_odf_open (self, "text:p", "text:style-name", "Table", NULL);
        mlg_odf_write_line (self, node);
        mlg_odf_close (self, "text:p");
      }
}

static void
write_columns (MlgOdfBody *self, const xmlNode *table, const char *style)
{
  guint position = 0;

  for (const xmlNode *node = table->children; node != NULL; node = node->next)
    if (mlg_odf_is (node, "column"))
      {
        g_autofree char *column = g_strdup_printf ("%s.%u", style, ++position);

        mlg_odf_open (self, "table:table-column", "table:style-name", column, NULL);
        mlg_odf_close (self, "table:table-column");
      }
}

static void
write_bare_table (MlgOdfBody *self, const xmlNode *table)
{
  const char *index = mlg_odf_get (table, "index");
  g_autofree char *name = g_strconcat ("Table", index, NULL);
  g_autofree char *style = g_strconcat ("T", index, NULL);

  write_caption (self, table);
  mlg_odf_open (self, "table:table", "table:name", name, "table:style-name", style, NULL);
  write_columns (self, table, style);
  if (has_header (table))
    {
      mlg_odf_open (self, "table:table-header-rows", NULL);
      write_rows (self, table, TRUE);
      mlg_odf_close (self, "table:table-header-rows");
    }
  write_rows (self, table, FALSE);
  mlg_odf_close (self, "table:table");
}

/* No table may stand in an item of a list: programs drop it with its words. It stands in a frame of
 * the line. */
static void
write_framed_table (MlgOdfBody *self, const xmlNode *table)
{
  g_autofree char *name = g_strconcat ("Frame", mlg_odf_get (table, "index"), NULL);
  g_autofree char *width = g_strconcat (mlg_odf_get (table, "width"), "mm", NULL);

  mlg_odf_open (self, "text:p", "text:style-name", "List", NULL);
  mlg_odf_open (self, "draw:frame", "draw:name", name, "draw:style-name", "Frame.table",
                "text:anchor-type", "as-char", "svg:width", width, "draw:z-index", "0", NULL);
  mlg_odf_open (self, "draw:text-box", "fo:min-height", "1mm", NULL);
  write_bare_table (self, table);
  mlg_odf_close (self, "draw:text-box");
  mlg_odf_close (self, "draw:frame");
  mlg_odf_close (self, "text:p");
}

void
mlg_odf_write_table (MlgOdfBody *self, const xmlNode *table)
{
  if (mlg_odf_get_number (table, "depth") > 0)
    write_framed_table (self, table);
  else
    write_bare_table (self, table);
}
