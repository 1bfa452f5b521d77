/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

GHashTable *mlg_clause_list_fields (MlgConnection *db, gint64 clause, GError **error);

G_END_DECLS
