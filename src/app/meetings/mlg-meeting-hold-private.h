/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meetings/mlg-meeting-run.h"
#include "mlg-agenda-reading.h"
#include "mlg-meeting-attendance.h"
#include "mlg-meeting-day-window.h"
#include "mlg-meeting-hold.h"
#include "mlg-meeting-progress.h"
#include "mlg-meeting-stage.h"
#include "mlg-note-taker.h"
#include "mlg-outcome-list.h"
#include "widgets/mlg-field-row.h"
#include "widgets/mlg-live-read.h"

G_BEGIN_DECLS

/* The tab of the day itself: the clock and what is dealt with, notes, who is there, and the agenda.
 *
 * How it is used by #MlgMeetingDetails, its only owner: mlg_meeting_hold_set_store() is called once when
 * the tab is first looked at; mlg_meeting_hold_set_meeting() each time another meeting is chosen, %NULL
 * for none. The meeting is the record that the whole page shares: it is kept as it is in the store, and
 * tells its changes by "notify"; its state says what may be done (mlg_meeting_state_allows()). The agenda,
 * the notes and the attendance are read by themselves and follow the store. When the meeting was started,
 * how long its items took and what was noted is in the file at once (mlg-meeting-day.h): the program may end
 * in between, and goes on where it was. */
struct _MlgMeetingHold
{
  GtkWidget parent_instance;
  MlgLiveRead *agenda;         /* (owned) (nullable) of MlgAgendaReading */
  MlgLiveRead *outcomes;       /* (owned) (nullable) of GPtrArray of MlgRegisterEntry */
  MlgRecord *meeting;          /* (owned) (nullable) */
  MlgRecord *item;             /* (owned) (nullable) the one that is dealt with, for its row */
  MlgLiveRead *run;            /* (owned) (nullable) of MlgMeetingRun */
  MlgMeetingRun *none;         /* (owned) one that was not started, until the stored one is read */
  MlgMeetingDayWindow *window; /* (unowned) (nullable) while it is open */
  guint ticking;               /* source id; 0 for none */
  gboolean writable;

  MlgMeetingStage *stage;
  GtkWidget *start_button;
  GtkWidget *running_box;
  GtkWidget *notes_group;
  MlgNoteTaker *note_taker;
  MlgOutcomeList *notes;
  GtkWidget *item_group;
  MlgFieldRow *report_row;
  MlgFieldRow *private_row;
  MlgMeetingAttendance *attendance;
  MlgMeetingProgress *progress;
};

MlgRecord *mlg_meeting_hold_get_item (MlgMeetingHold *self, int i);
int mlg_meeting_hold_get_current (MlgMeetingHold *self);
void mlg_meeting_hold_show_all (MlgMeetingHold *self);
void mlg_meeting_hold_place_notes (MlgMeetingHold *self);
void mlg_meeting_hold_show_time (MlgMeetingHold *self);
void mlg_meeting_hold_close_window (MlgMeetingHold *self);
void mlg_meeting_hold_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
