/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_HOLD (mlg_meeting_hold_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingHold, mlg_meeting_hold, MLG, MEETING_HOLD, GtkWidget)

void mlg_meeting_hold_set_store (MlgMeetingHold *self, MlgStore *store);
void mlg_meeting_hold_set_meeting (MlgMeetingHold *self, MlgRecord *meeting);

G_END_DECLS
