/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_date_write_day (GDateTime *time);
char *mlg_date_write_time (GDateTime *time);

G_END_DECLS
