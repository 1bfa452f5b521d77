/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-changeset-reader.h"
#include "mlg-connection-private.h"
#include "mlg-markup.h"
#include "mlg-record-private.h"
#include "mlg-search-private.h"
#include "mlg-statement-private.h"
#include "mlg-tokenizer.h"

/* Keeping the index in step with an action. FTS5 gathers what it is given in memory as long as ids
 * come in ascending order, and writes a new segment each time one does not; a changeset comes in the
 * order of a hash table. Sorting by id first makes undoing a large import twenty times faster than
 * a trigger for each row, which is why there is no trigger. When most of the index goes away, making
 * it new from what is left is faster still. */
typedef struct
{
  gint64 id;
  gboolean was, is; /* whether it is in the index now, and whether it is to be */
  gsize old_title;  /* where its texts are among those of the gathering */
  gsize old_text;
  gsize new_title;
  gsize new_text;
} Entry;

/* A field whose words are in the index, and where its column is in the changeset. */
typedef struct
{
  guint field;
  int column;
} Part;

typedef struct
{
  MlgConnection *db;
  GArray *entries;  /* (owned) of Entry */
  GString *texts;   /* (owned) all of them, each ended by a NUL: an import has tens of thousands */
  gboolean ordered; /* the entries come by id */
  guint n_removed;
  MlgChangesetReader change;
  const char *table;   /* (unowned) (nullable) of the change before */
  const MlgKind *kind; /* (unowned) (nullable) the kind of that table, if it is looked for */
  GArray *names;       /* (owned) of Part: those of its name */
  GArray *words;       /* (owned) of Part: those of its text */
} Gathering;

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  gint64 first = ((const Entry *) a)->id, second = ((const Entry *) b)->id;

  return (first > second) - (first < second);
}

/* Appends a value of a record before or after; the row itself tells what an update left as it was. */
static void
append_value (GString *text,
              const MlgChangesetReader *change,
              MlgStatement *row,
              int column,
              guint field,
              gboolean before)
{
  const MlgChangesetValue *value = &(before ? change->old_row : change->new_row)[column];
  const char *left;

  if (change->operation != SQLITE_UPDATE || change->new_row[column].type != MLG_CHANGESET_UNDEFINED)
    {
      mlg_changeset_value_append (value, text);
      return;
    }
  left = mlg_statement_get_text (row, (int) field + 1);
  if (left != NULL)
    g_string_append (text, left);
}

static void
trim_spaces (GString *text, gsize start)
{
  while (text->len > start && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_erase (text, (gssize) start, (gssize) strspn (text->str + start, " "));
}

static void
append_part (Gathering *g, MlgStatement *row, gboolean before, const Part *part)
{
  g_autofree char *words = NULL;
  gsize start = g->texts->len;

  append_value (g->texts, &g->change, row, part->column, part->field, before);
  if ((g->kind->fields[part->field].flags & MLG_FIELD_MARKUP) == 0)
    return;
  words = mlg_markup_to_words (g->texts->str + start, (gssize) (g->texts->len - start));
  g_string_truncate (g->texts, start);
  g_string_append (g->texts, words);
}

/* The same as the view's expressions: parts joined, a name trimmed.
 *
 * Returns: where the text begins */
static gsize
join (Gathering *g, MlgStatement *row, gboolean before, GArray *parts, char separator)
{
  gsize start = g->texts->len;

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append_c (g->texts, separator);
      append_part (g, row, before, &g_array_index (parts, Part, i));
    }
  if (parts == g->names)
    trim_spaces (g->texts, start);
  g_string_append_c (g->texts, '\0');
  return start;
}

static void
find_parts (Gathering *g, const MlgKind *kind, MlgFieldFlags flag, GArray *parts)
{
  g_array_set_size (parts, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & flag) != 0)
      {
        const Part part = { i, mlg_record_get_column (g->db, kind, i) };

        g_array_append_val (parts, part);
      }
}

static MlgStatement *
open_row (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = mlg_record_write_select (db, kind, "WHERE id=?1");
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, sql, error);

  if (row == NULL)
    return NULL;
  mlg_statement_bind_integer (row, 1, id);
  return mlg_statement_step (row, error) == MLG_STEP_FAILED ? NULL : g_steal_pointer (&row);
}

/* A kind whose records have no name is not looked for. */
static const MlgKind *
find_kind (Gathering *g)
{
  const MlgKind *kind;

  if (g->change.table == g->table)
    return g->kind;
  kind = mlg_kind_find_by_table (g->db->kinds, g->change.table);
  g->table = g->change.table;
  g->kind = NULL;
  if (kind == NULL)
    return NULL;
  find_parts (g, kind, MLG_FIELD_NAME, g->names);
  find_parts (g, kind, MLG_FIELD_SEARCH, g->words);
  if (g->names->len > 0)
    g->kind = kind;
  return g->kind;
}

static const char *
get_text (const Gathering *g, gsize start)
{
  return g->texts->str + start;
}

