/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-questionnaire-form.h"

G_BEGIN_DECLS

/**
 * MlgAnswerFlags:
 * @MLG_ANSWER_REPLACE: an earlier answer of the same body or person gives way to this one
 * @MLG_ANSWER_STRICT: what is impossible is an error, and nothing is stored; without it, it is left
 *   aside and told as an issue
 */
typedef enum
{
  MLG_ANSWER_REPLACE = 1 << 0,
  MLG_ANSWER_STRICT = 1 << 1,
} MlgAnswerFlags;

/* How many dots there are to share out when the question does not say. */
#define MLG_DOTS_USUAL 10
/* Scores go from 0 to this. */
#define MLG_SCORE_MAX 5

/** Where an answer was read, for issues. */
typedef struct
{
  const char *file; /* (unowned) (nullable) */
  int line;         /* from 1; 0 when unknown */
} MlgAnswerPlace;

/** Somebody who may answer and did not. */
typedef struct
{
  gint64 body;
  gint64 person; /* 0 when bodies answer */
  char *name;    /* (owned) the body's, then the person's */
  char *email;   /* (owned) (nullable) where to remind them; not of who wants no mailings */
} MlgPending;

void mlg_answer_add_value (GPtrArray *lines, gint64 question, gint64 option, double value);
void mlg_answer_add_text (GPtrArray *lines, gint64 question, const char *text);
GPtrArray *mlg_answer_lines_new (void);
GPtrArray *mlg_answer_check (const MlgForm *form,
                             GPtrArray *lines,
                             const MlgAnswerPlace *place,
                             MlgIssueList *issues);
gboolean mlg_answer_store (MlgConnection *db,
                           const MlgForm *form,
                           MlgRecord *answer,
                           GPtrArray *lines,
                           MlgAnswerFlags flags,
                           const MlgAnswerPlace *place,
                           MlgIssueList *issues,
                           GError **error);
GPtrArray *mlg_answer_load_lines (MlgConnection *db, gint64 answer, GError **error);
gboolean mlg_answer_find (MlgConnection *db,
                          gint64 questionnaire,
                          gint64 body,
                          gint64 person,
                          gint64 *answer,
                          gboolean *answered,
                          GError **error);

GPtrArray *mlg_questionnaire_list_pending (MlgConnection *db, gint64 questionnaire, GError **error);

gboolean
mlg_answer_prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error);

G_END_DECLS
