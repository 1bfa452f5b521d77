/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-table-parse.h"
#include "mlg-table-private.h"
#include "store/mlg-clean-text.h"

/* Cuts a text into rows and cells with libcsv, which knows no lines: it is fed line by line, so that
 * what it says is known to come from there. When a row cannot be read (a quote that is not doubled,
 * or never closed) the reading goes on at the line after the one where that row began: one mistake
 * does not swallow the rest of the file. */

enum
{
  MOST_BROKEN_ROWS = 200
};

typedef struct
{
  MlgTable *table;
  MlgIssueList *issues;
  const MlgTableLimits *limits;
  struct csv_parser parser;
  const char *at;     /* the line being read */
  const char *start;  /* the first line of the row */
  const char *resume; /* the line after the one where the row began */
  MlgTableRow row;    /* the row being read; its line is 0 between two rows */
  gsize row_text;     /* where its text begins */
  gboolean filled;    /* it has a cell that is not blank */
  gboolean too_wide;  /* it has too many cells, or one that is too long */
  int line;           /* of @at, from 1 */
  guint n_broken;
} Parsing;

/* See mlg_table_writer_add_cell(): an apostrophe before what would be a formula is not its text. */
static gboolean
is_made_safe (const char *cell, gsize length)
{
  gsize n = 0;

  while (n < length && cell[n] == '\'')
    n++;
  return n > 0 && n < length && strchr ("=+-@\t\r", cell[n]) != NULL;
}

/* In a cell of several lines, a line ends in LF whatever the system that wrote it. */
static void
append_text (GString *text, const char *cell, gsize length)
{
  const char *cr;

  while ((cr = memchr (cell, '\r', length)) != NULL)
    {
      gsize n = (gsize) (cr - cell);
      gboolean crlf = n + 1 < length && cr[1] == '\n';

      g_string_append_len (text, cell, (gssize) n);
      if (!crlf)
        g_string_append_c (text, '\r');
      cell += n + 1;
      length -= n + 1;
    }
  g_string_append_len (text, cell, (gssize) length);
}

static gboolean
is_blank (const char *cell, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (cell[i]))
      return FALSE;
  return TRUE;
}

static void
on_cell (void *data, size_t length, void *user_data)
{
  Parsing *p = user_data;
  const char *cell = data;
  guint32 offset = (guint32) p->table->text->len;

  if (p->row.n_cells >= p->limits->columns || length > p->limits->cell)
    p->too_wide = TRUE;
  if (p->too_wide)
    return;
  if (is_made_safe (cell, length))
    {
      cell++;
      length--;
    }
  p->filled = p->filled || !is_blank (cell, length);
  append_text (p->table->text, cell, length);
  g_string_append_c (p->table->text, '\0');
  mlg_clean_text (p->table->text->str + offset);
  g_array_append_val (p->table->cells, offset);
  p->row.n_cells++;
}

static void
forget_row (Parsing *p)
{
  g_string_truncate (p->table->text, p->row_text);
  g_array_set_size (p->table->cells, p->row.first_cell);
}

static void
begin_row (Parsing *p)
{
  p->row = (MlgTableRow){ .first_cell = p->table->cells->len };
  p->row_text = p->table->text->len;
  p->filled = FALSE;
  p->too_wide = FALSE;
}

static void
report_wide_row (Parsing *p)
{
  p->table->n_left_aside++;
  if (p->row.n_cells >= p->limits->columns)
    mlg_issue_list_add (p->issues, MLG_SEVERITY_ERROR, p->table->file, p->row.line,
                        (int) p->limits->columns,
                        _ ("the row has more than %u cells: it is left aside"), p->limits->columns);
  else
    mlg_issue_list_add (
        p->issues, MLG_SEVERITY_ERROR, p->table->file, p->row.line, (int) p->row.n_cells + 1,
        _ ("the cell is longer than %u bytes: its row is left aside"), p->limits->cell);
}

static void
on_row (int terminator, void *user_data)
{
  Parsing *p = user_data;

  if (p->too_wide)
    report_wide_row (p);
  if (p->too_wide || !p->filled)
    forget_row (p);
  else
    g_array_append_val (p->table->rows, p->row);
  begin_row (p);
}

static void
start_parser (Parsing *p)
{
  csv_init (&p->parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&p->parser, (unsigned char) p->table->separator);
  csv_set_blk_size (&p->parser, 4096);
  begin_row (p);
}

/* The end of a line is that of the system which wrote it: LF, CRLF, or CR alone on old ones. */
static const char *
find_next_line (const char *line, const char *end)
{
  const char *lf = memchr (line, '\n', (gsize) (end - line));
  const char *stop = lf != NULL ? lf : end;
  const char *cr = memchr (line, '\r', (gsize) (stop - line));

  if (cr != NULL && cr + 1 != lf)
    return cr + 1;
  return lf != NULL ? lf + 1 : end;
}

/* Where the cell that begins at @cell ends. */
static const char *
find_cell_end (const Parsing *p, const char *cell, const char *end)
{
  const char *separator = memchr (cell, p->table->separator, (gsize) (end - cell));

  return separator != NULL ? separator : end;
}

/* Some programs write no quotes at all: a quotation mark in the middle of a cell is then its text. A
 * line of which no cell begins with one can only mean that. */
