/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-ballots.h"

G_BEGIN_DECLS

/**
 * MlgUnranked:
 * @MLG_UNRANKED_LAST: what a ballot leaves out is behind all that it names, and tied
 * @MLG_UNRANKED_SILENT: a ballot says nothing on what it leaves out
 *
 * What it means to leave an option out: a choice to be made before the count, and stated with it.
 */
typedef enum
{
  MLG_UNRANKED_LAST,
  MLG_UNRANKED_SILENT,
} MlgUnranked;

typedef enum
{
  MLG_TALLY_SCHULZE_WINNING,
  MLG_TALLY_SCHULZE_MARGINS,
  MLG_TALLY_RANKED_PAIRS,
  MLG_TALLY_BORDA,
  MLG_TALLY_MEAN,
  MLG_TALLY_APPROVAL,
  MLG_TALLY_INSTANT_RUNOFF,
  MLG_TALLY_PLURALITY,
  MLG_N_TALLY_METHODS,
} MlgTallyMethod;

#define MLG_TALLY_ALL_METHODS ((1u << MLG_N_TALLY_METHODS) - 1)

/** What one method makes of the ballots. */
typedef struct
{
  guint *places;  /* (owned) (nullable) of each option, from 1; ties share one; NULL: not asked */
  double *scores; /* (owned) (nullable) what the method counts of each option; NaN when it cannot */
} MlgTallyResult;

/** A majority for @winner against @loser, in the order of ranked pairs. */
typedef struct
{
  guint winner, loser;
  gboolean kept; /* whether it was kept: it contradicts no stronger one */
} MlgTallyPair;

/** A count of ballots by several methods side by side. Weights in units. */
typedef struct
{
  guint n;       /* options */
  GStrv options; /* (owned) */
  MlgBallotForm form;
  MlgUnranked unranked;
  guint64 ballots; /* voters */
  guint64 hands;   /* hands raised, for all options */
  double weight;   /* of all ballots */
  gint64
      *pairs; /* (owned) [i * n + j]: the weight of the ballots with i before j, in thousandths */
  gint64 *
      paths; /* (owned) (nullable) the same: the strength of the strongest path, by winning votes */
  GArray *majorities; /* (owned) (nullable) (element-type MlgTallyPair) */
  GPtrArray
      *rounds;   /* (owned) (nullable) (element-type double*) of instant runoff: the share of each
                          option; NaN for one that is out */
  int condorcet; /* the option that beats each other; -1 for none */
  MlgTallyResult results[MLG_N_TALLY_METHODS];
} MlgTally;

MlgTally *mlg_tally_run (const MlgBallots *ballots,
                         MlgUnranked unranked,
                         guint methods,
                         GCancellable *cancellable,
                         GError **error);
void mlg_tally_free (MlgTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTally, mlg_tally_free)

double mlg_tally_get_pair (const MlgTally *tally, guint i, guint j);
GPtrArray *mlg_tally_list_levels (const MlgTally *tally, MlgTallyMethod method);
char *mlg_tally_format_ranking (const MlgTally *tally, MlgTallyMethod method);
gboolean mlg_tally_has_same_winners (const MlgTally *a,
                                     MlgTallyMethod a_method,
                                     const MlgTally *b,
                                     MlgTallyMethod b_method);

const char *mlg_tally_method_get_name (MlgTallyMethod method);
const char *mlg_tally_method_get_title (MlgTallyMethod method);
const char *mlg_tally_method_get_explanation (MlgTallyMethod method);
const char *mlg_tally_method_get_source (MlgTallyMethod method);
guint mlg_tally_methods_parse (const char *text);

G_END_DECLS
