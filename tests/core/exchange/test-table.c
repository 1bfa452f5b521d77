/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/mlg-table-reader.h"
#include "exchange/mlg-table-writer.h"

static const MlgTableLimits small = { .bytes = 1000, .columns = 4, .cell = 20, .rows = 3 };

static MlgTable *
read_sized (const char *data,
            gssize size,
            const MlgTableLimits *limits,
            MlgIssueList *issues,
            GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return mlg_table_read_bytes (bytes, "members.csv", limits, issues, error);
}

static MlgTable *
read_well (const char *data, gssize size)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgTable *table = read_sized (data, size, &mlg_table_default_limits, issues, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return table;
}

static void
test_separators (void)
{
  for (const char *separator = ";,\t|"; *separator != '\0'; separator++)
    {
      g_autofree char *data = g_strdup_printf ("Nom%cVille%cCode\nMEL%c\"a;b,c|d\"%c01004\n\n",
                                               *separator, *separator, *separator, *separator);
      g_autoptr (MlgTable) table = read_well (data, -1);

      g_assert_cmpint (mlg_table_get_separator (table), ==, *separator);
      g_assert_nonnull (strstr (mlg_table_get_reason (table), "3 columns"));
      g_assert_cmpuint (mlg_table_get_n_columns (table), ==, 3);
      g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 1);
      g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "a;b,c|d");
      g_assert_cmpstr (mlg_table_get_cell (table, 0, 2), ==, "01004");
    }
}

/* Whether a quotation mark stands in the line or not, what is around a cell is the same. */
static void
test_spaces_around_cells (void)
{
  g_autoptr (MlgTable) table =
      read_well ("Nom;Ville;Code\n  MEL ;\tVilleneuve d'Ascq ;\n \t \n\"MEL\" ; Lille;59", -1);

  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 0), ==, "MEL");
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "Villeneuve d'Ascq");
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 2), ==, "");
  g_assert_cmpint (mlg_table_get_line (table, 1, 0), ==, 4);
  g_assert_cmpstr (mlg_table_get_cell (table, 1, 0), ==, "MEL");
  g_assert_cmpstr (mlg_table_get_cell (table, 1, 1), ==, "Lille");
  g_assert_cmpstr (mlg_table_get_cell (table, 1, 2), ==, "59");
}

static void
test_one_column_and_said_separator (void)
{
  g_autoptr (MlgTable) list = read_well ("Nom\nLille\nArras\n", -1);
  g_autoptr (MlgTable) said = read_well ("sep=,\r\nNom;x,Ville\r\nMEL,Lille\r\n", -1);

  g_assert_cmpuint (mlg_table_get_n_columns (list), ==, 1);
  g_assert_cmpuint (mlg_table_get_n_rows (list), ==, 2);
  g_assert_cmpstr (mlg_table_get_heading (said, 0), ==, "Nom;x");
  g_assert_cmpint (mlg_table_get_line (said, 0, 1), ==, 3);
}

static void
check_charset (const char *data, gssize size, MlgCharset charset)
{
  g_autoptr (MlgTable) table = read_well (data, size);

  g_assert_cmpint (mlg_table_get_charset (table), ==, charset);
  g_assert_cmpstr (mlg_table_get_heading (table, 0), ==, "Région");
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "cœur €");
}

static void
check_encoded (const char *mark, const char *name, MlgCharset charset)
{
  gsize size = 0, n_mark = strlen (mark);
  g_autofree char *body =
      g_convert ("Région;Note\r\n11;cœur €\r\n", -1, name, "UTF-8", NULL, &size, NULL);
  g_autofree char *data = g_malloc (size + n_mark);

  memcpy (data, mark, n_mark);
  memcpy (data + n_mark, body, size);
  check_charset (data, (gssize) (size + n_mark), charset);
}

static void
test_character_sets (void)
{
  check_encoded ("", "UTF-8", MLG_CHARSET_UTF_8);
  check_encoded ("\xEF\xBB\xBF", "UTF-8", MLG_CHARSET_UTF_8_BOM);
  check_encoded ("\xFF\xFE", "UTF-16LE", MLG_CHARSET_UTF_16_LE);
  check_encoded ("\xFE\xFF", "UTF-16BE", MLG_CHARSET_UTF_16_BE);
  check_encoded ("", "WINDOWS-1252", MLG_CHARSET_WINDOWS_1252);
}

