/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-outgoing-private.h"

/* The grid of a table: which places are covered, and how wide columns are. */

/* An average character of the text, and what is left free in a cell, in millimetres. */
#define CHARACTER 1.95
#define PADDING   4.0

/* Characters beyond which a cell is better broken into lines. */
#define LONG_LINE 60

/* A cell of a row above that comes down here. */
typedef struct
{
  guint rows; /* that it still covers */
  guint columns;
} Cover;

static guint
get_span (const xmlNode *cell, const char *name)
{
  const char *text = mlg_xml_get (cell, name);

  return text != NULL ? MAX ((guint) g_ascii_strtoull (text, NULL, 10), 1) : 1;
}

static guint
count_rows_below (const xmlNode *row)
{
  guint n = 0;

  for (row = row->next; row != NULL; row = row->next)
    n += mlg_document_node_is (row, "row");
  return n;
}

static Cover *
cover_at (GArray *covers, guint column)
{
  if (column >= covers->len)
    g_array_set_size (covers, column + 1);
  return &g_array_index (covers, Cover, column);
}

/* Says where cells of the rows above come down, before the next cell of this row. */
static guint
skip_covered (MlgOutgoing *self, xmlNode *row, xmlNode *before, GArray *covers, guint column)
{
  while (column < covers->len && cover_at (covers, column)->rows > 0)
    {
      Cover *cover = cover_at (covers, column);
      xmlNode *covered = mlg_outgoing_new_node (self, "covered");

      mlg_outgoing_set_number (self, covered, "colspan", cover->columns);
      if (before != NULL)
        xmlAddPrevSibling (before, covered);
      else
        xmlAddChild (row, covered);
      cover->rows--;
      column += cover->columns;
    }
  return column;
}

/* A cell is as wide as the cells that come down leave place for. */
static guint
free_columns (GArray *covers, guint column, guint span)
{
  guint n = 1;

  while (n < span && (column + n >= covers->len || cover_at (covers, column + n)->rows == 0))
    n++;
  return n;
}

static guint
lay_row (MlgOutgoing *self, xmlNode *row, GArray *covers)
{
  guint column = 0;
  guint below = count_rows_below (row);

  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      guint columns = 0, rows = 0;

      if (!mlg_document_node_is (cell, "cell"))
        continue;
      column = skip_covered (self, row, cell, covers, column);
      columns = free_columns (covers, column, get_span (cell, "colspan"));
      rows = MIN (get_span (cell, "rowspan"), below + 1);
      mlg_outgoing_set_number (self, cell, "column", column);
      mlg_outgoing_set_number (self, cell, "columns", columns);
      if (rows > 1)
        mlg_outgoing_set_number (self, cell, "rows", rows);
      *cover_at (covers, column) = (Cover){ rows - 1, columns };
      column += columns;
    }
  return skip_covered (self, row, NULL, covers, column);
}

/* Rows that end early are filled up. */
static void
fill_rows (MlgOutgoing *self, xmlNode *table, GArray *lengths, guint n_columns)
{
  guint i = 0;

  for (xmlNode *row = table->children; row != NULL; row = row->next)
    {
      guint length = 0;
      xmlNode *filler = NULL;

      if (!mlg_document_node_is (row, "row"))
        continue;
      length = g_array_index (lengths, guint, i++);
      if (length == n_columns)
        continue;
      filler = xmlAddChild (row, mlg_outgoing_new_node (self, "filler"));
      mlg_outgoing_set_number (self, filler, "columns", n_columns - length);
    }
}

/* What the words of a column want: the longest one, and the longest line. */
typedef struct
{
  double least;
  double natural;
} Wish;

static void
measure_words (
    const xmlNode *node, guint *line, guint *word, guint *longest_line, guint *longest_word)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        for (const char *p = (const char *) child->content; *p != '\0'; p = g_utf8_next_char (p))
          {
            *word = *p == ' ' ? 0 : *word + 1;
            ++*line;
            *longest_word = MAX (*longest_word, *word);
          }
      else if (child->type == XML_ELEMENT_NODE && !mlg_document_node_is (child, "image")
               && !mlg_document_node_is (child, "note")
               && !mlg_document_node_is (child, "footnote"))
        measure_words (child, line, word, longest_line, longest_word);
      *longest_line = MAX (*longest_line, *line);
      if (mlg_document_node_is (child, "p") || mlg_document_node_is (child, "br"))
        *line = *word = 0;
    }
}

