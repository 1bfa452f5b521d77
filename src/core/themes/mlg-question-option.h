/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a question offers; it may stand for a theme. */
#define MLG_QUESTION_OPTION_FIELDS(F)                                                              \
  F (MLG_QUESTION_OPTION_QUESTION, "question", N_ ("Question"), MLG_FIELD_REFERENCE,               \
     .refers = "question", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                          \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_OPTION_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                 \
     .check = mlg_count_check, .audience = MLG_AUDIENCE_PUBLIC)                                    \
  F (MLG_QUESTION_OPTION_CODE, "code", N_ ("Code"), MLG_FIELD_TEXT,                                \
     .check = mlg_question_code_check, .audience = MLG_AUDIENCE_PUBLIC)                            \
  F (MLG_QUESTION_OPTION_LABEL, "label", N_ ("Label"), MLG_FIELD_TEXT,                             \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_QUESTION_OPTION_DETAILS, "details", N_ ("Details"), MLG_FIELD_LONG_TEXT,                  \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_OPTION_THEME, "theme", N_ ("Theme"), MLG_FIELD_REFERENCE, .refers = "theme",     \
     .audience = MLG_AUDIENCE_PUBLIC)

enum
{
  MLG_QUESTION_OPTION_FIELDS (MLG_FIELD_ENUM) MLG_QUESTION_OPTION_N_FIELDS
};

#define MLG_TYPE_QUESTION_OPTION (mlg_question_option_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionOption, mlg_question_option, MLG, QUESTION_OPTION, MlgRecord)

extern const MlgKind mlg_question_option_kind;

G_END_DECLS