static void
test_ends_of_lines (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *data =
          g_strdup_printf ("a;b%s%sc;d%s;;%s\"e\ne\";f", ends[i], ends[i], ends[i], ends[i]);
      g_autoptr (MlgTable) table = read_well (data, -1);

      g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 2);
      g_assert_cmpint (mlg_table_get_line (table, 0, 0), ==, 3);
      g_assert_cmpint (mlg_table_get_line (table, 1, 0), ==, 5);
      g_assert_cmpint (mlg_table_get_line (table, 1, 1), ==, 6);
      g_assert_cmpstr (mlg_table_get_cell (table, 1, 0), ==, "e\ne");
      g_assert_cmpstr (mlg_table_get_cell (table, 1, 1), ==, "f");
    }
}

/* Reads, and returns the only issue as one line. */
static char *
read_with_issue (const char *data, MlgTable **table)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  *table = read_sized (data, -1, &small, issues, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1);
  return mlg_issue_to_text (mlg_issue_list_get (issues, 0));
}

static void
check_issue (const char *data, const char *place, guint n_rows)
{
  g_autoptr (MlgTable) table = NULL;
  g_autofree char *text = read_with_issue (data, &table);

  g_assert_true (g_str_has_prefix (text, place));
  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, n_rows);
}

static void
test_ragged_rows_and_titles (void)
{
  g_autoptr (MlgTable) table = read_well ("a;b;;\nc\nd;e;;;\n", -1);

  g_assert_cmpuint (mlg_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "");
  g_assert_cmpint (mlg_table_find_heading (table, "B"), ==, 1);
  g_assert_cmpint (mlg_table_find_heading (table, "2"), ==, 1);
  g_assert_cmpint (mlg_table_find_heading (table, "3"), ==, -1);
  check_issue ("a;b\nc;d;e\n", "members.csv:2:3: warning", 1);
  check_issue ("Members;;\na;b;c\nd;e;f\n", "members.csv:1: note", 1);
}

static void
test_bad_quotes (void)
{
  check_issue ("a;b\n\"c\"d;e\nf;g\n", "members.csv:2:1: error", 1);
  check_issue ("a;b\nc;\"never\ne;f\n", "members.csv:2:2: error", 1);
  check_issue ("a;b\nc;\"never closed, and much too long\ne;f\n", "members.csv:2:2: error", 1);
}

/* Programs that write no quotes leave those of the text as they are. */
static void
test_quotes_as_text (void)
{
  g_autoptr (MlgTable) table = read_well ("a\tb\nCA \"Saintes\"\t5\" x\ne\t\"f\"\n", -1);

  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 0), ==, "CA \"Saintes\"");
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "5\" x");
  g_assert_cmpstr (mlg_table_get_cell (table, 1, 1), ==, "f");
  g_assert_cmpint (mlg_table_get_line (table, 0, 1), ==, 2);
  g_assert_cmpint (mlg_table_get_line (table, 1, 0), ==, 3);
}

static void
test_row_limits (void)
{
  g_autoptr (MlgTable) table = read_well ("a;b;c;d\n1;2;3;4\n", -1);

  g_assert_cmpuint (mlg_table_get_n_columns (table), ==, 4);
  check_issue ("a;b\n1;2;3;4;5\ne;f\n", "members.csv:2:4: error", 1);
  check_issue ("a;b\n1;aaaaaaaaaaaaaaaaaaaaa\ne;f\n", "members.csv:2:2: error", 1);
}

static void
check_refused (const char *data, gssize size, MlgExchangeError code, const char *words)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table = read_sized (data, size, &small, issues, &error);

  g_assert_null (table);
  g_assert_error (error, MLG_EXCHANGE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  check_refused ("PK\3\4\24", 5, MLG_EXCHANGE_ERROR_FORMAT, "save the sheet as CSV");
  check_refused ("\xD0\xCF\x11\xE0", 4, MLG_EXCHANGE_ERROR_FORMAT, "save the sheet as CSV");
  check_refused ("%PDF-1.7", 8, MLG_EXCHANGE_ERROR_FORMAT, "PDF");
  check_refused ("a;b\nc\0;d\n", 9, MLG_EXCHANGE_ERROR_FORMAT, "members.csv:2:");
  check_refused ("\xFF\xFE\0\xD8z\0", 6, MLG_EXCHANGE_ERROR_FORMAT, "UTF-16");
  check_refused ("", 0, MLG_EXCHANGE_ERROR_EMPTY, "no row");
  check_refused ("\n;;\n  \n", -1, MLG_EXCHANGE_ERROR_EMPTY, "no row");
  check_refused ("a\n1\n2\n3\n4\n", -1, MLG_EXCHANGE_ERROR_TOO_LARGE, "more than 3 rows");
}

