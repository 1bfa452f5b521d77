/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_DETAILS (mlg_meeting_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingDetails, mlg_meeting_details, MLG, MEETING_DETAILS, GtkWidget)

void mlg_meeting_details_set_store (MlgMeetingDetails *self, MlgStore *store);
void mlg_meeting_details_set_id (MlgMeetingDetails *self, gint64 id);
MlgRecord *mlg_meeting_details_get_meeting (MlgMeetingDetails *self);
AdwViewStack *mlg_meeting_details_get_tabs (MlgMeetingDetails *self);

G_END_DECLS
