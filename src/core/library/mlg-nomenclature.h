/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgNomenclatureCounts:
 *
 * What became of a list of codes.
 */
typedef struct
{
  guint read;
  guint added;
  guint changed; /* those whose name is another now */
} MlgNomenclatureCounts;

gboolean mlg_nomenclature_ensure (MlgConnection *db, GError **error);
gint64 mlg_nomenclature_find (MlgConnection *db, const char *code, GError **error);
gint64 mlg_nomenclature_put (MlgConnection *db,
                             const char *code,
                             const char *name,
                             MlgNomenclatureCounts *counts,
                             GError **error);
gboolean mlg_nomenclature_settle (MlgConnection *db, GError **error);

G_END_DECLS
