/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-table-private.h"

#include <string.h>

/* All cells stand in one text, so that a table of tens of thousands of rows is a handful of blocks of
 * memory. Filled by the reader, then only read: any thread may. */

G_DEFINE_BOXED_TYPE (MlgTable, mlg_table, mlg_table_ref, mlg_table_unref)

/* Returns: (transfer full): a table without a row, not even that of the headings. */
MlgTable *
mlg_table_new (const char *file)
{
  MlgTable *self = g_new0 (MlgTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_strdup (file);
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (MlgTableRow));
  return self;
}

/**
 * mlg_table_ref:
 *
 * Takes another reference, from any thread: a table does not change once it is read.
 *
 * Returns: (transfer full): @self
 */
MlgTable *
mlg_table_ref (MlgTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mlg_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back; the last one frees the table with its cells.
 */
void
mlg_table_unref (MlgTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->file);
  g_free (self->reason);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * mlg_table_get_file:
 *
 * Returns: the file's name, for messages
 */
const char *
mlg_table_get_file (MlgTable *self)
{
  return self->file;
}

/**
 * mlg_table_get_charset:
 *
 * Returns: the character set in which the file was written, as it was guessed
 */
MlgCharset
mlg_table_get_charset (MlgTable *self)
{
  return self->charset;
}

/**
 * mlg_table_get_separator:
 *
 * Returns: what stands between two cells, as it was guessed: ';', ',' or a tab
 */
char
mlg_table_get_separator (MlgTable *self)
{
  return self->separator;
}

/**
 * mlg_table_get_reason:
 *
 * Returns: (transfer none): why this separator was chosen, translated
 */
const char *
mlg_table_get_reason (MlgTable *self)
{
  return self->reason;
}

/**
 * mlg_table_get_n_columns:
 *
 * Returns: how many headings there are
 */
guint
mlg_table_get_n_columns (MlgTable *self)
{
  return self->n_columns;
}

/* Returns: the cell, "" where a row is shorter than the headings. */
const char *
mlg_table_get_row_cell (MlgTable *self, const MlgTableRow *row, guint column)
{
  if (column >= row->n_cells)
    return "";
  return self->text->str + g_array_index (self->cells, guint32, row->first_cell + column);
}

/**
 * mlg_table_get_heading:
 *
 * Returns: (transfer none): the heading of a column, which may be ""
 */
const char *
mlg_table_get_heading (MlgTable *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return mlg_table_get_row_cell (self, &g_array_index (self->rows, MlgTableRow, 0), column);
}

/**
 * mlg_table_find_heading:
 * @heading: a heading, whatever the case; or a column's number from 1, for one
 *   without a heading
 *
 * Returns: the column, or -1
 */
int
mlg_table_find_heading (MlgTable *self, const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  guint64 number = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *other = g_utf8_casefold (mlg_table_get_heading (self, i), -1);

      if (g_str_equal (folded, other))
        return (int) i;
    }
  if (g_ascii_string_to_unsigned (heading, 10, 1, self->n_columns, &number, NULL))
    return (int) number - 1;
  return -1;
}

/**
 * mlg_table_get_n_rows:
 *
 * Returns: how many rows follow the headings; blank ones do not count
 */
guint
mlg_table_get_n_rows (MlgTable *self)
{
  return self->rows->len > 0 ? self->rows->len - 1 : 0;
}

/**
 * mlg_table_get_n_left_aside:
 *
 * Returns: how many rows of the file could not be read, and are not among those of the table: issues
 *   say where
 */
guint
mlg_table_get_n_left_aside (MlgTable *self)
{
  return self->n_left_aside;
}

/**
 * mlg_table_get_cell:
 * @row: from 0, the headings not counted
 * @column: from 0
 *
 * Returns: (transfer none): the text of the cell; "" where the row is too short
 */
const char *
mlg_table_get_cell (MlgTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < mlg_table_get_n_rows (self), "");

  return mlg_table_get_row_cell (self, &g_array_index (self->rows, MlgTableRow, row + 1), column);
}

/**
 * mlg_table_get_line:
 *
 * Returns: the line of the file, from 1, on which a cell begins: cells before it in its row may have
 *   several lines
 */
int
mlg_table_get_line (MlgTable *self, guint row, guint column)
{
  const MlgTableRow *r;
  int line;

  g_return_val_if_fail (row < mlg_table_get_n_rows (self), 0);

  r = &g_array_index (self->rows, MlgTableRow, row + 1);
  line = r->line;
  for (guint i = 0; i < MIN (column, r->n_cells); i++)
    for (const char *p = mlg_table_get_row_cell (self, r, i); (p = strpbrk (p, "\r\n")) != NULL;
         p++)
      line++;
  return line;
}