static void
add_entry (Gathering *g, const Entry *entry)
{
  guint n = g->entries->len;

  if (n > 0 && g_array_index (g->entries, Entry, n - 1).id > entry->id)
    g->ordered = FALSE;
  g->n_removed += !entry->is;
  g_array_append_vals (g->entries, entry, 1);
}

static gboolean
gather_change (Gathering *g, GError **error)
{
  g_autoptr (MlgStatement) row = NULL;
  int operation = g->change.operation;
  gsize start = g->texts->len;
  Entry entry = { .id = g->change.id,
                  .was = operation != SQLITE_INSERT,
                  .is = operation != SQLITE_DELETE };

  if (find_kind (g) == NULL)
    return TRUE;
  if (operation == SQLITE_UPDATE && (row = open_row (g->db, g->kind, entry.id, error)) == NULL)
    return FALSE;
  if (entry.was)
    {
      entry.old_title = join (g, row, TRUE, g->names, ' ');
      entry.old_text = join (g, row, TRUE, g->words, '\n');
    }
  if (entry.is)
    {
      entry.new_title = join (g, row, FALSE, g->names, ' ');
      entry.new_text = join (g, row, FALSE, g->words, '\n');
    }
  if (row != NULL && !mlg_statement_check (row, error))
    return FALSE;
  if (entry.was && entry.is
      && g_str_equal (get_text (g, entry.old_title), get_text (g, entry.new_title))
      && g_str_equal (get_text (g, entry.old_text), get_text (g, entry.new_text)))
    g_string_truncate (g->texts, start);
  else
    add_entry (g, &entry);
  return TRUE;
}

static gboolean
gather (Gathering *g, MlgChangeset *changeset, GError **error)
{
  gboolean done = TRUE;
  guint n = 0;

  mlg_changeset_reader_init (&g->change, changeset);
  for (; done && mlg_changeset_reader_next (&g->change); n++)
    done = gather_change (g, error);
  if (done && g->change.damaged)
    done = mlg_connection_check (g->db, SQLITE_CORRUPT, error);
  else if (done)
    mlg_changeset_note_n (changeset, n);
  mlg_changeset_reader_clear (&g->change);
  return done;
}

static gboolean
write_entry (
    MlgStatement *statement, gint64 id, const char *title, const char *text, GError **error)
{
  mlg_statement_bind_integer (statement, 1, id);
  mlg_statement_bind_static_text (statement, 2, title);
  mlg_statement_bind_static_text (statement, 3, text);
  return mlg_statement_run (statement, error);
}

static gboolean
write_entries (Gathering *g, GError **error)
{
  g_autoptr (MlgStatement) take_out = mlg_connection_prepare (
      g->db, "INSERT INTO search(search, rowid, title, text) VALUES('delete', ?1, ?2, ?3)", error);
  g_autoptr (MlgStatement) put_in =
      take_out != NULL ? mlg_connection_prepare (
          g->db, "INSERT INTO search(rowid, title, text) VALUES(?1, ?2, ?3)", error)
                       : NULL;
  g_autoptr (MlgTokenizerAhead) ahead = NULL;

  if (put_in == NULL)
    return FALSE;
  ahead = mlg_tokenizer_ahead_new (g->db->handle, g->texts->str, g->texts->len);
  for (guint i = 0; i < g->entries->len; i++)
    {
      const Entry *entry = &g_array_index (g->entries, Entry, i);

      if (entry->was
          && !write_entry (take_out, entry->id, get_text (g, entry->old_title),
                           get_text (g, entry->old_text), error))
        return FALSE;
      if (entry->is
          && !write_entry (put_in, entry->id, get_text (g, entry->new_title),
                           get_text (g, entry->new_text), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update (Gathering *g, MlgChangeset *changeset, GError **error)
{
  enum
  {
    WORTH_COUNTING = 1000
  };
  gint64 n_left = G_MAXINT64;

  if (!gather (g, changeset, error))
    return FALSE;
  if (g->n_removed > WORTH_COUNTING
      && !mlg_connection_get_integer (g->db, &n_left, error, "SELECT count(*) FROM searchable", ""))
    return FALSE;
  if (n_left < g->n_removed)
    return mlg_search_rebuild (g->db, error);
  if (!g->ordered)
    g_array_sort (g->entries, compare_entries);
  return write_entries (g, error);
}

/**
 * mlg_search_update:
 * @changeset: what was just written, in the transaction that is open
 *
 * Brings the index in step.
 */
gboolean
mlg_search_update (MlgConnection *db, MlgChangeset *changeset, GError **error)
{
  Gathering gathering = { .db = db,
                          .entries = g_array_new (FALSE, FALSE, sizeof (Entry)),
                          .texts = g_string_new (NULL),
                          .ordered = TRUE,
                          .names = g_array_new (FALSE, FALSE, sizeof (Part)),
                          .words = g_array_new (FALSE, FALSE, sizeof (Part)) };
  gboolean done = update (&gathering, changeset, error);

  g_array_unref (gathering.entries);
  g_string_free (gathering.texts, TRUE);
  g_array_unref (gathering.names);
  g_array_unref (gathering.words);
  return done;
}
