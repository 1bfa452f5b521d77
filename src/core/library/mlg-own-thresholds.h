/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "template/mlg-rules.h"

G_BEGIN_DECLS

/** A threshold that the program ships, for people. */
typedef struct
{
  const char *name; /* one of #mlg_threshold_names, or of a file of rules */
  char *amount;     /* (owned) as people read it, without the currency */
  char *period;     /* (owned) from when to when, in words */
  char *scope;      /* (owned) of which natures, buyers and kinds, in words; empty for all */
  char *source;     /* (owned) */
} MlgShippedThreshold;

void mlg_shipped_threshold_free (MlgShippedThreshold *threshold);
GPtrArray *mlg_shipped_thresholds_list (GError **error);

gboolean mlg_own_thresholds_remove (MlgConnection *db, GError **error);
MlgRules *mlg_own_thresholds_apply (MlgConnection *db, MlgRules *rules, GError **error);

G_END_DECLS
