/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_siren_clean (const char *text);
char *mlg_siren_check (const char *text);
char *mlg_siren_warn (const char *text);
char *mlg_siret_clean (const char *text);
char *mlg_siret_check (const char *text);
char *mlg_siret_warn (const char *text);
char *mlg_insee_clean (const char *text);
char *mlg_insee_check (const char *text);
char *mlg_identifier_display (const char *digits);
char *mlg_siren_get_vat (const char *siren);

G_END_DECLS
