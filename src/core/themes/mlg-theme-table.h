/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *mlg_theme_table_read (const char *name, guint n_columns, GError **error);

G_END_DECLS
