/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-commit.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-edit.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"

/* The records of meetings, written as one action each by the rules of their state: whatever is refused is
 * told with its reason. */

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  guint field;
  char *text;        /* (owned) (nullable) as the person wrote it */
  MlgRecord *record; /* (owned) (nullable) a new one */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->text);
  g_clear_object (&deed->record);
  g_free (deed);
}

/* The record is read again where it is written, so that only this field changes. */
static gboolean
write_field (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  g_autoptr (MlgRecord) record = mlg_record_load (db, deed->kind, deed->id, error);

  return record != NULL && mlg_record_parse (record, deed->field, deed->text, error)
         && mlg_meeting_store (db, record, error);
}

static gboolean
write_new (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_meeting_store (db, ((Deed *) data)->record, error);
}

static gboolean
write_removal (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_remove (db, deed->kind, deed->id, error);
}

static char *
dup_name (MlgRecord *record)
{
  g_autofree char *name = mlg_record_dup_name (record);

  return name != NULL && *name != '\0' ? g_steal_pointer (&name)
                                       : g_strdup (_ (mlg_record_get_kind (record)->title));
}

static Deed *
deed_new (MlgRecord *record)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->kind = mlg_record_get_kind (record);
  deed->id = mlg_record_get_id (record);
  return deed;
}

static void
start (GtkWidget *widget, MlgRecord *record, guint field, const char *text)
{
  g_autofree char *name = dup_name (record);
  /* Translators: an action: the title of a field and the name of a record: Change “E-mail” of Lille. */
  g_autofree char *action = g_strdup_printf (
      _ ("Change “%s” of %s"), _ (mlg_record_get_kind (record)->fields[field].title), name);
  Deed *deed = deed_new (record);

  deed->field = field;
  deed->text = g_strdup (text);
  mlg_host_act (mlg_host_find (widget), action, write_field, deed, deed_free, NULL);
}

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
  g_autoptr (MlgRecord) changed = mlg_record_copy (record);

  if (!mlg_record_parse (changed, field, text, error)
      || !mlg_record_validate (changed, NULL, error))
    return FALSE;
  if (!mlg_record_equal (changed, record))
    start (widget, record, field, text);
  return TRUE;
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
  g_autofree char *name = dup_name (record);
  g_autofree char *action = g_strdup_printf (_ ("Add %s"), name);
  Deed *deed = deed_new (record);

  deed->record = mlg_record_copy (record);
  mlg_host_act (mlg_host_find (widget), action, write_new, deed, deed_free, done);
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
  g_autofree char *name = dup_name (record);
  /* Translators: an action; %s is the name of what is removed. */
  g_autofree char *action = g_strdup_printf (_ ("Remove %s"), name);

  mlg_host_act (mlg_host_find (widget), action, write_removal, deed_new (record), deed_free, done);
}
