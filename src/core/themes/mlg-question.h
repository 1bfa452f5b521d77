/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* One question; its position counts through the whole questionnaire. */
#define MLG_QUESTION_FIELDS(F)                                                                     \
  F (MLG_QUESTION_QUESTIONNAIRE, "questionnaire", N_ ("Questionnaire"), MLG_FIELD_REFERENCE,       \
     .refers = "questionnaire", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                     \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_SECTION, "section", N_ ("Section"), MLG_FIELD_REFERENCE, .refers = "section",    \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                        \
     .check = mlg_count_check, .audience = MLG_AUDIENCE_PUBLIC)                                    \
  F (MLG_QUESTION_CODE, "code", N_ ("Code"), MLG_FIELD_TEXT, .check = mlg_question_code_check,     \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_TYPE, "type", N_ ("Kind of question"), MLG_FIELD_CODE,                           \
     .codes = &mlg_question_types, .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_PUBLIC)   \
  F (MLG_QUESTION_TEXT, "text", N_ ("Question"), MLG_FIELD_TEXT,                                   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_QUESTION_HELP, "help", N_ ("Explanation"), MLG_FIELD_LONG_TEXT,                           \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_REQUIRED, "required", N_ ("Required"), MLG_FIELD_BOOLEAN,                        \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_MOST, "most", N_ ("At the most"), MLG_FIELD_INTEGER, .check = mlg_count_check,   \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_LOWEST, "lowest", N_ ("Lowest"), MLG_FIELD_REAL,                                 \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTION_HIGHEST, "highest", N_ ("Highest"), MLG_FIELD_REAL,                              \
     .audience = MLG_AUDIENCE_PUBLIC)

enum
{
  MLG_QUESTION_FIELDS (MLG_FIELD_ENUM) MLG_QUESTION_N_FIELDS
};

#define MLG_TYPE_QUESTION (mlg_question_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestion, mlg_question, MLG, QUESTION, MlgRecord)

extern const MlgKind mlg_question_kind;
extern const MlgCodeList mlg_question_types;

G_END_DECLS
