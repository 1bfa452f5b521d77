/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "members/mlg-body.h"
#include "members/mlg-directory.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-markup.h"
#include "store/mlg-query.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"
#include "store/mlg-statement.h"
#include "store/mlg-tokenizer.h"
#include "timing.h"

/* How long each key takes that a person types where 36,370 bodies are looked for, against the SQL alone
 * in one prepared statement; and how long the list takes to be put in another order. */

enum
{
  SUGGESTED = 8,
  FOUND = 20
};

typedef struct
{
  char *folder, *path;
  MlgConnection *db;
  sqlite3 *bare;
  gboolean good;
} Bench;

/* All the public bodies of the directory, as members. */
static gboolean
add_bodies (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (
      db,
      "SELECT name, siren, insee, population, departement, region, epci, substr(postcodes, 1, 5)"
      " FROM directory.entry ORDER BY insee",
      error);
  static const guint fields[] = { MLG_BODY_NAME,       MLG_BODY_SIREN,       MLG_BODY_INSEE,
                                  MLG_BODY_POPULATION, MLG_BODY_DEPARTEMENT, MLG_BODY_REGION,
                                  MLG_BODY_EPCI,       MLG_BODY_POSTCODE };
  MlgStep step;

  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (fields[i] == MLG_BODY_POPULATION)
          mlg_record_set_integer (body, fields[i], mlg_statement_get_integer (row, (int) i));
        else
          mlg_record_set_text (body, fields[i], mlg_statement_get_text (row, (int) i));
      if (!mlg_record_insert (db, body, error))
        return FALSE;
    }
  return step == MLG_STEP_DONE;
}

