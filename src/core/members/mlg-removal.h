/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgRemovalPart:
 *
 * What becomes of other records of one kind when a record is removed.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  guint n_removed;     /* parts of the record, which go with it */
  guint n_released;    /* records which stay, and do not refer to it any more */
} MlgRemovalPart;

GPtrArray *mlg_removal_foresee (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

G_END_DECLS
