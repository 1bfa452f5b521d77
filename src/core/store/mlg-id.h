/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 mlg_id_new (void);
gint64 mlg_id_new_unordered (void);
gint64 mlg_id_get_time (gint64 id);
gboolean mlg_id_parse (const char *text, gint64 *id);

G_END_DECLS
