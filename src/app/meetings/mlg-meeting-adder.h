/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_ADDER (mlg_meeting_adder_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingAdder, mlg_meeting_adder, MLG, MEETING_ADDER, GtkWidget)

void mlg_meeting_adder_set_store (MlgMeetingAdder *self, MlgStore *store);
void mlg_meeting_adder_open (MlgMeetingAdder *self, const char *day);

G_END_DECLS
