/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_day_today (void);
gboolean mlg_day_is_over (const char *until, const char *today);
char *mlg_day_add_months (const char *day, gint64 months);

G_END_DECLS
