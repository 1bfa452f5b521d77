/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-verify.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-changeset.h"
#include "mlg-connection-private.h"
#include "mlg-erasure-private.h"
#include "mlg-history-private.h"
#include "mlg-record-private.h"
#include "mlg-search.h"
#include "mlg-statement.h"

/* Whether a network file is sound, from its pages up to the meaning of its values. What can be
 * repaired without a loss is a warning, what cannot an error. */

static void G_GNUC_PRINTF (4, 5)
    tell (MlgConnection *db, MlgIssueList *problems, MlgSeverity severity, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (problems, severity, db->path, 0, 0, "%s", message);
}

/* What SQLite tells of indexes and of pages that nobody uses is made anew from the tables, which are
 * whole; anything else is a damage of the tables themselves. */
static gboolean
is_repairable (const char *problem)
{
  return g_str_has_prefix (problem, "wrong # of entries in index")
         || (g_str_has_prefix (problem, "row ") && strstr (problem, " missing from index ") != NULL)
         || g_str_has_prefix (problem, "non-unique entry in index")
         || g_str_has_suffix (problem, " is never used")
         || g_str_has_prefix (problem, "Freelist: ");
}

static gboolean
check_pages (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "PRAGMA integrity_check(100)", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      const char *text = mlg_statement_get_text (statement, 0);

      if (!g_str_equal (text, "ok"))
        tell (db, problems, is_repairable (text) ? MLG_SEVERITY_WARNING : MLG_SEVERITY_ERROR,
              _ ("The file is damaged: %s"), text);
    }
  return step == MLG_STEP_DONE;
}

static gboolean
check_references (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (db, "PRAGMA foreign_key_check", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    tell (db, problems, MLG_SEVERITY_ERROR,
          _ ("%s %" PRId64 " refers to a record of %s that is not there"),
          mlg_statement_get_text (statement, 0), mlg_statement_get_integer (statement, 1),
          mlg_statement_get_text (statement, 2));
  return step == MLG_STEP_DONE;
}

static gboolean
check_tables (MlgConnection *db, MlgIssueList *problems)
{
  gboolean whole = TRUE;

  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      if (mlg_record_get_column (db, *kind, i) < 0)
        {
          tell (db, problems, MLG_SEVERITY_ERROR, _ ("The table %s has no column %s"),
                (*kind)->table, (*kind)->fields[i].name);
          whole = FALSE;
        }
  return whole;
}

static void
check_record (MlgConnection *db, MlgRecord *record, MlgIssueList *problems)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *name = mlg_record_dup_name (record);

  if (!mlg_record_validate (record, NULL, &wrong))
    tell (db, problems, MLG_SEVERITY_ERROR, "%s %" G_GINT64_FORMAT " (%s): %s",
          _ (mlg_record_get_kind (record)->title), mlg_record_get_id (record), name,
          wrong->message);
}

static gboolean
check_values (MlgConnection *db, const MlgKind *kind, MlgIssueList *problems, GError **error)
{
  g_autofree char *sql = mlg_record_write_select (db, kind, "ORDER BY id");
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (MlgRecord) record = mlg_record_new (kind);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      mlg_record_set_id (record, mlg_statement_get_integer (statement, 0));
      mlg_record_read_row (record, statement, 1);
      /* The same record serves for all rows: that the one before was right says nothing of this one. */
      mlg_record_set_checked (record, FALSE);
      check_record (db, record, problems);
    }
  return step == MLG_STEP_DONE;
}

static void
check_entry (MlgConnection *db, MlgHistoryEntry *entry, MlgIssueList *problems)
{
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (MlgChangeset) changeset =
      mlg_history_load_changeset (db, mlg_history_entry_get_id (entry), &unreadable);

  if (changeset != NULL)
    mlg_changeset_visit (changeset, NULL, NULL, &unreadable);
  if (unreadable != NULL && !g_error_matches (unreadable, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
    tell (db, problems, MLG_SEVERITY_WARNING, _ ("The history of “%s” cannot be read: %s"),
          mlg_history_entry_get_name (entry), unreadable->message);
}

static gboolean
check_history (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (GPtrArray) entries = mlg_history_list (db, G_MAXINT, 0, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    check_entry (db, entries->pdata[i], problems);
  return entries != NULL;
}

static gboolean
check_index (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  if (db->read_only || mlg_search_check (db, &wrong))
    return TRUE;
  if (!g_error_matches (wrong, MLG_STORE_ERROR, MLG_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  tell (db, problems, MLG_SEVERITY_WARNING, _ ("The search index does not agree with the records"));
  return TRUE;
}

/**
 * mlg_verify_history_size:
 * @right: (out): whether the room that the history takes is what the file remembers
 */
gboolean
mlg_verify_history_size (MlgConnection *db, gboolean *right, GError **error)
{
  gint64 counted = 0, remembered = 0;

  if (!mlg_connection_get_integer (db, &counted, error, "SELECT sum(size) FROM action", "")
      || !mlg_history_get_size (db, &remembered, error))
    return FALSE;
  /* A file that has never counted does so at its next action. */
  *right = remembered < 0 || remembered == counted;
  return TRUE;
}

static gboolean
check_size (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  gboolean right;

  if (!mlg_verify_history_size (db, &right, error))
    return FALSE;
  if (!right)
    tell (db, problems, MLG_SEVERITY_WARNING, _ ("The size of the history is not what it was"));
  return TRUE;
}

static gboolean
check_tombstone (MlgConnection *db,
                 MlgIssueList *problems,
                 const MlgTombstone *tombstone,
                 GError **error)
{
  const MlgKind *kind = mlg_kind_find (db->kinds, tombstone->kind);
  g_autofree char *sql = NULL;
  gint64 there = 0;

  if (kind == NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id=?1", kind->table);
  if (!mlg_connection_get_integer (db, &there, error, sql, "i", tombstone->id))
    return FALSE;
  if (there)
    tell (db, problems, MLG_SEVERITY_WARNING,
          _ ("%s %" PRId64 " is there again, though it was erased for privacy"), _ (kind->title),
          tombstone->id);
  return TRUE;
}

static gboolean
check_erasures (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (GPtrArray) tombstones = mlg_tombstone_list (db, error);
  gboolean pending;

  if (tombstones == NULL || !mlg_erasure_is_pending (db, &pending, error))
    return FALSE;
  for (guint i = 0; i < tombstones->len; i++)
    if (!check_tombstone (db, problems, tombstones->pdata[i], error))
      return FALSE;
  if (pending)
    tell (db, problems, MLG_SEVERITY_WARNING,
          _ ("What was erased for privacy has left traces in the file or in its backups"));
  return TRUE;
}

/**
 * mlg_verify:
 * @problems: gets an error for each thing that is not as it should be, or a warning if
 *   mlg_verify_repair() can mend it
 *
 * Checks the pages of the file, its references, the tables against the descriptions, every value,
 * the history, what was erased and, on a connection that may write, the search index. Changes nothing.
 *
 * Returns: %FALSE only when the checks could not be made
 */
gboolean
mlg_verify (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  if (!check_pages (db, problems, error) || !check_references (db, problems, error)
      || !check_history (db, problems, error) || !check_size (db, problems, error)
      || !check_index (db, problems, error))
    return FALSE;
  if (!check_tables (db, problems))
    return TRUE;
  if (!check_erasures (db, problems, error))
    return FALSE;
  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    if (!mlg_connection_report (db, -1, _ ("Checking"), error)
        || !check_values (db, *kind, problems, error))
      return FALSE;
  return TRUE;
}
