/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-import-answers.h"
#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

/** What a column of a table of answers says. */
typedef enum
{
  MLG_ANSWER_COLUMN_NOTHING,
  MLG_ANSWER_COLUMN_BODY,
  MLG_ANSWER_COLUMN_EMAIL,
  MLG_ANSWER_COLUMN_RESPONDENT,
  MLG_ANSWER_COLUMN_ROLE,
  MLG_ANSWER_COLUMN_DATE,
  MLG_ANSWER_COLUMN_SUBMITTED, /* a date without which the answer was never sent */
  MLG_ANSWER_COLUMN_WEIGHT,
  MLG_ANSWER_COLUMN_QUESTION, /* the whole answer to a question */
  MLG_ANSWER_COLUMN_OPTION,   /* what is said of one option */
  MLG_ANSWER_COLUMN_RANK,     /* which option has one rank */
} MlgAnswerColumnType;

typedef struct
{
  MlgAnswerColumnType type;
  const MlgFormQuestion *question; /* (unowned) (nullable) */
  MlgRecord *option;               /* (unowned) (nullable) */
  guint rank;
} MlgAnswerColumn;

GArray *mlg_answer_columns_find (const MlgForm *form,
                                 MlgTable *table,
                                 const char *const *maps,
                                 guint *first_row,
                                 MlgIssueList *issues,
                                 GError **error);
MlgRecord *mlg_answer_find_option (const MlgFormQuestion *question, const char *text);
gboolean mlg_answer_read_cell (const MlgAnswerColumn *column,
                               const char *cell,
                               GPtrArray *lines,
                               char **why);

G_END_DECLS
