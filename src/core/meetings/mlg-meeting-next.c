/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-next.h"

#include <glib/gi18n-lib.h>

#include "mlg-agenda-item.h"
#include "mlg-hearing-question.h"
#include "mlg-invitation.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting-register.h"
#include "mlg-meeting-time.h"
#include "mlg-meeting.h"
#include "mlg-training-topic.h"
#include "mlg-meeting-example.h"
#include "store/mlg-action.h"

/* The same at another day: a draft, with an identity and a number of its own. */
static MlgRecord *
copy_meeting (MlgRecord *meeting, const char *day)
{
  static const guint own[] = { MLG_MEETING_STATE,       MLG_MEETING_NUMBER,
                               MLG_MEETING_UID,         MLG_MEETING_RECURRENCE_ID,
                               MLG_MEETING_SEQUENCE,    MLG_MEETING_CONVENED_ON,
                               MLG_MEETING_APPROVED_ON, MLG_MEETING_REOPEN_REASON,
                               MLG_MEETING_REPLY_BY,    MLG_MEETING_STARTS,
                               MLG_MEETING_ENDS,        MLG_MEETING_LAW_CHECKED_ON };
  const char *starts = mlg_record_get_text (meeting, MLG_MEETING_STARTS);
  const char *ends = mlg_record_get_text (meeting, MLG_MEETING_ENDS);
  gint64 minutes = mlg_moment_get_minutes_until (starts, ends);
  g_autofree char *new_starts = day != NULL ? mlg_moment_on_day (starts, day) : NULL;
  g_autofree char *new_ends = ends != NULL ? mlg_moment_add_minutes (new_starts, minutes) : NULL;
  MlgRecord *copy = mlg_record_copy (meeting);

  mlg_record_set_id (copy, 0);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    mlg_record_set_null (copy, own[i]);
  mlg_record_set_text (copy, MLG_MEETING_STARTS, new_starts);
  mlg_record_set_text (copy, MLG_MEETING_ENDS, new_ends);
  return copy;
}

/* Returns: (nullable): YYYY-MM-DD of a day as people write it. */
static char *
read_day (const char *day, GError **error)
{
  g_autoptr (MlgRecord) scratch = mlg_record_new (&mlg_meeting_kind);

  return mlg_record_parse (scratch, MLG_MEETING_REPLY_BY, day, error)
             ? g_strdup (mlg_record_get_text (scratch, MLG_MEETING_REPLY_BY))
             : NULL;
}

static gint64
add_copy (MlgConnection *db, gint64 meeting, const char *day, GError **error)
{
  g_autofree char *plain = day != NULL ? read_day (day, error) : NULL;
  g_autoptr (MlgRecord) record = NULL;
  g_autoptr (MlgRecord) copy = NULL;

  if ((day != NULL && plain == NULL)
      || (record = mlg_record_load (db, &mlg_meeting_kind, meeting, error)) == NULL)
    return 0;
  copy = copy_meeting (record, plain);
  return mlg_meeting_store (db, copy, error) ? mlg_record_get_id (copy) : 0;
}

/* Copies all records of a kind from one meeting to another, but for the fields of @left_out. */
static gboolean
copy_parts (MlgConnection *db,
            const MlgKind *kind,
            guint meeting_field,
            gint64 from,
            gint64 to,
            const guint *left_out,
            guint n_left_out,
            GError **error)
{
  g_autoptr (GPtrArray) parts =
      mlg_record_load_where (db, kind, error, "WHERE meeting=?1 ORDER BY id", "i", from);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_autoptr (MlgRecord) copy = mlg_record_copy (parts->pdata[i]);

      mlg_record_set_id (copy, 0);
      mlg_record_set_integer (copy, meeting_field, to);
      for (guint j = 0; j < n_left_out; j++)
        mlg_record_set_null (copy, left_out[j]);
      if (!mlg_meeting_store (db, copy, error))
        return FALSE;
    }
  return parts != NULL;
}

static gboolean
copy_agenda (MlgConnection *db, gint64 from, gint64 to, GError **error)
{
  static const guint said[] = { MLG_AGENDA_ITEM_REPORT, MLG_AGENDA_ITEM_STATE,
                                MLG_AGENDA_ITEM_CARRIED_FROM };

  return copy_parts (db, &mlg_agenda_item_kind, MLG_AGENDA_ITEM_MEETING, from, to, said,
                     G_N_ELEMENTS (said), error)
         && copy_parts (db, &mlg_hearing_question_kind, MLG_HEARING_QUESTION_MEETING, from, to,
                        NULL, 0, error)
         && copy_parts (db, &mlg_training_topic_kind, MLG_TRAINING_TOPIC_MEETING, from, to, NULL, 0,
                        error)
         && copy_parts (db, &mlg_meeting_example_kind, MLG_MEETING_EXAMPLE_MEETING, from, to, NULL,
                        0, error);
}

