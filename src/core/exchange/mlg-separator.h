/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char mlg_separator_detect (const char *text, gsize length, char **reason);

G_END_DECLS
