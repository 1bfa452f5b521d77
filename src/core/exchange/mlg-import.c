/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-import-private.h"
#include "mlg-import-ahead.h"
#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-record-sql.h"

/* The planning of all rows, and the writing of what was planned, in one action. */

enum
{
  WORTH_A_BACKUP = 1000,
  ROWS_BETWEEN_REPORTS = 512
};

static void
copy_issues (MlgIssueList *to, MlgIssueList *from)
{
  for (guint i = 0; i < mlg_issue_list_get_n (from); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (from, i);

      mlg_issue_list_add (to, issue->severity, issue->file, issue->line, issue->column, "%s",
                          issue->message);
    }
}

/* A row that was too broken to be cut into cells was read and skipped, as any that says nothing. */
static void
count_left_aside (MlgImportPlan *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const MlgImportFile *file = self->files->pdata[i];

      if (file->table == NULL)
        continue;
      self->result.read += mlg_table_get_n_left_aside (file->table);
      self->result.skipped += mlg_table_get_n_left_aside (file->table);
    }
}

static void
clear (MlgImportPlan *self, MlgConnection *db, guint n_rows)
{
  mlg_import_lookup_clear (&self->lookup);
  mlg_import_plan_empty (self, n_rows);
  g_array_set_size (self->customs, 0);
  g_hash_table_remove_all (self->written);
  mlg_issue_list_unref (self->issues);
  self->issues = mlg_issue_list_new ();
  self->result = (MlgImportResult){ 0 };
  self->lookup.db = db;
  self->lookup.joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lookup.links = g_array_new (FALSE, FALSE, sizeof (MlgImportLink));
  copy_issues (self->issues, self->reading);
  count_left_aside (self);
}

static gboolean
check_mapping (MlgImportFile *file, GError **error)
{
  const MlgKind *kind = mlg_mapping_get_kind (file->mapping);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MLG_FIELD_REQUIRED) != 0
        && mlg_mapping_find_column (file->mapping, i) < 0)
      {
        g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                     _ ("%s: no column goes to “%s”: say which one"), file->file,
                     _ (kind->fields[i].title));
        return FALSE;
      }
  return TRUE;
}

/* A column that goes nowhere is told once; one without a heading or without a cell is no loss. */
static void
report_columns (MlgImportPlan *self, MlgImportFile *file)
{
  for (guint i = 0; i < mlg_table_get_n_columns (file->table); i++)
    {
      gboolean filled = FALSE;

      if (mlg_mapping_get_target (file->mapping, i).kind != NULL)
        continue;
      for (guint row = 0; !filled && row < mlg_table_get_n_rows (file->table); row++)
        filled = *mlg_table_get_cell (file->table, row, i) != '\0';
      if (filled)
        mlg_issue_list_add (self->issues, MLG_SEVERITY_NOTE, file->file, 0, (int) i + 1,
                            _ ("the column “%s” goes to no field: it is left aside"),
                            mlg_table_get_heading (file->table, i));
    }
}

static gboolean
is_skipped (MlgImportPlan *self, const MlgImportRow *row)
{
  const MlgImportChoice *choice = mlg_import_plan_get_choice (self, row);

  return choice != NULL && choice->deed == MLG_IMPORT_DEED_SKIP;
}

static gboolean
plan_entry (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  if (is_skipped (self, row))
    {
      row->deed = MLG_IMPORT_DEED_SKIP;
      self->result.skipped++;
      self->result.unchanged++;
      return TRUE;
    }
  if (!mlg_record_validate (row->record, NULL, &wrong))
    {
      row->deed = MLG_IMPORT_DEED_REFUSE;
      self->result.skipped++;
      mlg_import_plan_complain (self, MLG_SEVERITY_ERROR, row, 1, "%s", wrong->message);
      return TRUE;
    }
  if (mlg_record_get_kind (row->record) == &mlg_person_kind)
    return mlg_import_plan_person (self, row, entry, error);
  return mlg_record_get_kind (row->record) == &mlg_body_kind
             ? mlg_import_plan_body (self, row, entry, error)
             : mlg_import_plan_other (self, row, entry, error);
}

