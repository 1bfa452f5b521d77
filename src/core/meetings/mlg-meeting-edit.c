/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-agenda-item.h"
#include "mlg-hearing-question.h"
#include "mlg-invitation.h"
#include "mlg-meeting-rules.h"
#include "mlg-meeting-state.h"
#include "mlg-meeting-time.h"
#include "mlg-meeting.h"
#include "mlg-outcome.h"
#include "mlg-series.h"
#include "mlg-training-topic.h"
#include "mlg-meeting-example.h"
#include "store/mlg-action.h"

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
is_changed (MlgRecord *before, MlgRecord *after, guint field)
{
  g_autofree char *old = before != NULL ? mlg_record_dup_plain (before, field) : NULL;
  g_autofree char *new = mlg_record_dup_plain (after, field);

  return g_strcmp0 (old, new) != 0;
}

/* Meetings of a series, or those of a group that are in none, are numbered from 1. */
static gboolean
set_number (MlgConnection *db, MlgRecord *meeting, GError **error)
{
  gboolean in_series = !mlg_record_is_null (meeting, MLG_MEETING_SERIES);
  gint64 owner = mlg_record_get_integer (meeting, in_series ? MLG_MEETING_SERIES : MLG_MEETING_GRP);
  gint64 last = 0;

  if (owner == 0 || !mlg_record_is_null (meeting, MLG_MEETING_NUMBER))
    return TRUE;
  if (!mlg_connection_get_integer (
          db, &last, error,
          in_series ? "SELECT max(number) FROM meeting WHERE series=?1"
                    : "SELECT max(number) FROM meeting WHERE grp=?1 AND series IS NULL",
          "i", owner))
    return FALSE;
  mlg_record_set_integer (meeting, MLG_MEETING_NUMBER, last + 1);
  return TRUE;
}

/* What the series says, the meeting need not. */
static gboolean
take_from_series (MlgConnection *db, MlgRecord *meeting, GError **error)
{
  g_autoptr (MlgRecord) series = NULL;

  if (mlg_record_is_null (meeting, MLG_MEETING_SERIES))
    return TRUE;
  series = mlg_record_load (db, &mlg_series_kind,
                            mlg_record_get_integer (meeting, MLG_MEETING_SERIES), error);
  if (series == NULL)
    return FALSE;
  if (mlg_record_is_null (meeting, MLG_MEETING_TYPE))
    mlg_record_set_text (meeting, MLG_MEETING_TYPE, mlg_record_get_text (series, MLG_SERIES_TYPE));
  if (mlg_record_is_null (meeting, MLG_MEETING_GRP) && !mlg_record_is_null (series, MLG_SERIES_GRP))
    mlg_record_set_integer (meeting, MLG_MEETING_GRP,
                            mlg_record_get_integer (series, MLG_SERIES_GRP));
  return TRUE;
}

static gboolean
prepare_new_meeting (MlgConnection *db, MlgRecord *meeting, GError **error)
{
  if (mlg_record_is_null (meeting, MLG_MEETING_STATE))
    mlg_record_set_text (meeting, MLG_MEETING_STATE, "draft");
  if (mlg_meeting_state_reopens (mlg_record_get_text (meeting, MLG_MEETING_STATE), "draft"))
    return refuse (error, _ ("A new meeting has no approved minutes yet: add it as held"));
  if (mlg_record_is_null (meeting, MLG_MEETING_UID))
    {
      g_autofree char *uid = g_uuid_string_random ();

      mlg_record_set_text (meeting, MLG_MEETING_UID, uid);
    }
  if (mlg_record_is_null (meeting, MLG_MEETING_SEQUENCE))
    mlg_record_set_integer (meeting, MLG_MEETING_SEQUENCE, 0);
  return take_from_series (db, meeting, error) && set_number (db, meeting, error);
}

/* What calendars show: a change of it is a new revision there (RFC 5545, section 3.8.7.4). */
static void
raise_sequence (MlgRecord *before, MlgRecord *meeting)
{
  static const guint shown[] = { MLG_MEETING_TITLE, MLG_MEETING_STARTS,    MLG_MEETING_ENDS,
                                 MLG_MEETING_PLACE, MLG_MEETING_TIME_ZONE, MLG_MEETING_ADDRESS,
                                 MLG_MEETING_LINK,  MLG_MEETING_ALL_DAY,   MLG_MEETING_STATE };

  if (is_changed (before, meeting, MLG_MEETING_SEQUENCE))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (is_changed (before, meeting, shown[i]))
      {
        mlg_record_set_integer (meeting, MLG_MEETING_SEQUENCE,
                                mlg_record_get_integer (before, MLG_MEETING_SEQUENCE) + 1);
        return;
      }
}

