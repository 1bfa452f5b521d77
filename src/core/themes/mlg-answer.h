/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* One filled questionnaire. What the split by groups needs stands here only when no body is named. */
#define MLG_ANSWER_FIELDS(F)                                                                       \
  F (MLG_ANSWER_QUESTIONNAIRE, "questionnaire", N_ ("Questionnaire"), MLG_FIELD_REFERENCE,         \
     .refers = "questionnaire", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",          \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_RESPONDENT, "respondent", N_ ("As they named themselves"), MLG_FIELD_TEXT,         \
     .flags = MLG_FIELD_NAME | MLG_FIELD_PERSONAL)                                                 \
  F (MLG_ANSWER_ROLE, "role", N_ ("Role"), MLG_FIELD_CODE, .codes = &mlg_answer_roles,             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_CATEGORY, "category", N_ ("Legal category"), MLG_FIELD_TEXT,                       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_DEPARTEMENT, "departement", N_ ("Département"), MLG_FIELD_TEXT,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_POPULATION, "population", N_ ("Population"), MLG_FIELD_INTEGER,                    \
     .check = mlg_count_check, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_ANSWER_WEIGHT, "weight", N_ ("Weight"), MLG_FIELD_REAL, .check = mlg_weight_check,        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_ANSWERED_ON, "answered_on", N_ ("Answered on"), MLG_FIELD_DATE,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_SOURCE, "source", N_ ("Source"), MLG_FIELD_CODE, .codes = &mlg_answer_sources,     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_ANSWER_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT,                                 \
     .flags = MLG_FIELD_SEARCH | MLG_FIELD_PERSONAL)

enum
{
  MLG_ANSWER_FIELDS (MLG_FIELD_ENUM) MLG_ANSWER_N_FIELDS
};

#define MLG_TYPE_ANSWER (mlg_answer_get_type ())
G_DECLARE_FINAL_TYPE (MlgAnswer, mlg_answer, MLG, ANSWER, MlgRecord)

extern const MlgKind mlg_answer_kind;
extern const MlgCodeList mlg_answer_sources;
extern const MlgCodeList mlg_answer_roles;

G_END_DECLS
