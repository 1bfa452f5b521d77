/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "meetings/mlg-meeting-check.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_LACKS (mlg_meeting_lacks_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingLacks, mlg_meeting_lacks, MLG, MEETING_LACKS, GtkWidget)

void mlg_meeting_lacks_set_store (MlgMeetingLacks *self, MlgStore *store);
void mlg_meeting_lacks_set_meeting (MlgMeetingLacks *self, MlgRecord *meeting);

G_END_DECLS
