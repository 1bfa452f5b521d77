/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The times of a meeting: a moment is YYYY-MM-DDTHH:MM:SS, a clock time HH:MM, a length whole minutes. */

/** The longest that an item or a topic may last: a week, in minutes. */
#define MLG_MINUTES_MAX (7 * 24 * 60)

char *mlg_moment_clean (const char *text);
char *mlg_clock_clean (const char *text);
char *mlg_clock_check (const char *text);
char *mlg_time_zone_check (const char *text);
char *mlg_rank_check (const char *text);
char *mlg_minutes_check (const char *text);

int mlg_clock_get_minutes (const char *clock);
char *mlg_clock_from_minutes (gint64 minutes);
int mlg_moment_get_clock (const char *moment);
char *mlg_moment_dup_day (const char *moment);
gint64 mlg_moment_get_minutes_until (const char *moment, const char *later);
char *mlg_moment_add_minutes (const char *moment, gint64 minutes);
char *mlg_moment_on_day (const char *moment, const char *day);

G_END_DECLS
