/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_DETAILS (mlg_meeting_details_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgMeetingDetails, mlg_meeting_details, MLG, MEETING_DETAILS, MlgRecordDetails)

AdwViewStack *mlg_meeting_details_get_tabs (MlgMeetingDetails *self);

G_END_DECLS
