/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-tally.h"

G_BEGIN_DECLS

/** Anonymous answers are not told apart below this. */
#define MLG_TALLY_SMALLEST_GROUP 5

/** The same count within one group of those who answered. */
typedef struct
{
  MlgBallotSplit split;
  char *label;     /* (owned) in words */
  guint64 ballots; /* 0 when it is hidden */
  MlgTally *
      tally; /* (owned) (nullable) NULL when it is hidden: it is too small not to tell who said what */
} MlgTallyGroup;

void mlg_tally_group_free (MlgTallyGroup *group);
GPtrArray *mlg_tally_split (const MlgBallots *ballots,
                            MlgBallotSplit split,
                            MlgUnranked unranked,
                            guint methods,
                            gboolean anonymous,
                            GCancellable *cancellable,
                            GError **error);

void mlg_tally_note_ungrouped (const MlgBallots *ballots,
                               MlgBallotSplit split,
                               gboolean anonymous,
                               MlgIssueList *issues);
GPtrArray *mlg_tally_pick_split (GPtrArray *groups, MlgBallotSplit split);

const char *mlg_ballot_split_get_name (MlgBallotSplit split);
const char *mlg_ballot_split_get_title (MlgBallotSplit split);

char *mlg_tally_group_format_ranking (const MlgTallyGroup *group, MlgTallyMethod method);
char *mlg_tally_explain_methods (const MlgTally *tally);
char *mlg_tally_explain_groups (const MlgTally *tally, GPtrArray *groups, MlgTallyMethod method);

G_END_DECLS
