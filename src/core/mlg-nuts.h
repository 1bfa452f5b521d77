/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-code-list.h"

G_BEGIN_DECLS

extern const MlgCodeList mlg_departements;
extern const MlgCodeList mlg_regions;
extern const MlgCodeList mlg_nuts_codes;

const char *mlg_departement_get_nuts (const char *code);
const char *mlg_departement_get_region (const char *code);
char *mlg_departement_clean (const char *text);
char *mlg_region_clean (const char *text);
char *mlg_perimeter_clean (const char *text);
char *mlg_perimeter_check (const char *text);

G_END_DECLS
