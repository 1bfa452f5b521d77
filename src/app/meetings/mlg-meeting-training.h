/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_TRAINING (mlg_meeting_training_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingTraining, mlg_meeting_training, MLG, MEETING_TRAINING, GtkWidget)

void mlg_meeting_training_set_store (MlgMeetingTraining *self, MlgStore *store);
void mlg_meeting_training_set_meeting (MlgMeetingTraining *self, MlgRecord *meeting);

G_END_DECLS
