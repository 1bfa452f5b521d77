/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-territory.h"

G_BEGIN_DECLS

gboolean mlg_territory_load_shares (MlgConnection *db, MlgTerritory *territory, GError **error);

G_END_DECLS
