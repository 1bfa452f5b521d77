/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What was answered to one question, about one option where it has options: its rank, its score, its dots, 1 for what was chosen; 1 or 0 for yes or no; a number; words. */
#define MLG_ANSWER_LINE_FIELDS(F)                                                                  \
  F (MLG_ANSWER_LINE_ANSWER, "answer", N_ ("Answer"), MLG_FIELD_REFERENCE, .refers = "answer",     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_ANSWER_LINE_QUESTION, "question", N_ ("Question"), MLG_FIELD_REFERENCE,                   \
     .refers = "question", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                          \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_LINE_OPTION, "option", N_ ("Option"), MLG_FIELD_REFERENCE, .refers = "option",     \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_ANSWER_LINE_VALUE, "value", N_ ("Value"), MLG_FIELD_REAL,                                 \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_LINE_TEXT, "text", N_ ("Text"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_PERSONAL)

enum
{
  MLG_ANSWER_LINE_FIELDS (MLG_FIELD_ENUM) MLG_ANSWER_LINE_N_FIELDS
};

#define MLG_TYPE_ANSWER_LINE (mlg_answer_line_get_type ())
G_DECLARE_FINAL_TYPE (MlgAnswerLine, mlg_answer_line, MLG, ANSWER_LINE, MlgRecord)

extern const MlgKind mlg_answer_line_kind;

G_END_DECLS