static void
open_bare (Bench *b)
{
  g_autofree char *directory =
      g_build_filename (g_getenv ("MLG_DATA_DIR"), "reference", "directory.sqlite", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS directory", directory);
  g_autoptr (GError) error = NULL;

  if (sqlite3_open_v2 (b->path, &b->bare, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL)
          != SQLITE_OK
      || sqlite3_exec (b->bare, attach, NULL, NULL, NULL) != SQLITE_OK)
    give_up (b->path, sqlite3_errmsg (b->bare));
  mlg_markup_register (b->bare);
  mlg_tokenizer_register (b->bare, &error);
  check (error, b->path);
}

static void
set_up (Bench *b)
{
  g_autoptr (GError) error = NULL;

  b->good = TRUE;
  b->folder = g_dir_make_tmp ("maillage-bench-XXXXXX", &error);
  check (error, "folder");
  b->path = g_build_filename (b->folder, "x.maillage", NULL);
  b->db = mlg_connection_open (b->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  check (error, b->path);
  if (!mlg_directory_attach (b->db, &error)
      || !mlg_connection_act (b->db, "Fill", add_bodies, NULL, NULL, &error))
    check (error, "directory");
  mlg_connection_close (b->db);
  b->db = mlg_connection_open (b->path, MLG_OPEN_READ_ONLY, mlg_kinds, &error);
  check (error, b->path);
  open_bare (b);
}

static void
tear_down (Bench *b)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  sqlite3_close (b->bare);
  mlg_connection_close (b->db);
  dir = g_dir_open (b->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (b->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (b->folder);
  g_free (b->path);
  g_free (b->folder);
}

typedef guint (*Look) (Bench *b, const char *words);

static guint
suggest (Bench *b, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mlg_directory_suggest (b->db, words, SUGGESTED, &error);

  check (error, words);
  return found->len;
}

static guint
search (Bench *b, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mlg_search_find (b->db, words, NULL, FOUND, &error);

  check (error, words);
  return found->len;
}

static guint
list (Bench *b, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_words (all, words);
  g_autoptr (GArray) found = mlg_query_run (query, b->db, &error);

  check (error, words);
  return found->len;
}

/* One pass of a statement that is prepared: its rows are read, and nothing is made of them. One that fails
 * would be fast. */
static guint
step (sqlite3_stmt *statement, const char *match)
{
  guint n = 0;
  int code;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      n++;
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
    }
  if (code != SQLITE_DONE)
    give_up (sqlite3_sql (statement), sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
  return n;
}

/* What a person types, key by key. */
static const char *const typed[] = {
  "li",      "lil",       "lill",  "lille", "sa",    "sai",        "saint",
  "saint m", "saint mar", "mo",    "mont",  "montp", "communauté", "communauté d",
  "ville",   "215",       "59350", "ro",    "roub",  "roubaix",
};

static void
measure_keys (Bench *b, const char *name, Look look, const char *sql, double ratio_aim)
{
  sqlite3_stmt *statement = NULL;
  const char *slowest_word = "";
  double ours = 0, theirs = 0, slowest = 0;

  if (sqlite3_prepare_v2 (b->bare, sql, -1, &statement, NULL) != SQLITE_OK)
    give_up (sql, sqlite3_errmsg (b->bare));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *match = mlg_search_write_match (typed[i]);
      double own[ROUNDS], bare[ROUNDS];

      for (int round = -1; round < ROUNDS; round++)
        {
          double began = now (), between;

          look (b, typed[i]);
          between = now ();
          step (statement, match);
          if (round < 0)
            continue;
          own[round] = between - began;
          bare[round] = now () - between;
        }
      ours += get_median (own);
      theirs += get_median (bare);
      if (get_median (own) > slowest)
        slowest_word = typed[i];
      slowest = MAX (slowest, get_median (own));
    }
  sqlite3_finalize (statement);
  g_print ("%s: %.2f (%.3f ms / %.3f ms), aim %.0f; the slowest (“%s”) %.1f ms, aim 10\n", name,
           ours / theirs, ours / G_N_ELEMENTS (typed), theirs / G_N_ELEMENTS (typed), ratio_aim,
           slowest_word, slowest);
  b->good = b->good && ours / theirs <= ratio_aim && slowest <= 10;
}

static void
measure_order (Bench *b, const char *title, guint field, const char *bare_sql)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_sort (all, field, FALSE);
  sqlite3_stmt *statement = NULL;
  double own[ROUNDS], bare[ROUNDS];

  if (sqlite3_prepare_v2 (b->bare, bare_sql, -1, &statement, NULL) != SQLITE_OK)
    give_up (bare_sql, sqlite3_errmsg (b->bare));
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      double began = now (), between;
      g_autoptr (GArray) ids = mlg_query_run (query, b->db, &error);

      check (error, title);
      between = now ();
      if (step (statement, "") != ids->len)
        give_up (title, "not all bodies are in the list");
      own[round] = between - began;
      bare[round] = now () - between;
    }
  sqlite3_finalize (statement);
  g_print ("all bodies by %s: %.2f (%.1f ms / %.1f ms), aim 60 ms\n", title,
           get_median (own) / get_median (bare), get_median (own), get_median (bare));
  b->good = b->good && get_median (own) <= 60;
}

static void
measure_orders (Bench *b)
{
  measure_order (b, "displayed name", MLG_QUERY_BY_NAME, "SELECT id FROM body ORDER BY name");
  for (guint i = 0; i < MLG_BODY_N_FIELDS; i++)
    {
      const MlgField *field = &mlg_body_kind.fields[i];
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM body ORDER BY %s", field->name);

      if (field->type != MLG_FIELD_LONG_TEXT && (field->flags & MLG_FIELD_INTERNAL) == 0)
        measure_order (b, field->name, i, sql);
    }
}

int
main (void)
{
  Bench b = { 0 };

  set_up (&b);
  measure_keys (&b, "key in the directory", suggest,
                "SELECT e.kind, e.siren, e.insee, e.name, e.population, e.departement, e.region,"
                " e.epci, e.postcodes FROM directory.entry AS e WHERE e.id IN (SELECT rowid"
                " FROM directory.entry_words WHERE entry_words MATCH ?1 ORDER BY rowid LIMIT 60)"
                " ORDER BY e.id",
                2);
  measure_keys (&b, "key in the search", search,
                "SELECT rowid, snippet(search, 1, '[', ']', '…', 16) FROM search"
                " WHERE search MATCH ?1 ORDER BY bm25(search, 10.0, 1.0) LIMIT 20",
                2);
  measure_keys (&b, "key in the list", list,
                "SELECT id FROM body WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?1)"
                " ORDER BY name",
                2);
  measure_orders (&b);
  tear_down (&b);
  return b.good ? 0 : 1;
}