static gboolean
read_unquoted (Parsing *p)
{
  const char *end = p->resume;
  int line = p->row.line;

  while (end > p->start && (end[-1] == '\n' || end[-1] == '\r'))
    end--;
  for (const char *cell = p->start; cell <= end; cell = find_cell_end (p, cell, end) + 1)
    if (cell < end && *cell == '"')
      return FALSE;
  forget_row (p);
  begin_row (p);
  p->row.line = line;
  for (const char *cell = p->start; cell <= end; cell = find_cell_end (p, cell, end) + 1)
    on_cell ((void *) cell, (size_t) (find_cell_end (p, cell, end) - cell), p);
  on_row ('\n', p);
  return TRUE;
}

static void
resume (Parsing *p, int line)
{
  csv_free (&p->parser);
  start_parser (p);
  p->at = p->resume;
  p->line = line + 1;
}

/* Says what is wrong with the row, and goes back to the line after its first one. */
static gboolean
recover (Parsing *p, const char *message, GError **error)
{
  int line = p->row.line;

  if (read_unquoted (p))
    {
      resume (p, line);
      return TRUE;
    }
  mlg_issue_list_add (p->issues, MLG_SEVERITY_ERROR, p->table->file, line, (int) p->row.n_cells + 1,
                      "%s", message);
  p->table->n_left_aside++;
  if (++p->n_broken > MOST_BROKEN_ROWS)
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT,
                   _ ("%s:%d: more than %u rows cannot be read: this is not a table, or its quotes "
                      "are wrong: open it in a spreadsheet and save it as CSV"),
                   p->table->file, line, (guint) MOST_BROKEN_ROWS);
      return FALSE;
    }
  forget_row (p);
  resume (p, line);
  return TRUE;
}

/* As libcsv does: a cell that is not quoted has no spaces around it. */
static void
on_plain_cell (Parsing *p, const char *cell, const char *end)
{
  while (cell < end && (*cell == ' ' || *cell == '\t'))
    cell++;
  while (end > cell && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  on_cell ((void *) cell, (size_t) (end - cell), p);
}

/* A whole row in which no quotation mark stands is cut where its separators are, much faster than byte
 * by byte. A blank line is no row. */
static void
read_plain_line (Parsing *p, const char *next)
{
  const char *end = next;

  while (end > p->at && (end[-1] == '\n' || end[-1] == '\r'))
    end--;
  p->row.line = p->line;
  if (memchr (p->at, p->table->separator, (gsize) (end - p->at)) != NULL
      || !is_blank (p->at, (gsize) (end - p->at)))
    {
      for (const char *cell = p->at; cell <= end; cell = find_cell_end (p, cell, end) + 1)
        on_plain_cell (p, cell, find_cell_end (p, cell, end));
      on_row ('\n', p);
    }
  p->row.line = 0;
  p->at = next;
  p->line++;
}

static gboolean
read_line (Parsing *p, const char *next, GError **error)
{
  gsize length = (gsize) (next - p->at);

  if (p->row.line == 0 && memchr (p->at, '"', length) == NULL)
    {
      read_plain_line (p, next);
      return TRUE;
    }
  if (p->row.line == 0)
    {
      p->row.line = p->line;
      p->start = p->at;
      p->resume = next;
    }
  if (csv_parse (&p->parser, p->at, length, on_cell, on_row, p) != length)
    return recover (p,
                    _ ("a quotation mark stands where none may: inside a quoted cell it is written "
                       "twice; the row is left aside"),
                    error);
  if (p->parser.entry_pos > p->limits->cell && p->row.line != 0)
    return recover (p, _ ("the cell is too long, or its quotation mark is never closed"), error);
  /* Only quotes carry a row over the end of a line. Of a blank line, libcsv says nothing. */
  if (!p->parser.quoted && (next[-1] == '\n' || next[-1] == '\r'))
    p->row.line = 0;
  p->at = next;
  p->line++;
  return TRUE;
}

static gboolean
read_lines (Parsing *p, const char *end, GError **error)
{
  for (;;)
    {
      while (p->at < end)
        {
          if (!read_line (p, find_next_line (p->at, end), error))
            return FALSE;
          if (p->table->rows->len <= p->limits->rows + 1)
            continue;
          g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("%s: there are more than %u rows: cut the file in several ones"),
                       p->table->file, p->limits->rows);
          return FALSE;
        }
      if (csv_fini (&p->parser, on_cell, on_row, p) == 0)
        return TRUE;
      if (!recover (p, _ ("the quotation mark is never closed; the row is left aside"), error))
        return FALSE;
    }
}

/**
 * mlg_table_parse:
 * @table: a table whose separator is known; gets the rows
 * @text: its text
 * @length: bytes
 * @line: the number of the first line
 *
 * Errors: %MLG_EXCHANGE_ERROR_TOO_LARGE, %MLG_EXCHANGE_ERROR_FORMAT when hardly a row can be read.
 */
gboolean
mlg_table_parse (MlgTable *table,
                 const char *text,
                 gsize length,
                 int line,
                 const MlgTableLimits *limits,
                 MlgIssueList *issues,
                 GError **error)
{
  Parsing p = { .table = table, .issues = issues, .limits = limits, .at = text, .line = line };
  gboolean done;

  /* A cell and its NUL take no more than the cell and what parted it from the next one. */
  g_string_set_size (table->text, length + 1);
  g_string_truncate (table->text, 0);
  start_parser (&p);
  done = read_lines (&p, text + length, error);
  csv_free (&p.parser);
  return done;
}
