/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_meeting_making_new (GtkWidget *widget, MlgRecord *meeting, gboolean usual_agenda);
void mlg_meeting_making_duplicate (GtkWidget *widget,
                                   MlgRecord *meeting,
                                   const char *day,
                                   gboolean with_invitees);
void mlg_meeting_making_next (GtkWidget *widget, MlgRecord *meeting, const char *day);

G_END_DECLS
