/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_meeting_keys_add (GtkWidget *widget, GtkWidget *hold);

G_END_DECLS
