/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_PEOPLE (mlg_meeting_people_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingPeople, mlg_meeting_people, MLG, MEETING_PEOPLE, GtkWidget)

void mlg_meeting_people_set_store (MlgMeetingPeople *self, MlgStore *store);
void mlg_meeting_people_set_meeting (MlgMeetingPeople *self, MlgRecord *meeting);
void mlg_meeting_people_invite (MlgMeetingPeople *self);

G_END_DECLS
