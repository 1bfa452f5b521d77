/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-connection-private.h"
#include "mlg-fold.h"
#include "mlg-history-private.h"
#include "mlg-record-private.h"
#include "mlg-statement.h"

/* Taking a record out of the history: out of the changesets, and its name out of the names of the
 * actions. What belonged to the record at any time goes too, and so does a record of the same name
 * that is there no more: it is most likely the same person, removed or merged. */
typedef struct
{
  MlgConnection *db;
  const MlgKind *kind;
  MlgChanges *erased;     /* (unowned) what goes: the record, and what was ever a part of it */
  MlgChanges *same;       /* (owned) the record, and those taken for the same */
  GHashTable *full_names; /* (owned) set of folded full names, as it was ever called */
  GHashTable *name_parts; /* (owned) set of each part of its names, as written */
  gboolean out_of_memory; /* a name could not be read */
} Erasing;

static void
erasing_clear (Erasing *e)
{
  g_clear_pointer (&e->same, mlg_changes_unref);
  g_clear_pointer (&e->full_names, g_hash_table_unref);
  g_clear_pointer (&e->name_parts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Erasing, erasing_clear)

typedef int (*TakeValue) (sqlite3_changeset_iter *iterator, int column, sqlite3_value **value);

static sqlite3_value *
get_value (
    Erasing *e, sqlite3_changeset_iter *iterator, TakeValue take, const MlgKind *kind, guint field)
{
  int column = mlg_record_get_column (e->db, kind, field);
  sqlite3_value *value = NULL;

  /* A changeset from before a migration has fewer columns: asking for more sets nothing. */
  if (column >= 0)
    take (iterator, column, &value);
  return value;
}

static void
add_name (Erasing *e, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped != '\0')
    g_hash_table_add (e->full_names, mlg_fold (stripped));
}

static void
add_name_part (Erasing *e, const char *part)
{
  g_autofree char *stripped = g_strstrip (g_strdup (part));

  /* An initial says nothing, and stands in many names. */
  if (g_utf8_strlen (stripped, -1) > 1)
    g_hash_table_add (e->name_parts, g_steal_pointer (&stripped));
}

/* Returns: (transfer full): the name that a change gives as far as it does, noting its parts. */
static char *
read_name (Erasing *e, sqlite3_changeset_iter *iterator, TakeValue take, gboolean note)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < e->kind->n_fields; i++)
    {
      sqlite3_value *value = NULL;
      const char *part = NULL;

      if ((e->kind->fields[i].flags & MLG_FIELD_NAME) != 0)
        value = get_value (e, iterator, take, e->kind, i);
      if (value != NULL)
        part = (const char *) sqlite3_value_text (value);
      if (value != NULL && part == NULL && sqlite3_value_type (value) == SQLITE_TEXT)
        e->out_of_memory = TRUE;
      if (part == NULL)
        continue;
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
      if (note)
        add_name_part (e, part);
    }
  return g_string_free (name, FALSE);
}

static gboolean
is_there (MlgConnection *db, const MlgKind *kind, gint64 id, gboolean *there, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id=?1", kind->table);
  gint64 n = 0;

  if (!mlg_connection_get_integer (db, &n, error, sql, "i", id))
    return FALSE;
  *there = n != 0;
  return TRUE;
}

/* An update tells only what it changed, which may be half a name. */
static gboolean
look_at_name (Erasing *e,
              sqlite3_changeset_iter *iterator,
              TakeValue take,
              gboolean is_whole,
              gint64 id,
              GError **error)
{
  gboolean is_same = mlg_changes_touch (e->same, e->kind, id);
  g_autofree char *name = read_name (e, iterator, take, is_same);
  g_autofree char *folded = mlg_fold (name);
  gboolean there = FALSE;

  if (is_same && is_whole)
    add_name (e, name);
  if (is_same || !is_whole || !g_hash_table_contains (e->full_names, folded))
    return TRUE;
  if (!is_there (e->db, e->kind, id, &there, error))
    return FALSE;
  if (there)
    return TRUE;
  mlg_changes_add (e->same, e->kind, id);
  mlg_changes_add (e->erased, e->kind, id);
  return TRUE;
}

static void
look_at_owner (
    Erasing *e, sqlite3_changeset_iter *iterator, TakeValue take, const MlgKind *kind, gint64 id)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MlgField *field = &kind->fields[i];
      const MlgKind *owner = NULL;
      sqlite3_value *value = NULL;

      if ((field->flags & MLG_FIELD_OWNER) != 0)
        owner = mlg_kind_find (e->db->kinds, field->refers);
      if (owner != NULL)
        value = get_value (e, iterator, take, kind, i);
      if (value != NULL && mlg_changes_touch (e->erased, owner, sqlite3_value_int64 (value)))
        mlg_changes_add (e->erased, kind, id);
    }
}

