/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-search-private.h"

#include "mlg-connection-private.h"
#include "mlg-fold.h"
#include "mlg-statement.h"

/* One FTS5 index over all records: their name, and the text of their searchable fields. The index
 * keeps no copy of the text: it reads it back from the view "searchable", which is written from the
 * descriptions of the kinds. Whoever asks joins the two by id, which no two records share. */

/**
 * mlg_search_hit_free:
 * @hit: (transfer full): something found
 *
 * Frees what is told of a record that was found.
 */
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
      g_string_append_printf (sql,
                              (kind->fields[i].flags & MLG_FIELD_MARKUP) != 0
                                  ? "%scoalesce(words_of(%s),'')"
                                  : "%scoalesce(%s,'')",
                              sql->len > 0 ? "||char(10)||" : "", kind->fields[i].name);
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

/* The beginnings of two letters are indexed too: they have the most words. Those of three are found as
 * soon among the words themselves. */
static gboolean
create (MlgConnection *db, const char *view, GError **error)
{
  return mlg_connection_exec (db, "DROP VIEW IF EXISTS searchable; DROP TABLE IF EXISTS search",
                              error)
         && mlg_connection_exec (db, view, error)
         && mlg_connection_exec (db,
                                 "CREATE VIRTUAL TABLE search USING fts5(title, text,"
                                 " content='searchable', content_rowid='id', prefix='2',"
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

static GPtrArray *
new_hits (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_search_hit_free);
}

/* Which kind the record is of, and its name; none for one that is gone meanwhile. The view is asked for one id at a time: SQLite would make a
 * table of the whole of it to join with. */
static gboolean
describe_hit (MlgConnection *db, MlgSearchHit *hit, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "SELECT kind, title FROM searchable WHERE id=?1", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, hit->id);
  step = mlg_statement_step (statement, error);
  if (step != MLG_STEP_ROW)
    return step == MLG_STEP_DONE;
  hit->kind = mlg_kind_find (db->kinds, mlg_statement_get_text (statement, 0));
  hit->name = g_strdup (mlg_statement_get_text (statement, 1));
  return TRUE;
}

/* Each field is a line: only those that have a match are shown, and not the numbers around them. */
static char *
keep_matches (const char *snippet)
{
  g_auto (GStrv) lines = g_strsplit (snippet != NULL ? snippet : "", "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], MLG_SEARCH_MATCH_START) != NULL)
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " · " : "", g_strstrip (lines[i]));
  return g_string_free (kept, FALSE);
}

/* Adds what is found of @ids, their names with the matches marked or not, in no order. */
static gboolean
read_hits (MlgConnection *db,
           const char *match,
           GArray *ids,
           gboolean marked,
           GPtrArray *hits,
           GError **error)
{
  g_autofree char *list = write_ids (ids);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT rowid, snippet(search, 1, char(2), char(3), '…', 16),"
      " CASE WHEN ?3 THEN highlight(search, 0, char(2), char(3)) END"
      " FROM search WHERE search MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?2))",
      error);
  MlgStep step = MLG_STEP_FAILED;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_text (statement, 1, match);
  mlg_statement_bind_text (statement, 2, list);
  mlg_statement_bind_integer (statement, 3, marked);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgSearchHit *hit = g_new0 (MlgSearchHit, 1);

      g_ptr_array_add (hits, hit);
      hit->id = mlg_statement_get_integer (statement, 0);
      hit->snippet = keep_matches (mlg_statement_get_text (statement, 1));
      if (!describe_hit (db, hit, error))
        return FALSE;
      if (hit->kind == NULL)
        g_ptr_array_remove_index (hits, hits->len - 1);
      else if (marked)
        {
          g_free (hit->name);
          hit->name = g_strdup (mlg_statement_get_text (statement, 2));
        }
    }
  return step == MLG_STEP_DONE;
}

/* Two letters match tens of thousands of records: ranking them all would take longer than the next
 * key. The first hundreds are ranked then, and one more letter ranks all that is left. */
#define MOST_RANKED 500

static GArray *
rank (MlgConnection *db, const char *match, const MlgKind *kind, guint limit, GError **error)
{
  g_autofree char *of_kind =
      kind != NULL ? g_strdup_printf (" AND EXISTS (SELECT 1 FROM %s AS k WHERE k.id=search.rowid)",
                                      kind->table)
                   : g_strdup ("");
  g_autofree char *sql = g_strdup_printf (
      "SELECT found FROM (SELECT rowid AS found, bm25(search, 10.0, 1.0) AS score FROM search"
      " WHERE search MATCH ?1%s LIMIT ?3) ORDER BY score, found LIMIT ?2",
      of_kind);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_text (statement, 1, match);
  mlg_statement_bind_integer (statement, 2, limit);
  mlg_statement_bind_integer (statement, 3, MAX (limit, MOST_RANKED));
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 id = mlg_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const MlgSearchHit *first = *(const MlgSearchHit *const *) a;
  const MlgSearchHit *second = *(const MlgSearchHit *const *) b;
  GHashTable *places = data;

  return GPOINTER_TO_INT (g_hash_table_lookup (places, &first->id))
         - GPOINTER_TO_INT (g_hash_table_lookup (places, &second->id));
}

static void
sort_hits (GPtrArray *hits, GArray *ids)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (places, &g_array_index (ids, gint64, i), GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (hits, compare_places, places);
}

/* Who writes the whole of a name looks for this one: "Lille" comes before all that is of Lille. */
static void
put_named_first (GPtrArray *hits, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *wanted = mlg_fold (stripped);
  guint n_named = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      g_autofree char *name = mlg_fold (((MlgSearchHit *) hits->pdata[i])->name);

      if (g_str_equal (name, wanted))
        g_ptr_array_insert (hits, n_named++, g_ptr_array_steal_index (hits, i));
    }
}

/**
 * mlg_search_find:
 * @words: what a person typed
 * @kind: (nullable): only records of this kind
 * @limit: how many at the most
 *
 * Finds records by the words of their name and text, whatever the case, the accents and the
 * (French) endings. Words of the name count ten times those of the text, and what is named so comes
 * first.
 *
 * Returns: (transfer full) (element-type MlgSearchHit): best first; empty when @words has no word
 */
GPtrArray *
mlg_search_find (
    MlgConnection *db, const char *words, const MlgKind *kind, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = new_hits ();
  g_autofree char *match = mlg_search_write_match (words);
  g_autoptr (GArray) ids = NULL;

  if (match == NULL)
    return g_steal_pointer (&hits);
  ids = rank (db, match, kind, limit, error);
  if (ids == NULL || !read_hits (db, match, ids, FALSE, hits, error))
    return NULL;
  sort_hits (hits, ids);
  put_named_first (hits, words);
  return g_steal_pointer (&hits);
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
  g_autoptr (GPtrArray) hits = new_hits ();
  g_autofree char *match = mlg_search_write_match (words);

  if (match == NULL || read_hits (db, match, ids, TRUE, hits, error))
    return g_steal_pointer (&hits);
  return NULL;
}
