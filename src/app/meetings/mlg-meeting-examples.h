/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_EXAMPLES (mlg_meeting_examples_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingExamples, mlg_meeting_examples, MLG, MEETING_EXAMPLES, GtkWidget)

void mlg_meeting_examples_set_store (MlgMeetingExamples *self, MlgStore *store);
void mlg_meeting_examples_set_meeting (MlgMeetingExamples *self, MlgRecord *meeting);
void mlg_meeting_examples_choose (MlgMeetingExamples *self);

G_END_DECLS