static gboolean
look_at_change (sqlite3_changeset_iter *iterator,
                const char *table,
                int operation,
                gint64 id,
                gpointer data,
                GError **error)
{
  Erasing *e = data;
  const MlgKind *kind = mlg_kind_find_by_table (e->db->kinds, table);
  static const TakeValue takes[] = { sqlite3changeset_old, sqlite3changeset_new };

  if (kind == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      if (operation == (i == 0 ? SQLITE_INSERT : SQLITE_DELETE))
        continue;
      look_at_owner (e, iterator, takes[i], kind, id);
      if (kind == e->kind
          && !look_at_name (e, iterator, takes[i], operation != SQLITE_UPDATE, id, error))
        return FALSE;
    }
  return !e->out_of_memory || mlg_connection_check (e->db, SQLITE_NOMEM, error);
}

/* A changeset that cannot be read cannot be cleaned either, nor undone: %NULL, and it goes. */
static gboolean
load (MlgConnection *db, gint64 action, MlgChangeset **changeset, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *changeset = mlg_history_load_changeset (db, action, &problem);
  if (problem == NULL || g_error_matches (problem, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
look_at_action (Erasing *e, gint64 action, GError **error)
{
  g_autoptr (MlgChangeset) changeset = NULL;
  g_autoptr (GError) problem = NULL;

  if (!mlg_connection_report (e->db, -1, NULL, error) || !load (e->db, action, &changeset, error))
    return FALSE;
  if (changeset == NULL || mlg_changeset_visit (changeset, look_at_change, e, &problem)
      || g_error_matches (problem, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Looks through the history until nothing more is found that belongs to what goes. */
static gboolean
find_all (Erasing *e, GArray *actions, GError **error)
{
  guint before, after;

  do
    {
      before = mlg_changes_get_n (e->erased) + g_hash_table_size (e->full_names);
      for (guint i = 0; i < actions->len; i++)
        if (!look_at_action (e, g_array_index (actions, gint64, i), error))
          return FALSE;
      after = mlg_changes_get_n (e->erased) + g_hash_table_size (e->full_names);
    }
  while (after > before);
  return TRUE;
}

static gboolean
store_rest (MlgConnection *db, gint64 action, MlgChangeset *rest, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, "UPDATE action SET changeset=?2, size=?3, n_changes=?4 WHERE id=?1", error);
  g_autoptr (GBytes) bytes = rest != NULL ? mlg_changeset_store (rest) : NULL;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, action);
  mlg_statement_bind_bytes (statement, 2, bytes);
  mlg_statement_bind_integer (statement, 3, bytes != NULL ? (gint64) g_bytes_get_size (bytes) : 0);
  mlg_statement_bind_integer (statement, 4, rest != NULL ? mlg_changeset_get_n (rest) : 0);
  return mlg_statement_run (statement, error);
}

/* Finds whole words only, in any case: erasing Marc must leave Marcel. */
static char *
blank (const char *text, const char *word)
{
  g_autofree char *escaped = g_regex_escape_string (word, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", escaped);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  char *blanked = NULL;

  if (regex != NULL)
    blanked = g_regex_replace_literal (regex, text, -1, 0, "…", 0, NULL);
  return blanked != NULL ? blanked : g_strdup ("…");
}

static char *
blank_all (Erasing *e, const char *text)
{
  char *blanked = g_strdup (text);
  GHashTableIter iterator;
  gpointer part;

  g_hash_table_iter_init (&iterator, e->name_parts);
  while (g_hash_table_iter_next (&iterator, &part, NULL))
    {
      char *next = blank (blanked, part);

      g_free (blanked);
      blanked = next;
    }
  return blanked;
}

/* An action that touched the record may tell any part of its name. Another one is changed only when
 * it tells a whole name: others may be called Martin too. */
static gboolean
tells_name (Erasing *e, const char *text)
{
  g_autofree char *folded = mlg_fold (text);
  GHashTableIter iterator;
  gpointer name;

  g_hash_table_iter_init (&iterator, e->full_names);
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    {
      g_autofree char *rest = blank (folded, name);

      if (!g_str_equal (rest, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
clean_name (Erasing *e, gint64 action, gboolean touched, gboolean *found, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *blanked = NULL;

  if (!mlg_connection_get_text (e->db, &name, error, "SELECT name FROM action WHERE id=?1", "i",
                                action))
    return FALSE;
  if (name == NULL || (!touched && !tells_name (e, name)))
    return TRUE;
  blanked = blank_all (e, name);
  if (g_str_equal (blanked, name))
    return TRUE;
  *found = TRUE;
  return mlg_connection_execute (e->db, error, "UPDATE action SET name=?2 WHERE id=?1", "it",
                                 action, blanked);
}

/* Gets what is left of a changeset: %NULL for one that cannot be read. */
static gboolean
leave_out (Erasing *e, MlgChangeset *stored, MlgChangeset **rest, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *rest = mlg_changeset_without (stored, e->erased, e->db->kinds, &problem);
  if (*rest != NULL || g_error_matches (problem, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
clean_action (Erasing *e, gint64 action, gboolean *found, GError **error)
{
  g_autoptr (MlgChangeset) stored = NULL;
  g_autoptr (MlgChangeset) rest = NULL;
  gboolean touched;

  if (!load (e->db, action, &stored, error)
      || (stored != NULL && !leave_out (e, stored, &rest, error)))
    return FALSE;
  touched = rest == NULL || mlg_changeset_get_n (rest) != mlg_changeset_get_n (stored);
  if (touched && !store_rest (e->db, action, rest, error))
    return FALSE;
  *found |= touched;
  return clean_name (e, action, touched, found, error);
}

static gboolean
list_actions (MlgConnection *db, gboolean kept, GArray *actions, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, "SELECT id FROM action WHERE (changeset IS NOT NULL)=?1 ORDER BY id", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, kept);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 id = mlg_statement_get_integer (statement, 0);

      g_array_append_val (actions, id);
    }
  return step == MLG_STEP_DONE;
}

static gboolean
read_present_name (Erasing *e, gint64 id, GError **error)
{
  for (guint i = 0; i < e->kind->n_fields; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id=?1",
                                              e->kind->fields[i].name, e->kind->table);
      g_autofree char *part = NULL;

      if ((e->kind->fields[i].flags & MLG_FIELD_NAME) == 0
          || mlg_record_get_column (e->db, e->kind, i) < 0)
        continue;
      if (!mlg_connection_get_text (e->db, &part, error, sql, "i", id))
        return FALSE;
      if (part != NULL)
        add_name_part (e, part);
    }
  return TRUE;
}

static gboolean
read_present_full_name (Erasing *e, gint64 id, GError **error)
{
  g_autofree char *expression = mlg_kind_get_name_sql (e->kind, NULL);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id=?1", expression, e->kind->table);
  g_autofree char *name = NULL;

  if (!mlg_connection_get_text (e->db, &name, error, sql, "i", id))
    return FALSE;
  if (name != NULL)
    add_name (e, name);
  return TRUE;
}

static void
erasing_begin (Erasing *e, gint64 id)
{
  e->same = mlg_changes_new ();
  e->full_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  e->name_parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mlg_changes_add (e->same, e->kind, id);
}

/* Looks up what the record is and was called, and adds to what goes all that the history, in the
 * actions @kept, knows to have belonged to it. */
static gboolean
find_erased (Erasing *e, gint64 id, GArray *kept, GError **error)
{
  return read_present_name (e, id, error) && read_present_full_name (e, id, error)
         && list_actions (e->db, TRUE, kept, error) && find_all (e, kept, error);
}

/**
 * mlg_history_find_erased:
 * @kind: the kind of a record that may go
 * @erased: the record and its parts, which gets what else belonged to it in the past
 *
 * What mlg_history_erase() would take out of the history; nothing is written.
 */
gboolean
mlg_history_find_erased (
    MlgConnection *db, const MlgKind *kind, gint64 id, MlgChanges *erased, GError **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Erasing) e = { .db = db, .kind = kind, .erased = erased };

  erasing_begin (&e, id);
  return find_erased (&e, id, kept, error);
}

/**
 * mlg_history_erase:
 * @kind: the kind of the record that goes
 * @erased: the record and its parts, which gets what else belonged to it in the past
 * @found: set to %TRUE when a trace was found
 *
 * Takes every trace of a record out of the history: the actions stay, and can still be undone for
 * what else they changed. In the transaction that is open, before the record itself is deleted.
 */
gboolean
mlg_history_erase (MlgConnection *db,
                   const MlgKind *kind,
                   gint64 id,
                   MlgChanges *erased,
                   gboolean *found,
                   GError **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Erasing) e = { .db = db, .kind = kind, .erased = erased };

  erasing_begin (&e, id);
  if (!find_erased (&e, id, kept, error) || !list_actions (db, FALSE, dropped, error))
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    if (!clean_action (&e, g_array_index (kept, gint64, i), found, error))
      return FALSE;
  for (guint i = 0; i < dropped->len; i++)
    if (!clean_name (&e, g_array_index (dropped, gint64, i), FALSE, found, error))
      return FALSE;
  return mlg_history_recount (db, error);
}
