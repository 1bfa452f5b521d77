/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_import_name_key (const char *name);
double mlg_import_name_compare (const char *a, const char *b);

G_END_DECLS
