/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-search-private.h"

#include "mlg-connection-private.h"
#include "mlg-statement.h"

/* One FTS5 index over all records: their name, and the text of their searchable fields. The index
 * keeps no copy of the text: it reads it back from the view "searchable", which is written from the
 * descriptions of the kinds. Whoever asks joins the two by id, which no two records share. */

void
mlg_search_hit_free (MlgSearchHit *hit)
{
  g_free (hit->name);
  g_free (hit->snippet);
  g_free (hit);
}

static char *
write_text_sql (const MlgKind *kind)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MLG_FIELD_SEARCH) != 0)
      g_string_append_printf (sql, "%scoalesce(%s,'')", sql->len > 0 ? "||char(10)||" : "",
                              kind->fields[i].name);
  if (sql->len == 0)
    g_string_append (sql, "''");
  return g_string_free (sql, FALSE);
}

/* Kinds without a name are parts of others: nobody looks for them. */
static char *
write_view (const MlgKind *const *kinds)
{
  GString *sql = g_string_new ("CREATE VIEW searchable(id, kind, title, text) AS ");
  gboolean first = TRUE;

  for (; *kinds != NULL; kinds++)
    {
      g_autofree char *name = mlg_kind_get_name_sql (*kinds, NULL);
      g_autofree char *text = write_text_sql (*kinds);

      if (g_str_equal (name, "trim('')"))
        continue;
      g_string_append_printf (sql, "%sSELECT id, '%s', %s, %s FROM %s", first ? "" : " UNION ALL ",
                              (*kinds)->name, name, text, (*kinds)->table);
      first = FALSE;
    }
  if (first)
    g_string_append (sql, "SELECT 0, '', '', '' WHERE 0");
  return g_string_free (sql, FALSE);
}

/* How many bytes of words are gathered in memory before they are written: a large import is written at
 * once rather than in pieces that are merged again and again. An SQLite that does not know this works
 * all the same, so that what it says is left aside. */
static gboolean
gather_more (MlgConnection *db)
{
  mlg_connection_exec (db, "INSERT INTO search(search, rank) VALUES('hashsize', 16777216)", NULL);
  return TRUE;
}

static gboolean
create (MlgConnection *db, const char *view, GError **error)
{
  return mlg_connection_exec (db, "DROP VIEW IF EXISTS searchable; DROP TABLE IF EXISTS search",
                              error)
         && mlg_connection_exec (db, view, error)
         && mlg_connection_exec (db,
                                 "CREATE VIRTUAL TABLE search USING fts5(title, text,"
                                 " content='searchable', content_rowid='id', prefix='2 3',"
                                 " tokenize='maillage_french')",
                                 error)
         && gather_more (db) && mlg_search_rebuild (db, error);
}

/**
 * mlg_search_prepare:
 *
 * Makes sure that the index covers what the descriptions say now: made new when they changed.
 */
gboolean
mlg_search_prepare (MlgConnection *db, GError **error)
{
  g_autofree char *view = write_view (db->kinds);
  g_autofree char *present = NULL;

  if (!mlg_connection_get_text (db, &present, error,
                                "SELECT sql FROM sqlite_schema WHERE name='searchable'", ""))
    return FALSE;
  if (g_strcmp0 (view, present) == 0)
    return TRUE;
  if (mlg_connection_exec (db, "BEGIN IMMEDIATE", error) && create (db, view, error)
      && mlg_connection_exec (db, "COMMIT", error))
    return TRUE;
  mlg_connection_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * mlg_search_rebuild:
 *
 * Makes the index new from the records.
 */
gboolean
mlg_search_rebuild (MlgConnection *db, GError **error)
{
  return mlg_connection_exec (db, "INSERT INTO search(search) VALUES('rebuild')", error);
}

/**
 * mlg_search_check:
 *
 * Returns: whether the index agrees with the records; %MLG_STORE_ERROR_CORRUPT when it does not
 */
gboolean
mlg_search_check (MlgConnection *db, GError **error)
{
  return mlg_connection_exec (db, "INSERT INTO search(search, rank) VALUES('integrity-check', 1)",
                              error);
}

/* What a person typed, cut into words as the tokenizer does. */
static GStrv
split_words (const char *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = words;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_strv_builder_add (builder, word->str);
      g_string_truncate (word, 0);
      if (c == 0)
        return g_strv_builder_end (builder);
    }
}

/**
 * mlg_search_write_match:
 * @words: what a person typed
 *
 * Writes it as an FTS5 expression: every word must be there, in any form; the last one, which may
 * still be being typed, also as the beginning of a word, unless a space follows it.
 *
 * Returns: (transfer full) (nullable): %NULL when there is no word in it
 */
