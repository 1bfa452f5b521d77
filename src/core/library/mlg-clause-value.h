/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How single fields of clauses and sheets are written. */

char *mlg_dimensions_clean (const char *text);
char *mlg_dimensions_check (const char *text);
GStrv mlg_dimensions_list (const char *text);
char *mlg_duration_clean (const char *text);
char *mlg_duration_check (const char *text);

G_END_DECLS
