/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-table.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Columns aligned on a terminal: what counts is how many places a character takes, not its bytes. */
#define GAP 2

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* A record may hold anything: a line break would break the table, an escape command the terminal. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (line, FALSE);
}

/**
 * mlg_cli_table_add:
 * @rows: (element-type GStrv): a table
 * @cell: the first cell; %NULL after the last one
 *
 * Adds a row.
 */
void
mlg_cli_table_add (GPtrArray *rows, const char *cell, ...)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  va_list cells;

  va_start (cells, cell);
  for (; cell != NULL; cell = va_arg (cells, const char *))
    g_strv_builder_add (row, cell);
  va_end (cells);
  g_ptr_array_add (rows, g_strv_builder_end (row));
}

static GArray *
measure_columns (GPtrArray *rows)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        {
          if (j >= widths->len)
            g_array_set_size (widths, j + 1);
          g_array_index (widths, guint, j) =
              MAX (g_array_index (widths, guint, j), measure (row[j]));
        }
    }
  return widths;
}

/**
 * mlg_cli_table_print:
 * @rows: (element-type GStrv): rows of cells; they are cleaned of what no terminal should get
 *
 * Prints the rows with their columns aligned; of none, says so.
 */
void
mlg_cli_table_print (GPtrArray *rows)
{
  g_autoptr (GArray) widths = NULL;

  for (guint i = 0; i < rows->len; i++)
    for (GStrv cell = rows->pdata[i]; *cell != NULL; cell++)
      {
        char *line = clean (*cell);

        g_free (*cell);
        *cell = line;
      }
  if (rows->len == 0)
    puts (_ ("Nothing found"));
  widths = measure_columns (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        {
          guint padding = g_array_index (widths, guint, j) - measure (row[j]) + GAP;

          fputs (row[j], stdout);
          if (row[j + 1] != NULL)
            printf ("%*s", (int) padding, "");
        }
      putchar ('\n');
    }
}
