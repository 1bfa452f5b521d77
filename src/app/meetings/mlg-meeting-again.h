/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_AGAIN (mlg_meeting_again_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingAgain, mlg_meeting_again, MLG, MEETING_AGAIN, GtkPopover)

void mlg_meeting_again_open (MlgMeetingAgain *self, MlgRecord *meeting);

G_END_DECLS
