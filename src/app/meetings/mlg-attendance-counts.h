/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "meetings/mlg-meeting-figures.h"

G_BEGIN_DECLS

#define MLG_TYPE_ATTENDANCE_COUNTS (mlg_attendance_counts_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgAttendanceCounts, mlg_attendance_counts, MLG, ATTENDANCE_COUNTS, AdwExpanderRow)

void mlg_attendance_counts_show (MlgAttendanceCounts *self, const MlgMeetingFigures *figures);

G_END_DECLS
