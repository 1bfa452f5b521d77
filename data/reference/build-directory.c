/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Usage: build-directory IN.tsv.gz OUT.sqlite
 *
 * Run by the build: makes of the compact list of public bodies the file that the program looks things
 * up in. Bodies are numbered by descending population, so that the order of rows is the order in
 * which people expect suggestions, and the first matches are found without sorting. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "store/mlg-fold.h"

#define N_COLUMNS  9
#define NAME       3
#define POPULATION 4

static const char schema[] =
    "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, siren TEXT, insee TEXT,"
    " name TEXT NOT NULL, population INTEGER, departement TEXT, region TEXT, epci TEXT,"
    " postcodes TEXT, folded TEXT NOT NULL) STRICT;"
    "CREATE VIRTUAL TABLE entry_words USING fts5(name, siren, insee, postcodes,"
    " content='entry', content_rowid='id',"
    " tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3', detail=none);";

static const char finish[] = "INSERT INTO entry_words(entry_words) VALUES('rebuild');"
                             "INSERT INTO entry_words(entry_words) VALUES('optimize');"
                             "CREATE INDEX entry_folded ON entry(folded);"
                             "CREATE INDEX entry_siren ON entry(siren);"
                             "CREATE INDEX entry_insee ON entry(insee);"
                             "CREATE INDEX entry_epci ON entry(epci);"
                             "CREATE INDEX entry_departement ON entry(departement, kind);"
                             "COMMIT; ANALYZE;";

static _Noreturn void
give_up (const char *what, const char *why)
{
  g_printerr ("build-directory: %s: %s\n", what, why);
  exit (1);
}

static void
execute (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    give_up (sql, sqlite3_errmsg (db));
}

static char *
read_packed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, &error);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();

  if (packed == NULL)
    give_up (path, error->message);
  plain = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gzip));
  if (g_output_stream_splice (text, plain, G_OUTPUT_STREAM_SPLICE_NONE, NULL, &error) < 0
      || !g_output_stream_write_all (text, "", 1, NULL, NULL, &error)
      || !g_output_stream_close (text, NULL, &error))
    give_up (path, error->message);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (text));
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 first = g_ascii_strtoll ((*(GStrv *) a)[POPULATION], NULL, 10);
  gint64 second = g_ascii_strtoll ((*(GStrv *) b)[POPULATION], NULL, 10);

  return first == second ? g_strcmp0 ((*(GStrv *) a)[2], (*(GStrv *) b)[2])
                         : (second > first) - (second < first);
}

static GPtrArray *
split_rows (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      GStrv cells = *lines[i] != '\0' ? g_strsplit (lines[i], "\t", -1) : NULL;

      if (cells != NULL && g_strv_length (cells) != N_COLUMNS)
        give_up (lines[i], "this is not a row of nine cells");
      if (cells != NULL)
        g_ptr_array_add (rows, cells);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static void
insert_rows (sqlite3 *db, GPtrArray *rows)
{
  sqlite3_stmt *insert = NULL;

  if (sqlite3_prepare_v2 (db, "INSERT INTO entry VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)", -1,
                          &insert, NULL)
      != SQLITE_OK)
    give_up ("INSERT", sqlite3_errmsg (db));
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv cells = rows->pdata[i];
      g_autofree char *folded = mlg_fold (cells[NAME]);

      sqlite3_bind_int64 (insert, 1, i + 1);
      for (int j = 0; j < N_COLUMNS; j++)
        if (*cells[j] == '\0')
          sqlite3_bind_null (insert, j + 2);
        else if (j == POPULATION)
          sqlite3_bind_int64 (insert, j + 2, g_ascii_strtoll (cells[j], NULL, 10));
        else
          sqlite3_bind_text (insert, j + 2, cells[j], -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, N_COLUMNS + 2, folded, -1, SQLITE_STATIC);
      if (sqlite3_step (insert) != SQLITE_DONE)
        give_up (cells[3], sqlite3_errmsg (db));
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  sqlite3 *db = NULL;

  if (argc != 3)
    give_up ("usage", "build-directory IN.tsv.gz OUT.sqlite");
  text = read_packed (argv[1]);
  rows = split_rows (text);
  g_unlink (argv[2]);
  if (sqlite3_open (argv[2], &db) != SQLITE_OK)
    give_up (argv[2], sqlite3_errmsg (db));
  execute (db, schema);
  insert_rows (db, rows);
  execute (db, finish);
  return sqlite3_close (db) == SQLITE_OK ? 0 : 1;
}
