/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "meetings/mlg-meeting-attendees.h"

G_BEGIN_DECLS

#define MLG_TYPE_ATTENDEE (mlg_attendee_get_type ())
G_DECLARE_FINAL_TYPE (MlgAttendee, mlg_attendee, MLG, ATTENDEE, GObject)

MlgAttendee *mlg_attendee_new (const MlgAttending *attending);
void mlg_attendee_take (MlgAttendee *self, const MlgAttending *attending);
gint64 mlg_attendee_get_id (MlgAttendee *self);
const char *mlg_attendee_get_name (MlgAttendee *self);
char *mlg_attendee_dup_label (MlgAttendee *self);
const char *mlg_attendee_get_attendance (MlgAttendee *self);
gboolean mlg_attendee_matches (MlgAttendee *self, const char *const *words);

G_END_DECLS
