/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-separator.h"
#include "mlg-table-headings.h"
#include "mlg-table-parse.h"
#include "mlg-table-private.h"

const MlgTableLimits mlg_table_default_limits = {
  .bytes = 64 * 1000 * 1000,
  .columns = 1000,
  .cell = 100 * 1000,
  .rows = 500 * 1000,
};

static gboolean
refuse (GError **error, const char *file, const char *why)
{
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT, "%s: %s", file, why);
  return FALSE;
}

static gboolean
starts_with (const char *data, gsize size, const char *magic, gsize n)
{
  return size >= n && memcmp (data, magic, n) == 0;
}

/* What people give by mistake, told apart by its first bytes. */
static gboolean
check_format (const char *data, gsize size, const char *file, GError **error)
{
  if (starts_with (data, size, "PK\3\4", 4) || starts_with (data, size, "\xD0\xCF\x11\xE0", 4))
    return refuse (error, file,
                   _ ("this is a workbook (Excel or LibreOffice), not a CSV file: open it and save "
                      "the sheet as CSV (File → Save As → CSV UTF-8)"));
  if (starts_with (data, size, "%PDF", 4))
    return refuse (error, file, _ ("this is a PDF file, not a table"));
  return TRUE;
}

static gboolean
check_text (const char *text, gsize length, const char *file, GError **error)
{
  const char *nul = memchr (text, '\0', length);
  guint line = 1;

  if (nul == NULL)
    return TRUE;
  for (const char *p = text; p < nul; p++)
    line += *p == '\n';
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT,
               _ ("%s:%u: there is a NUL character: this is not a text file"), file, line);
  return FALSE;
}

/* @decoded: (out) (nullable): what holds the text when the bytes themselves are not it */
static const char *
decode (MlgTable *table,
        GBytes *bytes,
        MlgIssueList *issues,
        char **decoded,
        gsize *length,
        GError **error)
{
  const char *data = g_bytes_get_data (bytes, length);
  gsize size = *length;
  guint n_replaced;
  char *text;

  table->charset = MLG_CHARSET_UTF_8;
  if (mlg_charset_is_plain (data, size))
    return data;
  table->charset = mlg_charset_detect (data, size);
  *decoded = text = mlg_charset_decode (table->charset, data, size, length, &n_replaced);
  if (text == NULL)
    refuse (error, table->file, _ ("the UTF-16 text is damaged: save it as CSV UTF-8"));
  if (n_replaced > 0)
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, table->file, 0, 0,
                        ngettext ("%u character is not valid in %s and was replaced",
                                  "%u characters are not valid in %s and were replaced",
                                  n_replaced),
                        n_replaced, mlg_charset_get_name (table->charset));
  return text;
}

/* Excel tells itself the separator on a first line "sep=;", which is no row. */
static gsize
take_separator_line (MlgTable *table, const char *text, gsize length)
{
  gsize n = 5;

  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || strchr (";,\t|", text[4]) == NULL
      || (text[5] != '\n' && text[5] != '\r'))
    return 0;
  table->separator = text[4];
  table->reason = g_strdup (_ ("the first line says so"));
  n += text[5] == '\r' ? 1 : 0;
  return n < length && text[n] == '\n' ? n + 1 : n;
}

static guint
count_cells (MlgTable *table, const MlgTableRow *row)
{
  guint n = row->n_cells;

  while (n > 0 && *mlg_table_get_row_cell (table, row, n - 1) == '\0')
    n--;
  return n;
}

static gboolean
has_gaps (MlgTable *table, const MlgTableRow *headings, guint n)
{
  for (guint column = 0; column < n; column++)
    if (*mlg_table_get_row_cell (table, headings, column) == '\0')
      return TRUE;
  return FALSE;
}

/* Columns are those of the headings; of a second row of them too where the first one has gaps: it then names
 * groups of columns, and the last group goes on. */
static void
count_columns (MlgTable *table, MlgIssueList *issues)
{
  const MlgTableRow *headings = &g_array_index (table->rows, MlgTableRow, 0);

  table->n_columns = count_cells (table, headings);
  if (table->rows->len > 1 && has_gaps (table, headings, table->n_columns))
    table->n_columns =
        MAX (table->n_columns, count_cells (table, &g_array_index (table->rows, MlgTableRow, 1)));
  for (guint i = 1; i < table->rows->len; i++)
    {
      const MlgTableRow *row = &g_array_index (table->rows, MlgTableRow, i);

      for (guint column = table->n_columns; column < row->n_cells; column++)
        if (*mlg_table_get_row_cell (table, row, column) != '\0')
          {
            mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, table->file,
                                mlg_table_get_line (table, i - 1, column), (int) column + 1,
                                _ ("the row has more cells than there are headings: this one and "
                                   "the following ones are left aside"));
            break;
          }
    }
}

/**
 * mlg_table_read_bytes:
 * @bytes: the file's content
 * @file: its name, for messages
 * @limits: usually &mlg_table_default_limits
 * @issues: gets what is odd or was left aside
 *
 * Reads a CSV file as French offices make them: separated by ; , tab or |; in UTF-8, UTF-16 or
 * Windows-1252; with any ends of lines, cells of several lines, blank rows and rows that are too
 * short. The first row holds the headings. Quoting is that of RFC 4180.
 *
 * Errors: %MLG_EXCHANGE_ERROR_FORMAT, %MLG_EXCHANGE_ERROR_TOO_LARGE, %MLG_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
MlgTable *
mlg_table_read_bytes (GBytes *bytes,
                      const char *file,
                      const MlgTableLimits *limits,
                      MlgIssueList *issues,
                      GError **error)
{
  g_autoptr (MlgTable) table = mlg_table_new (file);
  g_autofree char *decoded = NULL;
  const char *text;
  gsize length, start;

  if (!check_format (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), file, error)
      || (text = decode (table, bytes, issues, &decoded, &length, error)) == NULL
      || !check_text (text, length, file, error))
    return NULL;
  start = take_separator_line (table, text, length);
  if (start == 0)
    table->separator = mlg_separator_detect (text, length, &table->reason);
  if (!mlg_table_parse (table, text + start, length - start, start > 0 ? 2 : 1, limits, issues,
                        error))
    return NULL;
  if (table->rows->len == 0)
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_EMPTY,
                   _ ("%s: there is no row in this table"), file);
      return NULL;
    }
  mlg_table_choose_headings (table, issues);
  count_columns (table, issues);
  return g_steal_pointer (&table);
}

/**
 * mlg_table_read:
 * @file: a CSV file
 * @limits: usually &mlg_table_default_limits
 * @issues: gets what is odd or was left aside
 *
 * Reads a table; see mlg_table_read_bytes().
 *
 * Returns: (transfer full): the table, or %NULL with a %GIOError or an %MlgExchangeError
 */
MlgTable *
mlg_table_read (GFile *file,
                const MlgTableLimits *limits,
                MlgIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = mlg_exchange_load (file, limits->bytes, cancellable, error);

  if (bytes == NULL)
    return NULL;
  return mlg_table_read_bytes (bytes, name, limits, issues, error);
}
