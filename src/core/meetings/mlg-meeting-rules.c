/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-rules.h"

#include <glib/gi18n-lib.h>

#include "mlg-agenda-item.h"
#include "mlg-document-content.h"
#include "mlg-hearing-answer.h"
#include "mlg-hearing-question.h"
#include "mlg-hearing.h"
#include "mlg-invitation.h"
#include "mlg-item-lapse.h"
#include "mlg-meeting-document.h"
#include "mlg-meeting-example.h"
#include "mlg-meeting.h"
#include "mlg-minutes-version.h"
#include "mlg-outcome.h"
#include "mlg-training-topic.h"

#define RIGHT(NAME) (1u << MLG_MEETING_##NAME)
#define PREPARE     (RIGHT (PLAN) | RIGHT (AGENDA) | RIGHT (INVITE) | RIGHT (REPORT) | RIGHT (ATTACH))

/* The rules: what a state allows beside following actions up, what may come next, and what people are
 * told when something is refused. */
static const struct
{
  const char *state;
  guint rights;
  const char *next[4];
  const char *refusal;
} rules[] = {
  { "draft",
    PREPARE,
    { "convened", "held", "cancelled", NULL },
    N_ ("The meeting is still a draft: convene it first") },
  { "convened",
    PREPARE | RIGHT (REPLY) | RIGHT (ATTEND),
    { "held", "draft", "cancelled", NULL },
    N_ ("The meeting is convened: make it a draft again first") },
  { "held",
    PREPARE | RIGHT (ATTEND),
    { "approved", "convened", NULL },
    N_ ("The meeting has been held: note who was there instead") },
  { "approved",
    RIGHT (ATTACH),
    { "locked", "held", NULL },
    N_ ("The minutes of the meeting are approved: reopen it with a reason first") },
  { "locked",
    0,
    { "approved", "held", NULL },
    N_ ("The meeting is locked: reopen it with a reason first") },
  { "cancelled",
    0,
    { "draft", NULL },
    N_ ("The meeting is called off: make it a draft again first") },
};

/* Which right it takes to change a field. A kind without a field of its own here has one right for all. */
static const struct
{
  const MlgKind *kind;
  int field; /* -1: all that have no line of their own */
  MlgMeetingRight right;
} fields[] = {
  { &mlg_meeting_kind, MLG_MEETING_CHAIR, MLG_MEETING_REPORT },
  { &mlg_meeting_kind, MLG_MEETING_SECRETARY, MLG_MEETING_REPORT },
  { &mlg_meeting_kind, MLG_MEETING_STATE, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_REOPEN_REASON, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_APPROVED_ON, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_UID, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_SEQUENCE, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_NOTES, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, MLG_MEETING_LAW_CHECKED_ON, MLG_MEETING_FOLLOW },
  { &mlg_meeting_kind, -1, MLG_MEETING_PLAN },
  { &mlg_agenda_item_kind, MLG_AGENDA_ITEM_REPORT, MLG_MEETING_REPORT },
  { &mlg_agenda_item_kind, MLG_AGENDA_ITEM_STATE, MLG_MEETING_REPORT },
  { &mlg_agenda_item_kind, MLG_AGENDA_ITEM_PRIVATE_NOTES, MLG_MEETING_FOLLOW },
  { &mlg_agenda_item_kind, -1, MLG_MEETING_AGENDA },
  { &mlg_invitation_kind, MLG_INVITATION_REPLY, MLG_MEETING_REPLY },
  { &mlg_invitation_kind, MLG_INVITATION_REPLIED_ON, MLG_MEETING_REPLY },
  { &mlg_invitation_kind, MLG_INVITATION_PROXY, MLG_MEETING_REPLY },
  { &mlg_invitation_kind, MLG_INVITATION_ATTENDANCE, MLG_MEETING_ATTEND },
  { &mlg_invitation_kind, MLG_INVITATION_ARRIVED, MLG_MEETING_ATTEND },
  { &mlg_invitation_kind, MLG_INVITATION_DEPARTED, MLG_MEETING_ATTEND },
  { &mlg_invitation_kind, MLG_INVITATION_VISITOR_NAME, MLG_MEETING_ATTEND },
  { &mlg_invitation_kind, MLG_INVITATION_VISITOR_BODY, MLG_MEETING_ATTEND },
  { &mlg_invitation_kind, MLG_INVITATION_CERTIFIED_ON, MLG_MEETING_FOLLOW },
  { &mlg_invitation_kind, MLG_INVITATION_NOTES, MLG_MEETING_FOLLOW },
  { &mlg_invitation_kind, -1, MLG_MEETING_INVITE },
  { &mlg_item_lapse_kind, -1, MLG_MEETING_REPORT },
  { &mlg_outcome_kind, MLG_OUTCOME_STATE, MLG_MEETING_FOLLOW },
  { &mlg_outcome_kind, MLG_OUTCOME_DONE_ON, MLG_MEETING_FOLLOW },
  { &mlg_outcome_kind, MLG_OUTCOME_PRIORITY, MLG_MEETING_FOLLOW },
  { &mlg_outcome_kind, -1, MLG_MEETING_REPORT },
  { &mlg_meeting_document_kind, -1, MLG_MEETING_ATTACH },
  { &mlg_meeting_example_kind, -1, MLG_MEETING_AGENDA },
  { &mlg_document_content_kind, -1, MLG_MEETING_ATTACH },
  { &mlg_hearing_question_kind, -1, MLG_MEETING_AGENDA },
  { &mlg_hearing_kind, -1, MLG_MEETING_REPORT },
  { &mlg_hearing_answer_kind, -1, MLG_MEETING_REPORT },
  { &mlg_training_topic_kind, -1, MLG_MEETING_AGENDA },
  { &mlg_minutes_version_kind, -1, MLG_MEETING_NEVER },
};

