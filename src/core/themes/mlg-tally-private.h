/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-tally.h"

G_BEGIN_DECLS

/* 128 bits: sums of products of thousandths. */
__extension__ typedef __int128 MlgWide;

/** What the methods share: each ballot is read once for all but instant runoff. */
typedef struct
{
  const MlgBallots *ballots;
  MlgTally *tally;
  guint n;
  gint64 *ties;     /* (owned) [i * n + j], i < j: the weight of the ballots that tie them */
  gint64 *named;    /* (owned) the weight of the ballots that name an option */
  gint64 *approved; /* (owned) the weight of the ballots that approve it */
  MlgWide *sums;    /* (owned) weight times score, in millionths */
  GCancellable *cancellable; /* (unowned) (nullable) */
} MlgCount;

void mlg_tally_place (guint n,
                      guint *places,
                      gboolean (*is_before) (gconstpointer data, guint a, guint b),
                      gconstpointer data);
void mlg_tally_place_levels (guint n, guint *places, const gboolean *beats);

void mlg_tally_count_points (MlgCount *count, guint methods);
void mlg_tally_schulze (MlgTally *tally, gboolean margins);
void mlg_tally_ranked_pairs (MlgTally *tally);
gboolean mlg_tally_count_tops (MlgCount *count, guint methods, GError **error);

G_END_DECLS
