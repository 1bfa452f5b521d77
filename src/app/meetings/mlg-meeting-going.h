/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_meeting_going_start (GtkWidget *widget, MlgRecord *meeting);
void mlg_meeting_going_step (GtkWidget *widget, MlgRecord *meeting, int by);
void mlg_meeting_going_go (GtkWidget *widget, MlgRecord *meeting, MlgRecord *item);
void mlg_meeting_going_close (GtkWidget *widget, MlgRecord *item, gboolean closed);
void mlg_meeting_going_end (GtkWidget *widget, MlgRecord *meeting);

G_END_DECLS
