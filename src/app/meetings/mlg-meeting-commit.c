/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-commit.h"

#include "meetings/mlg-meeting-edit.h"
#include "widgets/mlg-record-rules.h"

/* The records of meetings, written by the rules of their state. */
static const MlgRecordRules rules = { mlg_meeting_store, mlg_meeting_remove };

/**
 * mlg_meeting_commit:
 * @widget: where the person writes, in a window
 * @record: a record of a meeting, as it is shown
 * @text: (nullable): what the person wrote
 *
 * See #MlgFieldCommit: changes one field of any record of a meeting, as an action of its own.
 *
 * Returns: %FALSE with @error set when @text is not right for the field
 */
gboolean
mlg_meeting_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error)
{
  return mlg_record_rules_commit (&rules, widget, record, field, text, error);
}

/**
 * mlg_meeting_commit_fields:
 * @fields: ended by %NULL: the names of fields that have a row
 *
 * Has the rows of these fields written by the rules of meetings.
 */
void
mlg_meeting_commit_fields (MlgFieldForm *form, const char *const *fields)
{
  for (; *fields != NULL; fields++)
    mlg_field_row_set_commit (mlg_field_form_get_row (form, *fields), mlg_meeting_commit);
}

/**
 * mlg_meeting_commit_new:
 * @record: a new record of a meeting
 * @done: (nullable): what to say then
 *
 * Adds a record to a meeting, as an action.
 */
void
mlg_meeting_commit_new (GtkWidget *widget, MlgRecord *record, const char *done)
{
  mlg_record_rules_add (&rules, widget, record, done);
}

/**
 * mlg_meeting_commit_removal:
 * @record: a record of a meeting
 * @done: (nullable): what to say then, with a way to take it back
 *
 * Removes a record of a meeting, as an action.
 */
void
mlg_meeting_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done)
{
  mlg_record_rules_remove (&rules, widget, record, done);
}
