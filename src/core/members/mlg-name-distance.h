/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_name_make_key (const char *name);
char *mlg_name_make_sorted_key (const char *name);
guint mlg_name_get_distance (const char *key, const char *other, guint limit);
guint mlg_name_get_tolerance (const char *key, const char *other);
gboolean mlg_name_is_alike (const char *name, const char *other);

G_END_DECLS
