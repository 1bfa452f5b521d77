/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-table-writer.h"

#include <string.h>

/* What French Excel and LibreOffice both open right by a double click: UTF-8 with a byte order mark,
 * semicolons, CRLF. */
struct _MlgTableWriter
{
  GString *text; /* (owned) */
  gboolean in_row;
};

/**
 * mlg_table_writer_new:
 *
 * Returns: (transfer full): a table without a row
 */
MlgTableWriter *
mlg_table_writer_new (void)
{
  MlgTableWriter *self = g_new0 (MlgTableWriter, 1);

  self->text = g_string_new ("\xEF\xBB\xBF");
  return self;
}

/**
 * mlg_table_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer with the rows that mlg_table_writer_finish() has not taken.
 */
void
mlg_table_writer_free (MlgTableWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/* A spreadsheet computes what starts so (CWE-1236). An apostrophe before it makes it text; one more
 * is put before what already has one, so that reading takes off exactly what writing put on. */
static gboolean
would_be_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ";\"\r\n") != NULL
         || (length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1])));
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      if (text[0] != '\r' || text[1] != '\n')
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

/**
 * mlg_table_writer_add_cell:
 * @text: (nullable): the cell's text, in UTF-8
 *
 * Adds a cell to the row. Lines inside a cell end in LF, as spreadsheets write them. What a
 * spreadsheet would compute is written with an apostrophe before it; mlg_table_read() takes it off.
 */
void
mlg_table_writer_add_cell (MlgTableWriter *self, const char *text)
{
  g_autofree char *safe = NULL;

  if (self->in_row)
    g_string_append_c (self->text, ';');
  self->in_row = TRUE;
  if (text == NULL || *text == '\0')
    return;
  if (would_be_formula (text))
    text = safe = g_strconcat ("'", text, NULL);
  if (needs_quotes (text))
    append_quoted (self->text, text);
  else
    g_string_append (self->text, text);
}

/**
 * mlg_table_writer_end_row:
 *
 * Ends a row (RFC 4180: with CR and LF); the next cell begins another one.
 */
void
mlg_table_writer_end_row (MlgTableWriter *self)
{
  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
}

/**
 * mlg_table_writer_finish:
 *
 * Returns: (transfer full): the file's content; nothing more can be added then
 */
GBytes *
mlg_table_writer_finish (MlgTableWriter *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
