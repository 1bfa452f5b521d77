/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "members/mlg-territory.h"

G_BEGIN_DECLS

char *mlg_territory_write_people (gint64 n);
char *mlg_territory_write_percent (double fraction);
double mlg_territory_get_share (const MlgTerritoryPlace *place);
char *mlg_territory_write_counts (const MlgTerritoryPlace *place);
char *mlg_territory_write_communes (const MlgTerritoryPlace *place);
char *mlg_territory_write_coverage (const MlgTerritoryPlace *place);
char *mlg_territory_write_tooltip (const MlgTerritoryPlace *place);

G_END_DECLS
