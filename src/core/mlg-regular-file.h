/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean mlg_regular_file_check (GFileInfo *info, GError **error);
GBytes *mlg_regular_file_load (
    GFile *file, gsize limit, gboolean *too_large, GCancellable *cancellable, GError **error);

G_END_DECLS
