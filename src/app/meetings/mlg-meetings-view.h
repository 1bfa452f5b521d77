/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETINGS_VIEW (mlg_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingsView, mlg_meetings_view, MLG, MEETINGS_VIEW, MlgRecordView)

void mlg_meetings_view_set_store (MlgMeetingsView *self, MlgStore *store);

G_END_DECLS