/* A meeting without a state is a draft. */
static guint
find_rule (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].state, state) == 0)
      return i;
  return 0;
}

/**
 * mlg_meeting_state_allows:
 * @state: (nullable): one of mlg_meeting_states; %NULL is a draft
 *
 * Returns: whether a meeting in this state may be changed in this way
 */
gboolean
mlg_meeting_state_allows (const char *state, MlgMeetingRight right)
{
  if (right == MLG_MEETING_FOLLOW)
    return TRUE;
  return right != MLG_MEETING_NEVER && (rules[find_rule (state)].rights & (1u << right)) != 0;
}

/**
 * mlg_meeting_state_list_next:
 * @state: (nullable): one of mlg_meeting_states
 *
 * Returns: (transfer none): the states that may follow, the usual one first; ended by %NULL
 */
const char *const *
mlg_meeting_state_list_next (const char *state)
{
  return rules[find_rule (state)].next;
}

/**
 * mlg_meeting_state_may_become:
 *
 * Returns: whether a meeting may go from one state to the other; to stay is no step, and allowed
 */
gboolean
mlg_meeting_state_may_become (const char *state, const char *next)
{
  guint from = find_rule (state);
  guint to = find_rule (next);

  return from == to || g_strv_contains (rules[from].next, rules[to].state);
}

/**
 * mlg_meeting_state_reopens:
 *
 * Returns: whether this step takes approved minutes back, which needs a reason
 */
gboolean
mlg_meeting_state_reopens (const char *state, const char *next)
{
  gboolean closed = g_strcmp0 (state, "approved") == 0 || g_strcmp0 (state, "locked") == 0;

  return closed && g_strcmp0 (next, "locked") != 0 && g_strcmp0 (state, next) != 0;
}

/**
 * mlg_meeting_check_right:
 *
 * Refuses with %MLG_STORE_ERROR_INVALID, and the reason, what a meeting in @state does not allow.
 */
gboolean
mlg_meeting_check_right (const char *state, MlgMeetingRight right, GError **error)
{
  if (mlg_meeting_state_allows (state, right))
    return TRUE;
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                       right == MLG_MEETING_NEVER
                           ? _ ("The kept versions of minutes cannot be changed")
                           : _ (rules[find_rule (state)].refusal));
  return FALSE;
}

/* -1 for kinds of other rooms. */
static int
find_right (const MlgKind *kind, int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == kind && (fields[i].field == field || fields[i].field == -1))
      return (int) fields[i].right;
  return -1;
}

