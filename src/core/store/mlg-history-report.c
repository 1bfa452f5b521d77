/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-report.h"

#include <glib/gi18n-lib.h>

#include "mlg-connection-private.h"
#include "mlg-record-sql.h"

/**
 * mlg_record_report_free:
 * @report: (transfer full): what was done to a record
 *
 * Frees a report with its lines.
 */
void
mlg_record_report_free (MlgRecordReport *report)
{
  g_free (report->name);
  g_ptr_array_unref (report->lines);
  g_free (report);
}

/* The name that a record has now; an empty one when it is gone. */
static char *
find_name (MlgConnection *db, const MlgKind *kind, gint64 id)
{
  g_autoptr (MlgRecord) record = kind != NULL ? mlg_record_load (db, kind, id, NULL) : NULL;

  return record != NULL ? mlg_record_dup_name (record) : g_strdup ("");
}

static char *
find_referred_name (MlgConnection *db, const MlgField *field, const char *plain)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);
  char *name = find_name (db, kind, g_ascii_strtoll (plain, NULL, 10));

  if (*name != '\0')
    return name;
  g_free (name);
  return g_strdup (_ ("a record that is gone"));
}

/**
 * mlg_field_change_display:
 * @change: a change of one field
 * @plain: (nullable): its value before or after
 *
 * A value of a change as people read it: the title of a code, the name of the record that is referred to,
 * a date in their form. One that the field no longer takes is shown as it is. In the thread of the
 * connection.
 *
 * Returns: (transfer full) (nullable): the words; %NULL for no value
 */
char *
mlg_field_change_display (MlgConnection *db, const MlgFieldChange *change, const char *plain)
{
  g_autoptr (MlgRecord) scratch = NULL;
  guint field = (guint) (change->field - change->kind->fields);

  if (plain == NULL || *plain == '\0')
    return NULL;
  if (change->field->type == MLG_FIELD_REFERENCE)
    return find_referred_name (db, change->field, plain);
  scratch = mlg_record_new (change->kind);
  return mlg_record_parse (scratch, field, plain, NULL) ? mlg_record_dup_display (scratch, field)
                                                        : g_strdup (plain);
}

static char *
write_line (MlgConnection *db, const MlgFieldChange *change)
{
  g_autofree char *before = mlg_field_change_display (db, change, change->before);
  g_autofree char *after = mlg_field_change_display (db, change, change->after);
  const char *title = _ (change->field->title);

  if (before != NULL && after != NULL)
    /* Translators: a field, its value before a change and the one after. */
    return g_strdup_printf (_ ("%s: %s → %s"), title, before, after);
  if (after != NULL)
    /* Translators: a field and its value. */
    return g_strdup_printf (_ ("%s: %s"), title, after);
  if (before != NULL && change->operation == MLG_RECORD_CHANGED)
    /* Translators: a field and the value that was taken out. */
    return g_strdup_printf (_ ("%s: %s removed"), title, before);
  return before != NULL ? g_strdup_printf (_ ("%s: %s"), title, before) : NULL;
}

/* A record that is gone has the name that its last values give. */
static char *
name_from_changes (GPtrArray *changes, guint first)
{
  const MlgFieldChange *start = changes->pdata[first];
  g_autoptr (MlgRecord) scratch = mlg_record_new (start->kind);

  for (guint i = first; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];
      const char *plain = change->before != NULL ? change->before : change->after;

      if (change->kind != start->kind || change->id != start->id)
        break;
      if (plain != NULL)
        mlg_record_parse (scratch, (guint) (change->field - change->kind->fields), plain, NULL);
    }
  return mlg_record_dup_name (scratch);
}

static MlgRecordReport *
start_report (MlgConnection *db, GPtrArray *changes, guint first)
{
  const MlgFieldChange *change = changes->pdata[first];
  MlgRecordReport *report = g_new0 (MlgRecordReport, 1);

  report->kind = change->kind;
  report->id = change->id;
  report->operation = change->operation == MLG_RECORD_ADDED     ? MLG_REPORT_ADDED
                      : change->operation == MLG_RECORD_REMOVED ? MLG_REPORT_REMOVED
                                                                : MLG_REPORT_CHANGED;
  report->lines = g_ptr_array_new_with_free_func (g_free);
  report->name = find_name (db, change->kind, change->id);
  if (*report->name == '\0')
    {
      g_free (report->name);
      report->name = name_from_changes (changes, first);
    }
  return report;
}

/**
 * mlg_history_report:
 * @action: an action of the history
 * @limit: about how many fields at the most
 *
 * Tells what an action did, record by record, with the names and values that people read: those of
 * references too. Fields that the program keeps for itself are left out.
 *
 * Returns: (transfer full) (element-type MlgRecordReport): in the order of the action
 */
GPtrArray *
mlg_history_report (MlgConnection *db, gint64 action, guint limit, GError **error)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_record_report_free);
  g_autoptr (GPtrArray) changes = mlg_history_describe (db, action, limit, error);
  MlgRecordReport *report = NULL;

  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];
      char *line;

      if (report == NULL || report->kind != change->kind || report->id != change->id)
        g_ptr_array_add (reports, report = start_report (db, changes, i));
      if ((change->field->flags & MLG_FIELD_INTERNAL) == 0
          && (line = write_line (db, change)) != NULL)
        g_ptr_array_add (report->lines, line);
    }
  return g_steal_pointer (&reports);
}

/* The last action that is not undone; 0 for none. */
static gboolean
find_present (MlgConnection *db, gint64 *action, GError **error)
{
  *action = 0;
  return mlg_connection_get_integer (db, action, error,
                                     "SELECT ifnull(max(id),0) FROM action WHERE undone=0", "");
}

/**
 * mlg_history_travel:
 * @action: an action of the history, undone or not
 * @changes: (out) (optional) (transfer full): that everything may have changed
 *
 * Goes back, or forward again, to the state just after an action: undoes the later ones or does the
 * undone ones again, one by one. What was reached before an error stays reached, as after so many
 * calls of mlg_history_undo().
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT as mlg_history_undo().
 */
gboolean
mlg_history_travel (MlgConnection *db, gint64 action, MlgChanges **changes, GError **error)
{
  gint64 present, before = -1;
  gboolean well;

  if (changes != NULL)
    {
      *changes = mlg_changes_new ();
      mlg_changes_add_everything (*changes);
    }
  while ((well = find_present (db, &present, error)) && present != action && present != before)
    {
      before = present;
      well = present > action ? mlg_history_undo (db, NULL, NULL, error)
                              : mlg_history_redo (db, NULL, NULL, error);
      if (!well)
        break;
    }
  return well;
}
