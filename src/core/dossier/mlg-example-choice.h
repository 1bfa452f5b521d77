/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgExample:
 *
 * A feedback sheet that a meeting looks at, or may look at.
 */
typedef struct
{
  MlgRecord *chosen; /* (owned) (nullable) the #MlgMeetingExample; %NULL for what is only offered */
  gint64 sheet;
  char *title; /* (owned) */
  char *buyer; /* (owned) (nullable) the name of the body */
  char *day;   /* (owned) (nullable) YYYY-MM-DD: when it was written */
} MlgExample;

/**
 * MlgExampleChoice:
 *
 * What a meeting has chosen of the network's feedback sheets, and what else there is to choose.
 */
typedef struct
{
  GPtrArray *chosen;  /* (owned) (element-type MlgExample) in order */
  GPtrArray *offered; /* (owned) (element-type MlgExample) the best ones first */
  guint n_offered;    /* how many there are, listed or not */
  guint n_sheets;     /* of the network */
} MlgExampleChoice;

MlgExampleChoice *mlg_example_choice_load (
    MlgConnection *db, gint64 meeting, const char *words, guint most, GError **error);
void mlg_example_choice_free (MlgExampleChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgExampleChoice, mlg_example_choice_free)

gboolean
mlg_example_choice_move (MlgConnection *db, gint64 example, guint position, GError **error);

G_END_DECLS
