/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "meetings/mlg-meeting-run.h"
#include "mlg-agenda-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_STAGE (mlg_meeting_stage_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingStage, mlg_meeting_stage, MLG, MEETING_STAGE, GtkWidget)

void mlg_meeting_stage_set_scale (MlgMeetingStage *self, double scale);
void mlg_meeting_stage_show (MlgMeetingStage *self,
                             const MlgAgendaReading *reading,
                             const MlgMeetingPace *pace,
                             gboolean started,
                             gint64 now);

char *mlg_meeting_stage_write_length (gint64 seconds);
char *mlg_meeting_stage_write_pace (const MlgMeetingPace *pace);

G_END_DECLS
