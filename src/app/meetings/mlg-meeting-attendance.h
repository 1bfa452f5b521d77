/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_ATTENDANCE (mlg_meeting_attendance_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgMeetingAttendance, mlg_meeting_attendance, MLG, MEETING_ATTENDANCE, GtkWidget)

void mlg_meeting_attendance_set_store (MlgMeetingAttendance *self, MlgStore *store);
void mlg_meeting_attendance_set_meeting (MlgMeetingAttendance *self, gint64 meeting);
void mlg_meeting_attendance_find (MlgMeetingAttendance *self);

G_END_DECLS
