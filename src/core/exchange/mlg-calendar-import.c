/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-calendar-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "mlg-calendar.h"
#include "store/mlg-action.h"

/* Meetings from the events of a calendar: recognised by their identifier and their occurrence, updated by
 * what is newer (RFC 5546, section 2.1.5). */
typedef struct
{
  MlgConnection *db;
  const char *name; /* of the file */
  const char *type; /* of new meetings */
  MlgCalendarResult *result;
  MlgIssueList *issues;
} Importing;

static void
skip (Importing *im, const MlgCalendarEvent *event, MlgSeverity severity, const char *why)
{
  im->result->skipped++;
  mlg_issue_list_add (im->issues, severity, im->name, event->line, 0, "%s: %s", event->title, why);
}

static MlgRecord *
find_known (Importing *im, const MlgCalendarEvent *event, GError **error)
{
  g_autoptr (GPtrArray) found = mlg_record_load_where (
      im->db, &mlg_meeting_kind, error, "WHERE uid=?1 AND recurrence_id IS ?2 ORDER BY id LIMIT 1",
      "tt", event->uid, event->recurrence_id);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* A link that is none is a part of the notes. */
static void
set_link (MlgRecord *meeting, const MlgCalendarEvent *event)
{
  if (event->link != NULL && !mlg_record_parse (meeting, MLG_MEETING_LINK, event->link, NULL)
      && mlg_record_is_null (meeting, MLG_MEETING_NOTES))
    mlg_record_set_text (meeting, MLG_MEETING_NOTES, event->link);
}

/* What a calendar knows of a meeting; the rest stays. */
static void
take_event (MlgRecord *meeting, const MlgCalendarEvent *event)
{
  mlg_record_set_text (meeting, MLG_MEETING_TITLE, event->title);
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, event->starts);
  mlg_record_set_text (meeting, MLG_MEETING_ENDS, event->ends);
  mlg_record_set_text (meeting, MLG_MEETING_TIME_ZONE, event->time_zone);
  mlg_record_set_boolean (meeting, MLG_MEETING_ALL_DAY, event->all_day);
  /* Places and their addresses are one text in calendars. */
  if (mlg_record_is_null (meeting, MLG_MEETING_ADDRESS))
    mlg_record_set_text (meeting, MLG_MEETING_PLACE, event->place);
  if (mlg_record_is_null (meeting, MLG_MEETING_OBJECTIVE))
    mlg_record_set_text (meeting, MLG_MEETING_OBJECTIVE, event->description);
  set_link (meeting, event);
  mlg_record_set_integer (meeting, MLG_MEETING_SEQUENCE, event->sequence);
}

static MlgRecord *
make_meeting (Importing *im, const MlgCalendarEvent *event)
{
  MlgRecord *meeting = mlg_record_new (&mlg_meeting_kind);

  mlg_record_set_text (meeting, MLG_MEETING_TYPE, im->type);
  mlg_record_set_text (meeting, MLG_MEETING_UID, event->uid);
  mlg_record_set_text (meeting, MLG_MEETING_RECURRENCE_ID, event->recurrence_id);
  take_event (meeting, event);
  return meeting;
}

/* What the rules of meetings refuse is told, and the other events go on. */
static gboolean
store (Importing *im,
       const MlgCalendarEvent *event,
       MlgRecord *meeting,
       guint *counter,
       GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (mlg_meeting_store (im->db, meeting, &refusal))
    {
      (*counter)++;
      return TRUE;
    }
  if (!g_error_matches (refusal, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  skip (im, event, MLG_SEVERITY_WARNING, refusal->message);
  return TRUE;
}

static gboolean
cancel (Importing *im, const MlgCalendarEvent *event, MlgRecord *known, GError **error)
{
  if (g_strcmp0 (mlg_record_get_text (known, MLG_MEETING_STATE), "cancelled") == 0)
    {
      skip (im, event, MLG_SEVERITY_NOTE, _ ("it is called off already"));
      return TRUE;
    }
  mlg_record_set_text (known, MLG_MEETING_STATE, "cancelled");
  mlg_record_set_integer (
      known, MLG_MEETING_SEQUENCE,
      MAX (event->sequence, mlg_record_get_integer (known, MLG_MEETING_SEQUENCE) + 1));
  return store (im, event, known, &im->result->cancelled, error);
}

static gboolean
update (Importing *im, const MlgCalendarEvent *event, MlgRecord *known, GError **error)
{
  g_autoptr (MlgRecord) before = mlg_record_copy (known);

  if (event->sequence < mlg_record_get_integer (known, MLG_MEETING_SEQUENCE))
    {
      skip (im, event, MLG_SEVERITY_NOTE, _ ("the meeting is newer than this event"));
      return TRUE;
    }
  if (event->cancelled)
    return cancel (im, event, known, error);
  take_event (known, event);
  if (mlg_record_equal (known, before))
    {
      im->result->skipped++;
      return TRUE;
    }
  return store (im, event, known, &im->result->updated, error);
}

static gboolean
import_event (Importing *im, const MlgCalendarEvent *event, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MlgRecord) known = find_known (im, event, &failure);
  g_autoptr (MlgRecord) meeting = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known != NULL)
    return update (im, event, known, error);
  if (event->cancelled)
    {
      skip (im, event, MLG_SEVERITY_NOTE, _ ("it is called off, and was not known"));
      return TRUE;
    }
  meeting = make_meeting (im, event);
  return store (im, event, meeting, &im->result->added, error);
}

/* What cancels a whole series names no occurrence: it cancels them all. */
static gboolean
cancel_series (Importing *im, const MlgCalendarEvent *event, GError **error)
{
  g_autoptr (GPtrArray) found = mlg_record_load_where (
      im->db, &mlg_meeting_kind, error, "WHERE uid=?1 AND recurrence_id IS NOT NULL ORDER BY id",
      "t", event->uid);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (event->sequence >= mlg_record_get_integer (found->pdata[i], MLG_MEETING_SEQUENCE)
        && !cancel (im, event, found->pdata[i], error))
      return FALSE;
  return found != NULL;
}

/**
 * mlg_calendar_import:
 * @events: (element-type MlgCalendarEvent): what mlg_calendar_read() gave
 * @name: the name of the file, for issues
 * @type: one of mlg_meeting_types, for meetings that are not known yet
 * @result: (out): what was done
 * @issues: gets what was left aside, and why
 *
 * Makes meetings of events. Those known by their identifier are updated, when the event is not older, or
 * called off; new ones are drafts. In an action only.
 */
gboolean
mlg_calendar_import (MlgConnection *db,
                     GPtrArray *events,
                     const char *name,
                     const char *type,
                     MlgCalendarResult *result,
                     MlgIssueList *issues,
                     GError **error)
{
  Importing im = { db, name, type, result, issues };

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  *result = (MlgCalendarResult){ .read = events->len };
  for (guint i = 0; i < events->len; i++)
    {
      const MlgCalendarEvent *event = events->pdata[i];

      if (event->cancelled && event->recurrence_id == NULL && !cancel_series (&im, event, error))
        return FALSE;
      if (!import_event (&im, event, error)
          || !mlg_connection_report (db, (double) (i + 1) / events->len, NULL, error))
        return FALSE;
    }
  return TRUE;
}