static gboolean
prepare_meeting (MlgConnection *db, MlgRecord *before, MlgRecord *meeting, GError **error)
{
  const char *starts = mlg_record_get_text (meeting, MLG_MEETING_STARTS);
  const char *ends = mlg_record_get_text (meeting, MLG_MEETING_ENDS);

  if (starts != NULL && ends != NULL && strcmp (ends, starts) < 0)
    return refuse (error, _ ("The meeting cannot end before it starts"));
  if (before == NULL)
    return prepare_new_meeting (db, meeting, error);
  raise_sequence (before, meeting);
  return mlg_meeting_prepare_state (db, before, meeting, error) && set_number (db, meeting, error);
}

/* At the end, unless it says where. */
static gboolean
set_position (MlgConnection *db, MlgRecord *record, guint field, guint meeting, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max(position) FROM %s WHERE meeting=?1",
                                          mlg_record_get_kind (record)->table);
  gint64 last = 0;

  if (!mlg_record_is_null (record, field))
    return TRUE;
  if (!mlg_connection_get_integer (db, &last, error, sql, "i",
                                   mlg_record_get_integer (record, meeting)))
    return FALSE;
  mlg_record_set_integer (record, field, last + 1);
  return TRUE;
}

static gboolean
prepare_item (MlgConnection *db, MlgRecord *item, GError **error)
{
  if (mlg_record_is_null (item, MLG_AGENDA_ITEM_STATE))
    mlg_record_set_text (item, MLG_AGENDA_ITEM_STATE, "open");
  return set_position (db, item, MLG_AGENDA_ITEM_POSITION, MLG_AGENDA_ITEM_MEETING, error);
}

/* A function says who holds it, and where. */
static gboolean
take_from_function (MlgConnection *db, MlgRecord *invitation, GError **error)
{
  gint64 function = mlg_record_get_integer (invitation, MLG_INVITATION_FUNCTION);
  gint64 person = 0, body = 0;

  if (function == 0)
    return TRUE;
  if (!mlg_connection_get_integer (db, &person, error, "SELECT person FROM function WHERE id=?1",
                                   "i", function)
      || !mlg_connection_get_integer (db, &body, error, "SELECT body FROM function WHERE id=?1",
                                      "i", function))
    return FALSE;
  if (mlg_record_is_null (invitation, MLG_INVITATION_PERSON) && person != 0)
    mlg_record_set_integer (invitation, MLG_INVITATION_PERSON, person);
  if (mlg_record_is_null (invitation, MLG_INVITATION_BODY) && body != 0)
    mlg_record_set_integer (invitation, MLG_INVITATION_BODY, body);
  return TRUE;
}

static gboolean
check_double (MlgConnection *db, MlgRecord *invitation, GError **error)
{
  gint64 n = 0;
  gint64 person = mlg_record_get_integer (invitation, MLG_INVITATION_PERSON);

  if (!mlg_connection_get_integer (
          db, &n, error,
          person != 0 ? "SELECT count(*) FROM invitation WHERE meeting=?1 AND person=?2"
                      : "SELECT count(*) FROM invitation WHERE meeting=?1 AND body=?2"
                        " AND person IS NULL",
          "ii", mlg_record_get_integer (invitation, MLG_INVITATION_MEETING),
          person != 0 ? person : mlg_record_get_integer (invitation, MLG_INVITATION_BODY)))
    return FALSE;
  return n == 0 || refuse (error, _ ("They are invited to this meeting already"));
}

static gboolean
prepare_invitation (MlgConnection *db, MlgRecord *before, MlgRecord *invitation, GError **error)
{
  if (!take_from_function (db, invitation, error)
      || (before == NULL && !check_double (db, invitation, error)))
    return FALSE;
  if (is_changed (before, invitation, MLG_INVITATION_REPLY)
      && !is_changed (before, invitation, MLG_INVITATION_REPLIED_ON))
    {
      g_autofree char *today = make_today ();

      mlg_record_set_text (invitation, MLG_INVITATION_REPLIED_ON, today);
    }
  return TRUE;
}

static gboolean
check_item_of_outcome (MlgConnection *db, MlgRecord *outcome, GError **error)
{
  gint64 item = mlg_record_get_integer (outcome, MLG_OUTCOME_ITEM);
  gint64 meeting = 0;

  if (item == 0)
    return TRUE;
  if (!mlg_connection_get_integer (db, &meeting, error,
                                   "SELECT meeting FROM agenda_item WHERE id=?1", "i", item))
    return FALSE;
  return meeting == mlg_record_get_integer (outcome, MLG_OUTCOME_MEETING)
         || refuse (error, _ ("The agenda item is of another meeting"));
}

/* When an action was done, noted by its state. */
static gboolean
prepare_outcome (MlgConnection *db, MlgRecord *before, MlgRecord *outcome, GError **error)
{
  gboolean action = g_strcmp0 (mlg_record_get_text (outcome, MLG_OUTCOME_TYPE), "action") == 0;
  g_autofree char *today = make_today ();

  if (action && mlg_record_is_null (outcome, MLG_OUTCOME_STATE))
    mlg_record_set_text (outcome, MLG_OUTCOME_STATE, "open");
  if (is_changed (before, outcome, MLG_OUTCOME_STATE)
      && !is_changed (before, outcome, MLG_OUTCOME_DONE_ON))
    {
      gboolean done = g_strcmp0 (mlg_record_get_text (outcome, MLG_OUTCOME_STATE), "done") == 0;

      mlg_record_set_text (outcome, MLG_OUTCOME_DONE_ON, done ? today : NULL);
    }
  return check_item_of_outcome (db, outcome, error);
}

