/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "themes/mlg-questionnaire-paper.h"
#include "themes/mlg-tally-question.h"

G_BEGIN_DECLS

/** What is to be counted, and how. */
typedef struct
{
  gint64 questionnaire;
  gint64 question; /* 0 for the one with the most options */
  char *weights;   /* (nullable) one of mlg_questionnaire_weights; NULL for the questionnaire's */
  gboolean chosen; /* whether @unranked is what somebody chose; else the questionnaire says */
  MlgUnranked unranked;
} MlgTallyWish;

MlgTallyWish *mlg_tally_wish_copy (const MlgTallyWish *wish);
void mlg_tally_wish_free (MlgTallyWish *wish);

/** A count and all that it was made of; it is shared by those who show it. */
typedef struct
{
  MlgForm *form;
  MlgFormQuestion *question; /* (unowned) (nullable) of @form; NULL when nothing can be counted */
  MlgTally *tally;           /* (owned) (nullable) the same */
  GPtrArray *groups;         /* (owned) (nullable) (element-type MlgTallyGroup) of all splits */
  MlgIssueList *issues;
} MlgTallyReading;

MlgTallyReading *
mlg_tally_reading_new (MlgConnection *db, const MlgTallyWish *wish, GError **error);
MlgTallyReading *mlg_tally_reading_ref (MlgTallyReading *reading);
void mlg_tally_reading_unref (MlgTallyReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTallyReading, mlg_tally_reading_unref)

G_END_DECLS