char *
mlg_search_write_match (const char *words)
{
  g_auto (GStrv) list = NULL;
  g_autoptr (GString) match = g_string_new (NULL);
  guint n;

  if (!g_utf8_validate (words, -1, NULL))
    return NULL;
  list = split_words (words);
  n = g_strv_length (list);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (match, " AND ");
      if (i + 1 < n || g_str_has_suffix (words, " "))
        g_string_append_printf (match, "\"%s\"", list[i]);
      else
        g_string_append_printf (match, "(\"%s\" OR \"%s\"*)", list[i], list[i]);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static gboolean
read_hits (MlgConnection *db, MlgStatement *statement, GPtrArray *hits, GError **error)
{
  MlgStep step;

  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgSearchHit *hit = g_new0 (MlgSearchHit, 1);

      hit->id = mlg_statement_get_integer (statement, 0);
      hit->kind = mlg_kind_find (db->kinds, mlg_statement_get_text (statement, 1));
      hit->name = g_strdup (mlg_statement_get_text (statement, 2));
      hit->snippet = g_strdup (mlg_statement_get_text (statement, 3));
      if (strstr (hit->snippet, MLG_SEARCH_MATCH_START) == NULL)
        hit->snippet[0] = '\0';
      g_ptr_array_add (hits, hit);
    }
  return step == MLG_STEP_DONE;
}

/* Two letters match tens of thousands of records: ranking them all would take longer than the next
 * key. The first hundreds are ranked then, and one more letter ranks all that is left. */
#define MOST_RANKED 500

/**
 * mlg_search_find:
 * @words: what a person typed
 * @kind: (nullable): only records of this kind
 * @limit: how many at the most
 *
 * Finds records by the words of their name and text, whatever the case, the accents and the
 * (French) endings. Words of the name count ten times those of the text.
 *
 * Returns: (transfer full) (element-type MlgSearchHit): best first; empty when @words has no word
 */
GPtrArray *
mlg_search_find (
    MlgConnection *db, const char *words, const MlgKind *kind, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_search_hit_free);
  g_autofree char *match = mlg_search_write_match (words);
  g_autoptr (MlgStatement) statement = NULL;

  if (match == NULL)
    return g_steal_pointer (&hits);
  statement = mlg_connection_prepare (
      db,
      "SELECT v.id, v.kind, v.title, snippet(search, 1, char(2), char(3), '…', 16)"
      " FROM (SELECT s.rowid AS found FROM search AS s WHERE s.search MATCH ?1"
      " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM searchable AS k WHERE k.id=s.rowid AND k.kind=?2))"
      " LIMIT ?4) AS f"
      " JOIN search ON search.rowid=f.found JOIN searchable AS v ON v.id=f.found"
      " WHERE search MATCH ?1 AND (?2 IS NULL OR v.kind=?2)"
      " ORDER BY bm25(search, 10.0, 1.0) LIMIT ?3",
      error);
  if (statement == NULL)
    return NULL;
  mlg_statement_bind_text (statement, 1, match);
  mlg_statement_bind_text (statement, 2, kind != NULL ? kind->name : NULL);
  mlg_statement_bind_integer (statement, 3, limit);
  mlg_statement_bind_integer (statement, 4, MOST_RANKED);
  return read_hits (db, statement, hits, error) ? g_steal_pointer (&hits) : NULL;
}

/* "[12,35]" */
static char *
write_ids (GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/**
 * mlg_search_mark:
 * @words: what a person typed
 * @ids: (element-type gint64): the records of a page of a list
 *
 * Shows why records are found by @words: their name with the matches marked, and the passage found.
 *
 * Returns: (transfer full) (element-type MlgSearchHit): one for each of @ids that the words find, in
 *   no order
 */
GPtrArray *
mlg_search_mark (MlgConnection *db, const char *words, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_search_hit_free);
  g_autofree char *match = mlg_search_write_match (words);
  g_autofree char *list = write_ids (ids);
  g_autoptr (MlgStatement) statement = NULL;

  if (match == NULL)
    return g_steal_pointer (&hits);
  statement = mlg_connection_prepare (
      db,
      "SELECT v.id, v.kind, highlight(search, 0, char(2), char(3)),"
      " snippet(search, 1, char(2), char(3), '…', 16)"
      " FROM search JOIN searchable AS v ON v.id=search.rowid"
      " WHERE search MATCH ?1 AND search.rowid IN (SELECT value FROM json_each(?2))",
      error);
  if (statement == NULL)
    return NULL;
  mlg_statement_bind_text (statement, 1, match);
  mlg_statement_bind_text (statement, 2, list);
  return read_hits (db, statement, hits, error) ? g_steal_pointer (&hits) : NULL;
}
