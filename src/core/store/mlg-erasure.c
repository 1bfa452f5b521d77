/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-erasure-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-action-private.h"
#include "mlg-backup-private.h"
#include "mlg-connection-private.h"
#include "mlg-history-private.h"
#include "mlg-record-parts.h"
#include "mlg-record-private.h"
#include "mlg-search.h"
#include "mlg-statement.h"

/* Erasing a record for privacy (GDPR, article 17): everywhere, for good. The rows, the history and
 * the search index are changed in one transaction, which also leaves a tombstone and a note that the
 * erasure is not finished. What follows can be done again after a crash: the file is written anew
 * without its unused room, its log is emptied, and each backup gets the same treatment. Only then
 * does the note go. */

static void
mlg_tombstone_free (gpointer data)
{
  MlgTombstone *tombstone = data;

  g_free (tombstone->kind);
  g_free (tombstone->erased_on);
  g_free (tombstone->reason);
  g_free (tombstone);
}

/* Returns: (transfer full) (element-type MlgTombstone): what was ever erased */
GPtrArray *
mlg_tombstone_list (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (mlg_tombstone_free);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, "SELECT id, kind, erased_on, reason FROM tombstone ORDER BY id", error);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgTombstone *tombstone = g_new0 (MlgTombstone, 1);

      tombstone->id = mlg_statement_get_integer (statement, 0);
      tombstone->kind = g_strdup (mlg_statement_get_text (statement, 1));
      tombstone->erased_on = g_strdup (mlg_statement_get_text (statement, 2));
      tombstone->reason = g_strdup (mlg_statement_get_text (statement, 3));
      g_ptr_array_add (list, tombstone);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
add_tombstone (MlgConnection *db, const MlgTombstone *tombstone, GError **error)
{
  return mlg_connection_execute (db, error,
                                 "INSERT OR IGNORE INTO tombstone(id, kind, erased_on, reason)"
                                 " VALUES(?1,?2,?3,?4)",
                                 "ittt", tombstone->id, tombstone->kind, tombstone->erased_on,
                                 tombstone->reason);
}

static gboolean
count_rows (MlgConnection *db, GArray *parts, gboolean *found, GError **error)
{
  const MlgRecordKey key = g_array_index (parts, MlgRecordKey, 0);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id=?1", key.kind->table);
  gint64 there = 0;

  if (!mlg_connection_get_integer (db, &there, error, sql, "i", key.id))
    return FALSE;
  *found |= there || parts->len > 1;
  return TRUE;
}

static void
note_parts (GArray *parts, MlgChanges *erased)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const MlgRecordKey key = g_array_index (parts, MlgRecordKey, i);

      mlg_changes_add (erased, key.kind, key.id);
    }
}

/* Takes the rows and the history; adds to @erased what went. A file in an older schema may not know
 * the kind yet. */
static gboolean
take_out (MlgConnection *db,
          const MlgKind *kind,
          gint64 id,
          MlgChanges *erased,
          gboolean *found,
          GError **error)
{
  g_autoptr (GArray) parts = NULL;

  if (mlg_record_get_column (db, kind, 0) < 0)
    return TRUE;
  parts = mlg_record_list_parts (db, kind, id, error);
  if (parts == NULL || !count_rows (db, parts, found, error))
    return FALSE;
  note_parts (parts, erased);
  return mlg_history_erase (db, kind, id, erased, found, error)
         && mlg_record_delete_parts (db, parts, error);
}

/* Notes that traces may be left outside the tables. In the transaction that is open. */
gboolean
mlg_erasure_note_pending (MlgConnection *db, GError **error)
{
  return mlg_connection_execute (
      db, error, "INSERT OR REPLACE INTO property(name, value) VALUES('erasure-pending','1')", "");
}

static gboolean
is_known (MlgConnection *db, const MlgTombstone *tombstone, gboolean *known, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (db, &n, error, "SELECT count(*) FROM tombstone WHERE id=?1", "i",
                                   tombstone->id))
    return FALSE;
  *known = n > 0;
  return TRUE;
}

static gboolean
apply_one (MlgConnection *db,
           const MlgTombstone *tombstone,
           gboolean again,
           gboolean *found,
           GError **error)
{
  const MlgKind *kind = mlg_kind_find (db->kinds, tombstone->kind);
  g_autoptr (MlgChanges) erased = mlg_changes_new ();
  gboolean known;

  if (!is_known (db, tombstone, &known, error))
    return FALSE;
  if (kind == NULL || (known && !again))
    return TRUE;
  *found |= !known;
  return take_out (db, kind, tombstone->id, erased, found, error)
         && add_tombstone (db, tombstone, error);
}

/* Words stay in the segments of the index until they are merged: it is made anew. A file that was
 * left in the middle of a migration has none. */
static gboolean
make_index_anew (MlgConnection *db, GError **error)
{
  gint64 there = 0;

  if (!mlg_connection_get_integer (db, &there, error,
                                   "SELECT count(*) FROM sqlite_schema WHERE name='search'", ""))
    return FALSE;
  return !there || mlg_search_rebuild (db, error);
}

/* Erases in a file what was erased in another one, or earlier. In the transaction that is open.
 * @again: also what this file knows to be erased
 * @found: set to %TRUE when something was changed */
gboolean
mlg_tombstone_apply (
    MlgConnection *db, GPtrArray *tombstones, gboolean again, gboolean *found, GError **error)
{
  /* A table whose columns could not be read must not pass for one that is not there. */
  if (!mlg_record_learn_columns (db, error))
    return FALSE;
  for (guint i = 0; i < tombstones->len; i++)
    if (!apply_one (db, tombstones->pdata[i], again, found, error))
      return FALSE;
  return !*found || make_index_anew (db, error);
}