static void
add_wish (GArray *wishes, const xmlNode *cell)
{
  const char *column = mlg_xml_get_ns (cell, MLG_OUTGOING_NAMESPACE, "column");
  Wish *wish = &g_array_index (wishes, Wish, g_ascii_strtoull (column, NULL, 10));
  guint line = 0, word = 0, longest_line = 0, longest_word = 0;

  measure_words (cell, &line, &word, &longest_line, &longest_word);
  wish->least = MAX (wish->least, MIN (longest_word, 30) * CHARACTER + PADDING);
  wish->natural = MAX (wish->natural, MIN (longest_line, LONG_LINE) * CHARACTER + PADDING);
}

static void
collect_wishes (const xmlNode *table, GArray *wishes)
{
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    for (const xmlNode *cell = mlg_document_node_is (row, "row") ? row->children : NULL;
         cell != NULL; cell = cell->next)
      if (mlg_document_node_is (cell, "cell")
          && strcmp (mlg_xml_get_ns (cell, MLG_OUTGOING_NAMESPACE, "columns"), "1") == 0)
        add_wish (wishes, cell);
}

static void
share_width (GArray *wishes, double width, GArray *widths)
{
  double least = 0, natural = 0;

  for (guint i = 0; i < wishes->len; i++)
    {
      Wish *wish = &g_array_index (wishes, Wish, i);

      wish->least = MAX (wish->least, 2 * PADDING);
      wish->natural = MAX (wish->natural, wish->least);
      least += wish->least;
      natural += wish->natural;
    }
  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);
      double share = 0;

      if (natural <= width)
        share = wish->natural * width / natural;
      else if (least >= width)
        share = wish->least * width / least;
      else
        share = wish->least + (width - least) * (wish->natural - wish->least) / (natural - least);
      g_array_append_val (widths, share);
    }
}

/* As the table says, if it says it for every column. */
static gboolean
share_as_said (const xmlNode *table, guint n_columns, double width, GArray *widths)
{
  const char *text = mlg_xml_get (table, "columns");
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t\n\r", -1);
  double sum = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      double part = g_ascii_strtod (parts[i], NULL);

      if (*parts[i] != '\0')
        g_array_append_val (widths, part);
      sum += part;
    }
  if (widths->len != n_columns)
    {
      g_array_set_size (widths, 0);
      return FALSE;
    }
  for (guint i = 0; i < n_columns; i++)
    g_array_index (widths, double, i) *= width / sum;
  return TRUE;
}

/* Lays the cells on the grid, and gives the widths of the columns in millimetres. */
void
mlg_outgoing_lay_table (MlgOutgoing *self, xmlNode *table, double width, GArray *widths)
{
  g_autoptr (GArray) covers = g_array_new (FALSE, TRUE, sizeof (Cover));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) wishes = g_array_new (FALSE, TRUE, sizeof (Wish));
  guint n_columns = 1;

  for (xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "row"))
      {
        guint length = lay_row (self, row, covers);

        g_array_append_val (lengths, length);
        n_columns = MAX (n_columns, length);
      }
  fill_rows (self, table, lengths, n_columns);
  if (share_as_said (table, n_columns, width, widths))
    return;
  g_array_set_size (wishes, n_columns);
  collect_wishes (table, wishes);
  share_width (wishes, width, widths);
}

/* What a row may hold to be low enough for any page. */
#define LOW_CHARACTERS 400
#define LOW_LINES      12

typedef struct
{
  gsize characters;
  guint lines;
} Height;

static gboolean
is_low (const xmlNode *node, Height *height)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        height->characters += g_utf8_strlen ((const char *) child->content, -1);
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (mlg_document_node_is (child, "table") || mlg_document_node_is (child, "image"))
        return FALSE;
      height->lines += mlg_document_node_is (child, "p") || mlg_document_node_is (child, "br");
      if (!is_low (child, height))
        return FALSE;
    }
  return height->characters <= LOW_CHARACTERS && height->lines <= LOW_LINES;
}

/* A row is not cut at the foot of a page when every cell of it is low. Said here, since it costs a
 * stylesheet more than all the rest of the row. */
void
mlg_outgoing_see_whole (MlgOutgoing *self, xmlNode *row)
{
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      Height height = { 0 };

      if (mlg_document_node_is (cell, "cell") && !is_low (cell, &height))
        return;
    }
  mlg_outgoing_set (self, row, "whole", "true");
}