static gboolean
plan_row (MlgImportPlan *self, MlgImportFile *file, MlgImportAhead *ahead, guint i, GError **error)
{
  const MlgVcard *card = file->cards != NULL ? file->cards->pdata[i] : NULL;
  MlgImportRow row = { .file = file->file, .first_issue = mlg_issue_list_get_n (self->issues) };
  MlgImportEntry *entry = card != NULL ? mlg_import_entry_from_card (card, file->file, self->issues)
                                       : mlg_import_ahead_next (ahead, self->issues);
  gboolean done = TRUE;

  row.line = card != NULL ? card->line : mlg_table_get_line (file->table, i, 0);
  self->result.read++;
  if (entry == NULL)
    {
      row.deed = MLG_IMPORT_DEED_SKIP;
      self->result.skipped++;
    }
  else
    {
      g_ptr_array_add (self->entries, entry);
      row.record = g_object_ref (entry->record);
      done = plan_entry (self, &row, entry, error);
    }
  row.n_issues = mlg_issue_list_get_n (self->issues) - row.first_issue;
  g_array_append_val (self->rows, row);
  return done;
}

static guint
count_rows (const MlgImportFile *file)
{
  return file->cards != NULL ? file->cards->len : mlg_table_get_n_rows (file->table);
}

static gboolean
plan_file (MlgImportPlan *self, MlgImportFile *file, guint total, GError **error)
{
  guint n = count_rows (file);
  g_autoptr (MlgImportAhead) ahead = NULL;

  if (file->table != NULL)
    {
      if (!check_mapping (file, error))
        return FALSE;
      if (!mlg_import_customs_guess (self, file, error))
        return FALSE;
      report_columns (self, file);
      ahead = mlg_import_ahead_new (file->table, file->mapping);
    }
  for (guint i = 0; i < n; i++)
    {
      if (i % ROWS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (self->lookup.db, 0.5 * self->rows->len / MAX (total, 1),
                                     _ ("Reading the rows"), error))
        return FALSE;
      if (!plan_row (self, file, ahead, i, error))
        return FALSE;
    }
  return TRUE;
}

/* Tells two states of the network file apart: whatever is written is an action. */
static char *
get_stamp (MlgConnection *db, GError **error)
{
  char *stamp = NULL;

  if (!mlg_connection_get_text (
          db, &stamp, error,
          "SELECT coalesce(max(id),0) || '-' || coalesce(sum(undone),0) FROM action", ""))
    return NULL;
  return stamp;
}

/**
 * mlg_import_plan_refresh:
 * @db: the network file; only read
 *
 * Plans all rows again, from the files, the mappings, the mode and the choices as they are now. Reports
 * its progress and can be cancelled. Outside an action.
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING when no column goes to a required field, or a store error.
 */
gboolean
mlg_import_plan_refresh (MlgImportPlan *self, MlgConnection *db, GError **error)
{
  g_autofree char *stamp = get_stamp (db, error);
  guint total = 0;

  if (stamp == NULL)
    return FALSE;
  g_clear_pointer (&self->stamp, g_free);
  for (guint i = 0; i < self->files->len; i++)
    total += count_rows (self->files->pdata[i]);
  clear (self, db, total);
  for (guint i = 0; i < self->files->len; i++)
    if (!plan_file (self, self->files->pdata[i], total, error))
      return FALSE;
  mlg_import_plan_links (self);
  mlg_import_lookup_clear (&self->lookup);
  self->stamp = g_steal_pointer (&stamp);
  return TRUE;
}

/* Gathers the new records of one kind that come next, which are written together. */
static void
gather_new (MlgImportPlan *self, guint first, GPtrArray *records)
{
  const MlgImportWrite *write = &g_array_index (self->writes, MlgImportWrite, first);
  const MlgKind *kind = mlg_record_get_kind (write->record);
  guint most = MIN (self->writes->len - first, ROWS_BETWEEN_REPORTS);

  g_ptr_array_set_size (records, 0);
  for (; records->len < most && write->fresh && mlg_record_get_kind (write->record) == kind;
       write++)
    g_ptr_array_add (records, write->record);
}

/* Writes the new records that come next, or changes one that is there.
 *
 * Returns: how many were written; 0 with @error set */
static guint
write_some (MlgImportPlan *self, MlgConnection *db, guint first, GPtrArray *records, GError **error)
{
  MlgRecord *record = g_array_index (self->writes, MlgImportWrite, first).record;

  gather_new (self, first, records);
  if (records->len == 0)
    return mlg_record_update (db, record, error) ? 1 : 0;
  return mlg_record_insert_all (db, (MlgRecord *const *) records->pdata, records->len, error)
             ? records->len
             : 0;
}

