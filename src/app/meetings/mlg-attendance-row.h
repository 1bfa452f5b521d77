/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-attendee.h"

G_BEGIN_DECLS

#define MLG_TYPE_ATTENDANCE_ROW (mlg_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgAttendanceRow, mlg_attendance_row, MLG, ATTENDANCE_ROW, GtkWidget)

G_END_DECLS
