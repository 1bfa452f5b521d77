/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-changeset-reader.h"
#include "mlg-connection-private.h"
#include "mlg-record-private.h"
#include "mlg-search-private.h"
#include "mlg-statement-private.h"

/* Keeping the index in step with an action. FTS5 gathers what it is given in memory as long as ids
 * come in ascending order, and writes a new segment each time one does not; a changeset comes in the
 * order of a hash table. Sorting by id first makes undoing a large import twenty times faster than
 * a trigger for each row, which is why there is no trigger. When most of the index goes away, making
 * it new from what is left is faster still. */
typedef struct
{
  gint64 id;
  char *old_title; /* (owned) (nullable) what is in the index now; %NULL for nothing */
  char *old_text;  /* (owned) (nullable) */
  char *new_title; /* (owned) (nullable) what is to be in the index; %NULL for nothing */
  char *new_text;  /* (owned) (nullable) */
} Entry;

typedef struct
{
  MlgConnection *db;
  GArray *entries; /* of Entry */
  guint n_removed;
  MlgChangesetReader change;
  const char *table;   /* (unowned) (nullable) of the change before */
  const MlgKind *kind; /* (unowned) (nullable) the kind of that table, if it is looked for */
} Gathering;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->old_title);
  g_free (entry->old_text);
  g_free (entry->new_title);
  g_free (entry->new_text);
}

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
trim_spaces (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_erase (text, 0, (gssize) strspn (text->str, " "));
}

/* The same as the view's expressions: parts joined, a name trimmed. */
static char *
join (Gathering *g, MlgStatement *row, gboolean before, MlgFieldFlags flag, const char *separator)
{
  GString *joined = g_string_sized_new (64);
  gboolean first = TRUE;

  for (guint i = 0; i < g->kind->n_fields; i++)
    {
      if ((g->kind->fields[i].flags & flag) == 0)
        continue;
      if (!first)
        g_string_append (joined, separator);
      append_value (joined, &g->change, row, mlg_record_get_column (g->db, g->kind, i), i, before);
      first = FALSE;
    }
  if (flag == MLG_FIELD_NAME)
    trim_spaces (joined);
  return g_string_free (joined, FALSE);
}

static gboolean
is_indexed (const MlgKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MLG_FIELD_NAME) != 0)
      return TRUE;
  return FALSE;
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

static const MlgKind *
find_kind (Gathering *g)
{
  if (g->change.table != g->table)
    {
      const MlgKind *kind = mlg_kind_find_by_table (g->db->kinds, g->change.table);

      g->kind = kind != NULL && is_indexed (kind) ? kind : NULL;
      g->table = g->change.table;
    }
  return g->kind;
}

static gboolean
gather_change (Gathering *g, GError **error)
{
  g_autoptr (MlgStatement) row = NULL;
  int operation = g->change.operation;
  Entry entry = { .id = g->change.id };

  if (find_kind (g) == NULL)
    return TRUE;
  if (operation == SQLITE_UPDATE && (row = open_row (g->db, g->kind, entry.id, error)) == NULL)
    return FALSE;
  if (operation != SQLITE_INSERT)
    {
      entry.old_title = join (g, row, TRUE, MLG_FIELD_NAME, " ");
      entry.old_text = join (g, row, TRUE, MLG_FIELD_SEARCH, "\n");
    }
  if (operation != SQLITE_DELETE)
    {
      entry.new_title = join (g, row, FALSE, MLG_FIELD_NAME, " ");
      entry.new_text = join (g, row, FALSE, MLG_FIELD_SEARCH, "\n");
    }
  if (row != NULL && !mlg_statement_check (row, error))
    {
      clear_entry (&entry);
      return FALSE;
    }
  if (g_strcmp0 (entry.old_title, entry.new_title) == 0
      && g_strcmp0 (entry.old_text, entry.new_text) == 0)
    {
      clear_entry (&entry);
      return TRUE;
    }
  g->n_removed += operation == SQLITE_DELETE;
  g_array_append_val (g->entries, entry);
  return TRUE;
}

static gboolean
gather (Gathering *g, MlgChangeset *changeset, GError **error)
{
  gboolean done = TRUE;

  mlg_changeset_reader_init (&g->change, changeset);
  while (done && mlg_changeset_reader_next (&g->change))
    done = gather_change (g, error);
  if (done && g->change.damaged)
    done = mlg_connection_check (g->db, SQLITE_CORRUPT, error);
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
write_entries (MlgConnection *db, GArray *entries, GError **error)
{
  g_autoptr (MlgStatement) take_out = mlg_connection_prepare (
      db, "INSERT INTO search(search, rowid, title, text) VALUES('delete', ?1, ?2, ?3)", error);
  g_autoptr (MlgStatement) put_in =
      take_out != NULL ? mlg_connection_prepare (
          db, "INSERT INTO search(rowid, title, text) VALUES(?1, ?2, ?3)", error)
                       : NULL;

  if (put_in == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->old_title != NULL
          && !write_entry (take_out, entry->id, entry->old_title, entry->old_text, error))
        return FALSE;
      if (entry->new_title != NULL
          && !write_entry (put_in, entry->id, entry->new_title, entry->new_text, error))
        return FALSE;
    }
  return TRUE;
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
  enum
  {
    WORTH_COUNTING = 1000
  };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Gathering gathering = { .db = db, .entries = entries };
  gint64 n_left = G_MAXINT64;

  g_array_set_clear_func (entries, clear_entry);
  if (!gather (&gathering, changeset, error))
    return FALSE;
  if (gathering.n_removed > WORTH_COUNTING
      && !mlg_connection_get_integer (db, &n_left, error, "SELECT count(*) FROM searchable", ""))
    return FALSE;
  if (n_left < gathering.n_removed)
    return mlg_search_rebuild (db, error);
  g_array_sort (entries, compare_entries);
  return write_entries (db, entries, error);
}
