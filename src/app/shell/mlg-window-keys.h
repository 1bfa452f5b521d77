/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_window_keys_follow (GtkApplication *application);
gboolean mlg_window_keys_close_others (void);

G_END_DECLS
