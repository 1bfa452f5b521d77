/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "exchange/mlg-table-reader.h"

/* How long the reading of a spreadsheet of 36,370 rows takes, with its character set and its separator
 * guessed and the line of each cell known, against libcsv alone, which counts the cells. */

enum
{
  ROUNDS = 5,
  ROWS = 36370
};

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static GBytes *
write_rows (void)
{
  GString *text =
      g_string_new ("name;siren;insee;population;departement;region;postcode;notes\r\n");

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text,
                            "Commune de Saint-Étienne n° %u;%09u;%05u;%u;59;32;59%03u;"
                            "\"Une note, entre \"\"guillemets\"\", qui dit peu\"\r\n",
                            i, 200000000 + i, i, i * 7, i % 1000);
  return g_string_free_to_bytes (text);
}

static void
on_cell (void *cell, size_t length, void *data)
{
  ++*(guint *) data;
}

static void
on_row (int terminator, void *data)
{
}

static guint
count_cells (GBytes *bytes)
{
  struct csv_parser parser;
  gsize size;
  gconstpointer text = g_bytes_get_data (bytes, &size);
  guint n = 0;

  csv_init (&parser, CSV_STRICT);
  csv_set_delim (&parser, ';');
  csv_parse (&parser, text, size, on_cell, on_row, &n);
  csv_fini (&parser, on_cell, on_row, &n);
  csv_free (&parser);
  return n;
}

static gboolean
read_table (GBytes *bytes)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table =
      mlg_table_read_bytes (bytes, "rows.csv", &mlg_table_default_limits, issues, &error);

  return table != NULL && mlg_table_get_n_rows (table) == ROWS;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = write_rows ();
  double own[ROUNDS], bare[ROUNDS];

  for (int round = 0; round < ROUNDS; round++)
    {
      double began = now (), between;

      if (!read_table (bytes))
        return 1;
      between = now ();
      if (count_cells (bytes) != (ROWS + 1) * 8)
        return 1;
      own[round] = between - began;
      bare[round] = now () - between;
    }
  qsort (own, ROUNDS, sizeof *own, compare_times);
  qsort (bare, ROUNDS, sizeof *bare, compare_times);
  g_print ("reading a table: %.2f (%.1f ms / %.1f ms)\n", own[ROUNDS / 2] / bare[ROUNDS / 2],
           own[ROUNDS / 2], bare[ROUNDS / 2]);
  return 0;
}
