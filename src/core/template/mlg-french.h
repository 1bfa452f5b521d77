/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_french_parse_date (const char *text, GError **error);
char *mlg_french_parse_duration (const char *text, GError **error);
char *mlg_french_parse_number (const char *text, GError **error);
char *mlg_french_parse_amount (const char *text, GError **error);
char *mlg_french_parse_time (const char *text, GError **error);
char *mlg_french_parse_yes_no (const char *text, GError **error);

char *mlg_french_print (const char *format, const char *kept);
char *mlg_french_print_number (double number, int decimals);
char *mlg_french_print_date (const char *iso, gboolean with_weekday);

G_END_DECLS