/* Whom one invites again: not the visitors. */
static gboolean
copy_invitees (MlgConnection *db, gint64 from, gint64 to, GError **error)
{
  static const guint kept[] = { MLG_INVITATION_BODY, MLG_INVITATION_PERSON,
                                MLG_INVITATION_FUNCTION };
  g_autoptr (GPtrArray) invitations =
      mlg_record_load_where (db, &mlg_invitation_kind, error,
                             "WHERE meeting=?1 AND visitor_name IS NULL ORDER BY id", "i", from);

  for (guint i = 0; invitations != NULL && i < invitations->len; i++)
    {
      g_autoptr (MlgRecord) copy = mlg_record_new (&mlg_invitation_kind);

      mlg_record_set_integer (copy, MLG_INVITATION_MEETING, to);
      for (guint j = 0; j < G_N_ELEMENTS (kept); j++)
        mlg_record_copy_value (copy, invitations->pdata[i], kept[j]);
      if (!mlg_record_insert (db, copy, error))
        return FALSE;
    }
  return invitations != NULL;
}

/**
 * mlg_meeting_duplicate:
 * @meeting: a meeting
 * @day: (nullable): the day of the new one, as people write dates; %NULL for none yet
 * @with_invitees: whether the same are invited
 *
 * Makes a draft like a meeting: its agenda without what was said, its questions and its topics. In an
 * action only.
 *
 * Returns: the new meeting; 0 with @error set
 */
gint64
mlg_meeting_duplicate (
    MlgConnection *db, gint64 meeting, const char *day, gboolean with_invitees, GError **error)
{
  gint64 copy;

  g_return_val_if_fail (mlg_connection_in_action (db), 0);

  copy = add_copy (db, meeting, day, error);
  if (copy == 0 || !copy_agenda (db, meeting, copy, error)
      || (with_invitees && !copy_invitees (db, meeting, copy, error)))
    return 0;
  return copy;
}

static gboolean
add_follow_up (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) actions = mlg_register_list_carried (db, meeting, error);
  g_autoptr (MlgRecord) item = NULL;

  if (actions == NULL || actions->len == 0)
    return actions != NULL;
  item = mlg_record_new (&mlg_agenda_item_kind);
  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, meeting);
  mlg_record_set_text (item, MLG_AGENDA_ITEM_TITLE, _ ("Follow-up of the actions"));
  mlg_record_set_text (item, MLG_AGENDA_ITEM_PURPOSE, "inform");
  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MINUTES, 10);
  return mlg_meeting_store (db, item, error);
}

/* What was not closed comes again, and says from where. */
static gboolean
carry_items (MlgConnection *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) items = mlg_record_load_where (
      db, &mlg_agenda_item_kind, error,
      "WHERE meeting=?1 AND coalesce(state,'open')='open' ORDER BY position, id", "i", from);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (MlgRecord) copy = mlg_record_copy (items->pdata[i]);

      mlg_record_set_id (copy, 0);
      mlg_record_set_integer (copy, MLG_AGENDA_ITEM_MEETING, to);
      mlg_record_set_integer (copy, MLG_AGENDA_ITEM_CARRIED_FROM,
                              mlg_record_get_id (items->pdata[i]));
      mlg_record_set_null (copy, MLG_AGENDA_ITEM_REPORT);
      mlg_record_set_null (copy, MLG_AGENDA_ITEM_POSITION);
      mlg_record_set_null (copy, MLG_AGENDA_ITEM_STARTS);
      if (!mlg_meeting_store (db, copy, error))
        return FALSE;
    }
  return items != NULL;
}

/**
 * mlg_meeting_make_next:
 * @meeting: a meeting of a series or of a group
 * @day: (nullable): the day of the next one, as people write dates
 *
 * Makes the next meeting of a series: a draft with the next number, the same invitees, an item to follow
 * up the actions that are still open, and the items that were not closed. In an action only.
 *
 * Returns: the new meeting; 0 with @error set: %MLG_STORE_ERROR_INVALID for a meeting of no series
 */
gint64
mlg_meeting_make_next (MlgConnection *db, gint64 meeting, const char *day, GError **error)
{
  gint64 in_series = 0, next;

  g_return_val_if_fail (mlg_connection_in_action (db), 0);

  if (!mlg_connection_get_integer (db, &in_series, error,
                                   "SELECT coalesce(series,grp) IS NOT NULL FROM meeting"
                                   " WHERE id=?1",
                                   "i", meeting))
    return 0;
  if (!in_series)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("The meeting is in no series: put it in one, or duplicate it"));
      return 0;
    }
  next = add_copy (db, meeting, day, error);
  if (next == 0 || !add_follow_up (db, next, error) || !carry_items (db, meeting, next, error)
      || !copy_invitees (db, meeting, next, error))
    return 0;
  return next;
}
