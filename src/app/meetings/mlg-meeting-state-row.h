/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

/* To be put in an #AdwPreferencesGroup of its own, which says what the state allows. */
#define MLG_TYPE_MEETING_STATE_ROW (mlg_meeting_state_row_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgMeetingStateRow, mlg_meeting_state_row, MLG, MEETING_STATE_ROW, AdwPreferencesRow)

void mlg_meeting_state_row_set_store (MlgMeetingStateRow *self, MlgStore *store);
void mlg_meeting_state_row_set_meeting (MlgMeetingStateRow *self, MlgRecord *meeting);

G_END_DECLS
