/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_FOLLOW (mlg_meeting_follow_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingFollow, mlg_meeting_follow, MLG, MEETING_FOLLOW_UP, GtkWidget)

void mlg_meeting_follow_set_store (MlgMeetingFollow *self, MlgStore *store);
void mlg_meeting_follow_set_meeting (MlgMeetingFollow *self, MlgRecord *meeting);

G_END_DECLS
