/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_PREPARE (mlg_meeting_prepare_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingPrepare, mlg_meeting_prepare, MLG, MEETING_PREPARE, GtkWidget)

void mlg_meeting_prepare_set_store (MlgMeetingPrepare *self, MlgStore *store);
void mlg_meeting_prepare_set_meeting (MlgMeetingPrepare *self, MlgRecord *meeting);

G_END_DECLS
