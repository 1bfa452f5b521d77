/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-agenda-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_PROGRESS (mlg_meeting_progress_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgMeetingProgress, mlg_meeting_progress, MLG, MEETING_PROGRESS, AdwPreferencesGroup)

void mlg_meeting_progress_show (MlgMeetingProgress *self,
                                const MlgAgendaReading *reading,
                                int current,
                                const GError *error);

G_END_DECLS