static void
test_row_count_at_its_limit (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table = read_sized ("a\n1\n2\n3\n", -1, &small, issues, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 3);
}

static void
test_damaged_text (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table =
      read_sized ("é;è\nà;\xE9z\n", -1, &mlg_table_default_limits, issues, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mlg_table_get_charset (table), ==, MLG_CHARSET_UTF_8);
  g_assert_cmpstr (mlg_table_get_cell (table, 0, 1), ==, "\uFFFDz");
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
}

static void
test_hostile (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) wide = g_string_new ("a;b\n");
  g_autoptr (GString) broken = g_string_new ("a;b\n");
  g_autoptr (MlgTable) table = NULL, none = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (wide, "x;");
  g_string_append (wide, "\nc;d\n");
  table = read_sized (wide->str, -1, &mlg_table_default_limits, issues, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_ERROR), ==, 1);
  for (guint i = 0; i < 10000; i++)
    g_string_append (broken, "c;\"d\n");
  none = read_sized (broken->str, -1, &mlg_table_default_limits, issues, &error);
  g_assert_null (none);
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT);
}

static void
test_written (void)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  mlg_table_writer_add_cell (writer, "Nom");
  mlg_table_writer_add_cell (writer, NULL);
  mlg_table_writer_add_cell (writer, "a;\"b\"");
  mlg_table_writer_add_cell (writer, "=1+1");
  mlg_table_writer_end_row (writer);
  bytes = mlg_table_writer_finish (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBFNom;;\"a;\"\"b\"\"\";'=1+1\r\n");
}

static const char *const odd_cells[] = {
  "=1+1",  "+33 3 20", "-5",   "@x",    "\ttab",  "'=1",   "''-x",
  "l'eau", "' x",      "a\nb", "\"q\"", " space", "x ",    "a;b,c|d\te",
  "01004", "é€",       "'",    "\rcr",  "'quote", "sep=;", "x\"y",
};

/* What is written is what is read, whatever the cell. */
static void
test_round_trip (void)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTable) table = NULL;

  mlg_table_writer_add_cell (writer, "Nom");
  mlg_table_writer_add_cell (writer, "Note");
  mlg_table_writer_end_row (writer);
  for (guint i = 0; i < G_N_ELEMENTS (odd_cells); i++)
    {
      mlg_table_writer_add_cell (writer, "x");
      mlg_table_writer_add_cell (writer, odd_cells[i]);
      mlg_table_writer_end_row (writer);
    }
  bytes = mlg_table_writer_finish (writer);
  table = mlg_table_read_bytes (bytes, "own.csv", &mlg_table_default_limits, issues, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_table_get_n_rows (table), ==, G_N_ELEMENTS (odd_cells));
  for (guint i = 0; i < G_N_ELEMENTS (odd_cells); i++)
    g_assert_cmpstr (mlg_table_get_cell (table, i, 1), ==, odd_cells[i]);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "members.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTable) table = NULL, none = NULL;
  MlgTableLimits limits = small;

  g_assert_true (g_file_set_contents (path, "a;b\nc;d\n", 8, &error));
  limits.bytes = 8;
  table = mlg_table_read (file, &limits, issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mlg_table_get_file (table), ==, "members.csv");
  limits.bytes = 7;
  none = mlg_table_read (file, &limits, issues, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table/separators", test_separators);
  g_test_add_func ("/exchange/table/spaces", test_spaces_around_cells);
  g_test_add_func ("/exchange/table/one-column", test_one_column_and_said_separator);
  g_test_add_func ("/exchange/table/character-sets", test_character_sets);
  g_test_add_func ("/exchange/table/ends-of-lines", test_ends_of_lines);
  g_test_add_func ("/exchange/table/ragged-rows", test_ragged_rows_and_titles);
  g_test_add_func ("/exchange/table/bad-quotes", test_bad_quotes);
  g_test_add_func ("/exchange/table/quotes-as-text", test_quotes_as_text);
  g_test_add_func ("/exchange/table/row-limits", test_row_limits);
  g_test_add_func ("/exchange/table/refused", test_refused);
  g_test_add_func ("/exchange/table/row-count", test_row_count_at_its_limit);
  g_test_add_func ("/exchange/table/damaged-text", test_damaged_text);
  g_test_add_func ("/exchange/table/hostile", test_hostile);
  g_test_add_func ("/exchange/table/written", test_written);
  g_test_add_func ("/exchange/table/round-trip", test_round_trip);
  g_test_add_func ("/exchange/table/files", test_files);
  return g_test_run ();
}
