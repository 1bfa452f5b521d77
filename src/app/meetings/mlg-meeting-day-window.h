/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-meeting-stage.h"
#include "mlg-note-taker.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_DAY_WINDOW (mlg_meeting_day_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgMeetingDayWindow, mlg_meeting_day_window, MLG, MEETING_DAY_WINDOW, AdwWindow)

MlgMeetingDayWindow *mlg_meeting_day_window_new (GtkWindow *parent, const char *title);
MlgMeetingStage *mlg_meeting_day_window_get_stage (MlgMeetingDayWindow *self);
MlgNoteTaker *mlg_meeting_day_window_get_note_taker (MlgMeetingDayWindow *self);

G_END_DECLS