/**
 * mlg_erasure_foresee:
 * @kind: the kind of a record
 * @erased: gets the record, its parts, and what the history knows to have belonged to it
 *
 * What mlg_erase() would take; nothing is written. In the thread of the connection.
 *
 * Returns: %FALSE with @error set when the file cannot be read
 */
gboolean
mlg_erasure_foresee (
    MlgConnection *db, const MlgKind *kind, gint64 id, MlgChanges *erased, GError **error)
{
  g_autoptr (GArray) parts = mlg_record_list_parts (db, kind, id, error);

  if (parts == NULL)
    return FALSE;
  note_parts (parts, erased);
  return mlg_history_find_erased (db, kind, id, erased, error);
}

static MlgTombstone *
make_tombstone (const MlgKind *kind, gint64 id, const char *reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MlgTombstone *tombstone = g_new0 (MlgTombstone, 1);

  tombstone->id = id;
  tombstone->kind = g_strdup (kind->name);
  tombstone->erased_on = g_date_time_format (now, "%Y-%m-%d");
  tombstone->reason = g_strdup (reason);
  return tombstone;
}

static gboolean
erase (MlgConnection *db,
       const MlgKind *kind,
       gint64 id,
       const char *reason,
       MlgChanges *erased,
       GError **error)
{
  MlgTombstone *tombstone = make_tombstone (kind, id, reason);
  gboolean found = FALSE;
  gboolean done = take_out (db, kind, id, erased, &found, error);

  if (done && !found)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                   _ ("%s %" PRId64 ": there is no such record"), _ (kind->title), id);
      done = FALSE;
    }
  done = done && add_tombstone (db, tombstone, error) && make_index_anew (db, error)
         && mlg_erasure_note_pending (db, error);
  mlg_tombstone_free (tombstone);
  return done;
}

/**
 * mlg_erase:
 * @reason: (nullable): why, without a name: "request", "review"
 * @left: gets a warning for each place that could not be cleaned yet: it is tried again each time the
 *   file is opened
 * @changes: (out) (optional) (transfer full): what is gone
 *
 * Erases a record with its parts: from the tables, the history (also from the names of actions), the
 * search index, the unused pages, the log and the backups in the folder of backups. It leaves a
 * tombstone: a backup from elsewhere that is restored later is cleaned too. This is no action: it
 * cannot be undone. Reports its progress; cancelling leaves all as it was before it is erased from
 * the file, and warnings in @left afterwards. Outside an action; in the writer's thread.
 *
 * Errors: %MLG_STORE_ERROR_MISSING when there is neither such a record nor a trace of one. Nothing is
 * changed then.
 */
gboolean
mlg_erase (MlgConnection *db,
           const MlgKind *kind,
           gint64 id,
           const char *reason,
           MlgIssueList *left,
           MlgChanges **changes,
           GError **error)
{
  g_autoptr (MlgChanges) erased = mlg_changes_new ();
  g_autoptr (GError) unfinished = NULL;

  g_return_val_if_fail (db->action == NULL, FALSE);

  if (!mlg_connection_report (db, -1, _ ("Erasing"), error)
      || !mlg_connection_begin_transaction (db, error))
    return FALSE;
  if (!erase (db, kind, id, reason, erased, error)
      || !mlg_connection_commit_transaction (db, error))
    {
      mlg_connection_rollback_transaction (db);
      return FALSE;
    }
  if (changes != NULL)
    *changes = g_steal_pointer (&erased);
  if (!mlg_erasure_finish (db, left, &unfinished))
    mlg_issue_list_add (left, MLG_SEVERITY_WARNING, db->path, 0, 0,
                        _ ("Traces are left in the file for now: %s"), unfinished->message);
  return TRUE;
}

/**
 * mlg_erasure_is_pending:
 * @pending: (out): whether an erasure is not finished
 */
gboolean
mlg_erasure_is_pending (MlgConnection *db, gboolean *pending, GError **error)
{
  gint64 n = 0;

  *pending = FALSE;
  if (!mlg_connection_get_integer (
          db, &n, error, "SELECT count(*) FROM property WHERE name='erasure-pending'", ""))
    return FALSE;
  *pending = n > 0;
  return TRUE;
}

/* The log keeps old pages until it starts anew, which waits for readers. */
static gboolean
empty_log (MlgConnection *db, GError **error)
{
  gint64 busy = 0;

  if (!mlg_connection_get_integer (db, &busy, error, "PRAGMA wal_checkpoint(TRUNCATE)", ""))
    return FALSE;
  if (!busy)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED,
               _ ("%s: another program is reading it: close it there"), db->path);
  return FALSE;
}

/**
 * mlg_erasure_finish:
 * @left: gets a warning for each backup that could not be cleaned
 *
 * Finishes an erasure that is pending: nothing happens when there is none.
 */
gboolean
mlg_erasure_finish (MlgConnection *db, MlgIssueList *left, GError **error)
{
  gboolean pending, cleaned = FALSE;

  if (!mlg_erasure_is_pending (db, &pending, error))
    return FALSE;
  if (!pending)
    return TRUE;
  if (!mlg_connection_exec (db, "VACUUM", error) || !empty_log (db, error)
      || !mlg_backup_erase (db, left, &cleaned, error))
    return FALSE;
  return !cleaned
         || mlg_connection_execute (db, error, "DELETE FROM property WHERE name='erasure-pending'",
                                    "");
}