/* By way of what a record is a part of. */
static gint64
follow (MlgConnection *db, const char *sql, gint64 id, GError **error)
{
  gint64 meeting = 0;

  if (!mlg_connection_get_integer (db, &meeting, error, sql, "i", id))
    return -1;
  return meeting;
}

/**
 * mlg_meeting_find_of:
 * @record: a record of any kind
 *
 * Returns: the meeting that the record is, or is a part of; 0 when it is of another room, or its
 *   meeting is not there; -1 with @error set
 */
gint64
mlg_meeting_find_of (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  int field;

  if (kind == &mlg_meeting_kind)
    return mlg_record_get_id (record);
  if (kind == &mlg_document_content_kind)
    return follow (db, "SELECT meeting FROM meeting_document WHERE id=?1",
                   mlg_record_get_integer (record, MLG_DOCUMENT_CONTENT_DOCUMENT), error);
  if (kind == &mlg_hearing_answer_kind)
    return follow (db, "SELECT meeting FROM hearing WHERE id=?1",
                   mlg_record_get_integer (record, MLG_HEARING_ANSWER_HEARING), error);
  if (find_right (kind, -1) < 0)
    return 0;
  field = mlg_kind_find_field (kind, "meeting");
  return field < 0 ? 0 : mlg_record_get_integer (record, (guint) field);
}

static gboolean
is_same (MlgRecord *before, MlgRecord *after, guint field)
{
  g_autofree char *old = before != NULL ? mlg_record_dup_plain (before, field) : NULL;
  g_autofree char *new = after != NULL ? mlg_record_dup_plain (after, field) : NULL;

  return g_strcmp0 (old, new) == 0;
}

/* A visitor is added by noting who is there; whatever else is added or removed takes the right of its
 * kind. */
static gboolean
check_existence (const char *state, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gboolean visitor =
      kind == &mlg_invitation_kind && !mlg_record_is_null (record, MLG_INVITATION_VISITOR_NAME);

  return mlg_meeting_check_right (
      state, visitor ? MLG_MEETING_ATTEND : (MlgMeetingRight) find_right (kind, -1), error);
}

static gboolean
check_fields (const char *state, MlgRecord *before, MlgRecord *after, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (after);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      int right = find_right (kind, (int) i);

      if (before == NULL && right == find_right (kind, -1))
        continue;
      if (!is_same (before, after, i)
          && !mlg_meeting_check_right (state, (MlgMeetingRight) right, error))
        return FALSE;
    }
  return TRUE;
}

/* What the state of the record's meeting says to the change. A new meeting has no state to ask. */
static gboolean
check_in_meeting (
    MlgConnection *db, MlgRecord *owner, MlgRecord *before, MlgRecord *after, GError **error)
{
  gint64 meeting = mlg_meeting_find_of (db, owner, error);
  g_autofree char *state = NULL;

  if (meeting <= 0)
    return meeting == 0;
  if (mlg_record_get_kind (owner) == &mlg_meeting_kind && (before == NULL || after == NULL))
    return TRUE;
  if (!mlg_connection_get_text (db, &state, error, "SELECT state FROM meeting WHERE id=?1", "i",
                                meeting))
    return FALSE;
  if ((before == NULL || after == NULL) && !check_existence (state, owner, error))
    return FALSE;
  return after == NULL || check_fields (state, before, after, error);
}

/**
 * mlg_meeting_check_change:
 * @before: (nullable): a record as it is stored; %NULL for a new one
 * @after: (nullable): the same as it is to be; %NULL when it is to be removed
 *
 * Refuses a change that the state of the meeting does not allow. Records of other rooms are not looked
 * at; a meeting itself may always be added and removed.
 *
 * Errors: %MLG_STORE_ERROR_INVALID, with what to do instead.
 */
gboolean
mlg_meeting_check_change (MlgConnection *db, MlgRecord *before, MlgRecord *after, GError **error)
{
  g_return_val_if_fail (before != NULL || after != NULL, FALSE);

  /* What moves to another meeting is asked of both. */
  if (before != NULL && !check_in_meeting (db, before, before, after, error))
    return FALSE;
  return after == NULL || check_in_meeting (db, after, before, after, error);
}
