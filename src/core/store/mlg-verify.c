/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-verify.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "mlg-changeset.h"
#include "mlg-connection-private.h"
#include "mlg-history-private.h"
#include "mlg-record-private.h"
#include "mlg-search.h"
#include "mlg-statement.h"

/* Whether a network file is sound, from its pages up to the meaning of its values. */

static void G_GNUC_PRINTF (3, 4)
    tell (MlgConnection *db, MlgIssueList *problems, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (problems, MLG_SEVERITY_ERROR, db->path, 0, 0, "%s", message);
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
        tell (db, problems, _ ("The file is damaged: %s"), text);
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
    tell (db, problems, _ ("%s %" PRId64 " refers to a record of %s that is not there"),
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
          tell (db, problems, _ ("The table %s has no column %s"), (*kind)->table,
                (*kind)->fields[i].name);
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
    tell (db, problems, "%s %" G_GINT64_FORMAT " (%s): %s", _ (mlg_record_get_kind (record)->title),
          mlg_record_get_id (record), name, wrong->message);
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
      check_record (db, record, problems);
    }
  return step == MLG_STEP_DONE;
}

static gboolean
check_history (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  g_autoptr (GPtrArray) entries = mlg_history_list (db, G_MAXINT, 0, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      MlgHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GError) unreadable = NULL;
      g_autoptr (MlgChangeset) changeset =
          mlg_history_load_changeset (db, mlg_history_entry_get_id (entry), &unreadable);

      if (changeset == NULL
          && !g_error_matches (unreadable, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
        tell (db, problems, _ ("The history of “%s” cannot be read: %s"),
              mlg_history_entry_get_name (entry), unreadable->message);
    }
  return entries != NULL;
}

static void
check_index (MlgConnection *db, MlgIssueList *problems)
{
  g_autoptr (GError) wrong = NULL;

  if (!db->read_only && !mlg_search_check (db, &wrong))
    tell (db, problems, _ ("The search index does not agree with the records; it can be repaired"));
}

/**
 * mlg_verify:
 * @problems: gets an error for each thing that is not as it should be
 *
 * Checks the pages of the file, its references, the tables against the descriptions, every value,
 * the history and, on a connection that may write, the search index. Changes nothing.
 *
 * Returns: %FALSE only when the checks could not be made
 */
gboolean
mlg_verify (MlgConnection *db, MlgIssueList *problems, GError **error)
{
  if (!check_pages (db, problems, error) || !check_references (db, problems, error)
      || !check_history (db, problems, error))
    return FALSE;
  check_index (db, problems);
  if (!check_tables (db, problems))
    return TRUE;
  for (const MlgKind *const *kind = db->kinds; *kind != NULL; kind++)
    if (!mlg_connection_report (db, -1, _ ("Checking"), error)
        || !check_values (db, *kind, problems, error))
      return FALSE;
  return TRUE;
}

/**
 * mlg_verify_repair:
 *
 * Mends what can be mended without a loss: makes the search index and the other indexes new, and
 * gives unused pages back.
 */
gboolean
mlg_verify_repair (MlgConnection *db, GError **error)
{
  return mlg_search_rebuild (db, error) && mlg_connection_exec (db, "REINDEX", error)
         && mlg_connection_exec (db, "VACUUM", error);
}
