/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_email_clean (const char *text);
char *mlg_email_check (const char *text);
char *mlg_website_clean (const char *text);
char *mlg_website_check (const char *text);
char *mlg_postcode_warn (const char *text);

G_END_DECLS
