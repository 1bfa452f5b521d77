/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_store_file_resolve (const char *path);
gboolean mlg_store_file_is_same (const char *path, const char *other);
char *mlg_store_file_reserve (const char *path, GError **error);
gboolean mlg_store_file_put (const char *from, const char *to, gboolean replace, GError **error);
void mlg_store_file_remove (const char *path);

G_END_DECLS
