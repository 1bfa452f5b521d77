/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_meeting_calendar_export (GtkWidget *widget, GArray *meetings, const char *name);
void mlg_meeting_calendar_import (GtkWidget *widget);

G_END_DECLS
