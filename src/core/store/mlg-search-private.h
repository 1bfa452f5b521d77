/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changeset.h"
#include "mlg-search.h"

G_BEGIN_DECLS

gboolean mlg_search_prepare (MlgConnection *db, GError **error);
gboolean mlg_search_update (MlgConnection *db, MlgChangeset *changeset, GError **error);

G_END_DECLS
