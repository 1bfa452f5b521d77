/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mlg_preferences_window_show (GtkWindow *parent, AdwPreferencesPage *const *pages);

G_END_DECLS
