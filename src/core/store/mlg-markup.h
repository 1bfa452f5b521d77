/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char *mlg_markup_to_words (const char *markup, gssize length);
gboolean mlg_markup_register (sqlite3 *handle);

G_END_DECLS
