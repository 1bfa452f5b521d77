/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many digits of a code, without the check digit. */
#define MLG_CPV_DIGITS 8

char *mlg_cpv_clean (const char *text);
char *mlg_cpv_check (const char *text);
char *mlg_cpv_division (const char *code);

G_END_DECLS
