/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_HEARING (mlg_meeting_hearing_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingHearing, mlg_meeting_hearing, MLG, MEETING_HEARING, GtkWidget)

void mlg_meeting_hearing_set_store (MlgMeetingHearing *self, MlgStore *store);
void mlg_meeting_hearing_set_preparing (MlgMeetingHearing *self, gboolean preparing);
void mlg_meeting_hearing_set_meeting (MlgMeetingHearing *self, gint64 meeting);

G_END_DECLS
