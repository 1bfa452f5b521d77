/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-agenda.h"

G_BEGIN_DECLS

/**
 * MlgMeetingRun:
 *
 * A meeting on its day: when it was started, which item is being dealt with and for how long the items
 * have been. Times are seconds of the clock (Unix time), lengths are seconds.
 */
typedef struct _MlgMeetingRun MlgMeetingRun;

/**
 * MlgMeetingPace:
 *
 * How a running meeting does against its agenda.
 */
typedef struct
{
  int current;         /* the item that is dealt with, by its place in the agenda; -1 for none */
  gint64 spent;        /* on it */
  gboolean has_length; /* whether the agenda says how long it may last, without which left is 0 */
  gint64 left;         /* of it; negative for what it runs over */
  gint64 elapsed;      /* since the meeting was started */
  gint64 planned;      /* what the agenda foresaw until here */
  gint64 ends;         /* when the meeting ends if what remains lasts as long as foreseen */
  gint64 late;         /* by how much that is after the end foreseen; negative for before */
} MlgMeetingPace;

MlgMeetingRun *mlg_meeting_run_new (void);
MlgMeetingRun *mlg_meeting_run_load (MlgConnection *db, gint64 meeting, GError **error);
void mlg_meeting_run_free (MlgMeetingRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMeetingRun, mlg_meeting_run_free)

void mlg_meeting_run_start (MlgMeetingRun *self, gint64 item, gint64 now);
void mlg_meeting_run_move (MlgMeetingRun *self, gint64 item, gint64 now);
void mlg_meeting_run_end (MlgMeetingRun *self, gint64 now);
gboolean mlg_meeting_run_is_running (const MlgMeetingRun *self);
gint64 mlg_meeting_run_get_item (const MlgMeetingRun *self);

MlgMeetingPace mlg_meeting_run_measure (const MlgMeetingRun *self,
                                        const MlgAgenda *agenda,
                                        gint64 starts,
                                        gint64 now);

gint64 mlg_meeting_find_start (const char *starts, const char *zone);

G_END_DECLS