static gboolean
prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_meeting_kind)
    return prepare_meeting (db, before, record, error);
  if (kind == &mlg_agenda_item_kind)
    return prepare_item (db, record, error);
  if (kind == &mlg_hearing_question_kind)
    return set_position (db, record, MLG_HEARING_QUESTION_POSITION, MLG_HEARING_QUESTION_MEETING,
                         error);
  if (kind == &mlg_training_topic_kind)
    return set_position (db, record, MLG_TRAINING_TOPIC_POSITION, MLG_TRAINING_TOPIC_MEETING,
                         error);
  if (kind == &mlg_meeting_example_kind)
    return set_position (db, record, MLG_MEETING_EXAMPLE_POSITION, MLG_MEETING_EXAMPLE_MEETING,
                         error);
  if (kind == &mlg_invitation_kind)
    return prepare_invitation (db, before, record, error);
  return kind != &mlg_outcome_kind || prepare_outcome (db, before, record, error);
}

/**
 * mlg_meeting_store:
 * @record: a record of any kind: new when it has no id, else changed
 *
 * Writes a record, when the state of its meeting allows it, with what follows: a new meeting gets its
 * number and its identity in calendars, an item its place at the end, a reply its day, an action that is
 * done the day it was; a changed meeting gets a new revision in calendars; a change of state is held
 * against the rules, and approving keeps a version of the minutes. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID, with what to do instead.
 */
gboolean
mlg_meeting_store (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gint64 id = mlg_record_get_id (record);
  g_autoptr (MlgRecord) before = NULL;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  if (id != 0 && (before = mlg_record_load (db, kind, id, error)) == NULL)
    return FALSE;
  if (!mlg_meeting_check_change (db, before, record, error) || !prepare (db, before, record, error))
    return FALSE;
  return before != NULL ? mlg_record_update (db, record, error)
                        : mlg_record_insert (db, record, error);
}

/**
 * mlg_meeting_remove:
 *
 * Removes a record of any kind with what belongs to it, when the state of its meeting allows it. A
 * whole meeting may be removed in any state. In an action only.
 */
gboolean
mlg_meeting_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, kind, id, error);

  return record != NULL && mlg_meeting_check_change (db, record, NULL, error)
         && mlg_record_remove (db, kind, id, error);
}

/**
 * mlg_meeting_set_state:
 * @state: one of mlg_meeting_states
 * @reason: (nullable): why, which reopening asks for
 *
 * Takes a meeting to another state. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the rules do not allow it, or a reason is missing.
 */
gboolean
mlg_meeting_set_state (
    MlgConnection *db, gint64 meeting, const char *state, const char *reason, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);

  if (record == NULL || !mlg_record_parse (record, MLG_MEETING_STATE, state, error))
    return FALSE;
  if (reason != NULL)
    mlg_record_set_text (record, MLG_MEETING_REOPEN_REASON, reason);
  return mlg_meeting_store (db, record, error);
}

/**
 * mlg_meeting_add_visitor:
 * @name: as they gave it
 * @body: (nullable): where they said they come from
 *
 * Notes somebody who came without an invitation. In an action only.
 *
 * Returns: the invitation; 0 with @error set
 */
gint64
mlg_meeting_add_visitor (
    MlgConnection *db, gint64 meeting, const char *name, const char *body, GError **error)
{
  g_autoptr (MlgRecord) visitor = mlg_record_new (&mlg_invitation_kind);

  mlg_record_set_integer (visitor, MLG_INVITATION_MEETING, meeting);
  if (!mlg_record_parse (visitor, MLG_INVITATION_VISITOR_NAME, name, error)
      || !mlg_record_parse (visitor, MLG_INVITATION_VISITOR_BODY, body, error))
    return 0;
  mlg_record_set_text (visitor, MLG_INVITATION_ATTENDANCE, "visitor");
  return mlg_meeting_store (db, visitor, error) ? mlg_record_get_id (visitor) : 0;
}

/**
 * mlg_invitation_set_attendance:
 * @attendance: (nullable): one of mlg_attendances; %NULL for not known
 *
 * Notes whether somebody came. In an action only.
 */
gboolean
mlg_invitation_set_attendance (MlgConnection *db,
                               gint64 invitation,
                               const char *attendance,
                               GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_invitation_kind, invitation, error);

  return record != NULL && mlg_record_parse (record, MLG_INVITATION_ATTENDANCE, attendance, error)
         && mlg_meeting_store (db, record, error);
}