static gboolean
write_records (MlgConnection *db, gpointer data, GError **error)
{
  MlgImportPlan *self = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  guint n = self->writes->len, next_report = 0;

  for (guint i = 0, written; i < n; i += written)
    {
      if (i >= next_report
          && !mlg_connection_report (db, 0.5 + 0.5 * i / n, _ ("Writing the records"), error))
        return FALSE;
      next_report = (i / ROWS_BETWEEN_REPORTS + 1) * ROWS_BETWEEN_REPORTS;
      written = write_some (self, db, i, records, error);
      if (written == 0)
        return FALSE;
    }
  return mlg_import_customs_write (self, db, error);
}

/* The action as the history and the Undo button name it. */
static char *
make_name (const MlgKind *kind, guint n)
{
  if (kind == &mlg_body_kind)
    return g_strdup_printf (ngettext ("Import %'u member", "Import %'u members", n), n);
  if (kind == &mlg_person_kind)
    return g_strdup_printf (ngettext ("Import %'u person", "Import %'u people", n), n);
  return g_strdup_printf (ngettext ("Import %'u record", "Import %'u records", n), n);
}

static guint
count_deeds (const MlgImportResult *result)
{
  return result->added + result->merged + result->replaced;
}

/**
 * mlg_import_apply:
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Does what was planned, in one action; a backup is made before a large one. Plans again before, if
 * the network file or the plan changed since. Reports its progress and can be cancelled; nothing is
 * left then. Outside an action. A plan is applied once.
 *
 * Errors: those of mlg_import_plan_refresh(), or a store error.
 */
gboolean
mlg_import_apply (MlgImportPlan *self, MlgConnection *db, MlgChanges **changes, GError **error)
{
  g_autofree char *stamp = get_stamp (db, error);
  g_autofree char *name = NULL;

  if (stamp == NULL
      || (g_strcmp0 (stamp, self->stamp) != 0 && !mlg_import_plan_refresh (self, db, error)))
    return FALSE;
  if (self->writes->len >= WORTH_A_BACKUP && !mlg_backup_make_before (db, MLG_BACKUP_IMPORT, error))
    return FALSE;
  name = make_name (self->kind, count_deeds (&self->result));
  g_clear_pointer (&self->stamp, g_free);
  return mlg_connection_act (db, name, write_records, self, changes, error);
}

static MlgMapping *
copy_mapping (MlgTable *table, MlgMapping *mapping)
{
  MlgMapping *copy = mlg_mapping_guess (table, mlg_mapping_get_kind (mapping));

  for (guint i = 0; i < mlg_mapping_get_n_columns (mapping); i++)
    {
      MlgTarget target = mlg_mapping_get_target (mapping, i);

      if (target.kind != NULL)
        mlg_mapping_set_target (copy, i, &target);
      else if (mlg_mapping_get_target (copy, i).kind != NULL)
        mlg_mapping_set_target (copy, i, &MLG_TARGET_NOWHERE);
    }
  return copy;
}

/**
 * mlg_import_run:
 * @table: the rows
 * @mapping: where its columns go; says the kind of record too
 * @mode: what to do with what is there already
 * @dry_run: only tell what would be done
 * @issues: gets what is wrong, odd or left aside, with its line and column
 * @result: (out caller-allocates): the counts
 * @changes: (out) (optional) (transfer full): what changed; not set by a dry run
 *
 * Plans an import and applies it. A value that is not right is left out with a warning; a row without
 * what is required is left out with an error.
 *
 * Errors: those of mlg_import_apply().
 */
gboolean
mlg_import_run (MlgConnection *db,
                MlgTable *table,
                MlgMapping *mapping,
                MlgImportMode mode,
                gboolean dry_run,
                MlgIssueList *issues,
                MlgImportResult *result,
                MlgChanges **changes,
                GError **error)
{
  g_autoptr (MlgImportPlan) plan = mlg_import_plan_new (mlg_mapping_get_kind (mapping), mode);
  gboolean done;

  mlg_import_plan_add_table (plan, table, copy_mapping (table, mapping));
  done = mlg_import_plan_refresh (plan, db, error)
         && (dry_run || mlg_import_apply (plan, db, changes, error));
  *result = plan->result;
  copy_issues (issues, plan->issues);
  return done;
}
