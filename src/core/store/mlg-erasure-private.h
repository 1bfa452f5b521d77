/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-erasure.h"

G_BEGIN_DECLS

/* What was erased, as a file remembers it. */
typedef struct
{
  gint64 id;
  char *kind;      /* (owned) the name of the kind */
  char *erased_on; /* (owned) */
  char *reason;    /* (owned) (nullable) */
} MlgTombstone;

GPtrArray *mlg_tombstone_list (MlgConnection *db, GError **error);
gboolean mlg_tombstone_apply (
    MlgConnection *db, GPtrArray *tombstones, gboolean again, gboolean *found, GError **error);
gboolean mlg_erasure_note_pending (MlgConnection *db, GError **error);

G_END_DECLS
