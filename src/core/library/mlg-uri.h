/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_uri_new (void);
char *mlg_uri_for_text (const char *within, const char *text);

G_END_DECLS
