/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mlg-cli.h"
#include "themes/mlg-tally-groups.h"

G_BEGIN_DECLS

/** What a count is told with: printed, or as JSON. */
typedef struct
{
  const MlgTally *tally;
  GPtrArray *splits; /* (unowned) (element-type GPtrArray) groups, by split; empty ones left out */
  MlgIssueList *issues;
  MlgBallotSplit split_names[MLG_N_SPLITS]; /* of each entry of @splits */
} MlgCliTally;

void mlg_cli_tally_print (MlgCli *cli, const MlgCliTally *told);
JsonObject *mlg_cli_tally_to_json (const MlgCliTally *told);

G_END_DECLS
