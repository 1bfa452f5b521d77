/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What a meeting allows in each of its states:
 *
 *   draft → convened → held → minutes approved → locked
 *
 * with steps back, of which those that reopen minutes ask for a reason; and called off, from which it
 * starts again as a draft. */

/**
 * MlgMeetingRight:
 * @MLG_MEETING_PLAN: to say when, where, by whom
 * @MLG_MEETING_AGENDA: to add, order and change items, questions and topics
 * @MLG_MEETING_INVITE: to invite and to take invitations back
 * @MLG_MEETING_REPLY: to note replies
 * @MLG_MEETING_ATTEND: to note who is there
 * @MLG_MEETING_REPORT: to write minutes, decisions and actions
 * @MLG_MEETING_ATTACH: to attach documents
 * @MLG_MEETING_FOLLOW: to follow actions up, and what is nobody else's business
 * @MLG_MEETING_NEVER: what only the program itself writes
 *
 * What one may want to do with a meeting.
 */
typedef enum
{
  MLG_MEETING_PLAN,
  MLG_MEETING_AGENDA,
  MLG_MEETING_INVITE,
  MLG_MEETING_REPLY,
  MLG_MEETING_ATTEND,
  MLG_MEETING_REPORT,
  MLG_MEETING_ATTACH,
  MLG_MEETING_FOLLOW,
  MLG_MEETING_NEVER,
} MlgMeetingRight;

gboolean mlg_meeting_state_allows (const char *state, MlgMeetingRight right);
gboolean mlg_meeting_state_may_become (const char *state, const char *next);
gboolean mlg_meeting_state_reopens (const char *state, const char *next);
const char *const *mlg_meeting_state_list_next (const char *state);

gboolean mlg_meeting_check_right (const char *state, MlgMeetingRight right, GError **error);
gboolean
mlg_meeting_check_change (MlgConnection *db, MlgRecord *before, MlgRecord *after, GError **error);
gint64 mlg_meeting_find_of (MlgConnection *db, MlgRecord *record, GError **error);

G_END_DECLS
