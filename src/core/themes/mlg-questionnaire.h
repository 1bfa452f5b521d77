/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What members are asked, who may answer, and how much each answer weighs. */
#define MLG_QUESTIONNAIRE_FIELDS(F)                                                                \
  F (MLG_QUESTIONNAIRE_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                               \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_QUESTIONNAIRE_PURPOSE, "purpose", N_ ("Purpose"), MLG_FIELD_CODE,                         \
     .codes = &mlg_questionnaire_purposes, .audience = MLG_AUDIENCE_PUBLIC)                        \
  F (MLG_QUESTIONNAIRE_STATE, "state", N_ ("State"), MLG_FIELD_CODE,                               \
     .codes = &mlg_questionnaire_states, .audience = MLG_AUDIENCE_PUBLIC)                          \
  F (MLG_QUESTIONNAIRE_INTRODUCTION, "introduction", N_ ("Introduction"), MLG_FIELD_LONG_TEXT,     \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_QUESTIONNAIRE_OPENS_ON, "opens_on", N_ ("Opens on"), MLG_FIELD_DATE,                      \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTIONNAIRE_ANSWER_BY, "answer_by", N_ ("Answer by"), MLG_FIELD_DATE,                   \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTIONNAIRE_RETURN_ADDRESS, "return_address", N_ ("Where to send it back"),             \
     MLG_FIELD_TEXT, .audience = MLG_AUDIENCE_PUBLIC)                                              \
  F (MLG_QUESTIONNAIRE_RESPONDENT, "respondent", N_ ("Who answers"), MLG_FIELD_CODE,               \
     .codes = &mlg_questionnaire_respondents, .audience = MLG_AUDIENCE_PUBLIC)                     \
  F (MLG_QUESTIONNAIRE_GRP, "grp", N_ ("Only this group"), MLG_FIELD_REFERENCE, .refers = "group", \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_QUESTIONNAIRE_WEIGHTS, "weights", N_ ("Weights"), MLG_FIELD_CODE,                         \
     .codes = &mlg_questionnaire_weights, .audience = MLG_AUDIENCE_PUBLIC)                         \
  F (MLG_QUESTIONNAIRE_KIND_WEIGHTS, "kind_weights", N_ ("Weights of legal categories"),           \
     MLG_FIELD_TEXT, .clean = mlg_kind_weights_clean, .check = mlg_kind_weights_check,             \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTIONNAIRE_ASSOCIATES_VOTE, "associates_vote", N_ ("Associates count"),                \
     MLG_FIELD_BOOLEAN, .audience = MLG_AUDIENCE_PUBLIC)                                           \
  F (MLG_QUESTIONNAIRE_ANONYMOUS, "anonymous", N_ ("Anonymous"), MLG_FIELD_BOOLEAN,                \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTIONNAIRE_UNRANKED, "unranked", N_ ("What is not ranked"), MLG_FIELD_CODE,            \
     .codes = &mlg_questionnaire_unranked, .audience = MLG_AUDIENCE_PUBLIC)                        \
  F (MLG_QUESTIONNAIRE_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                    \
     .refers = "meeting", .audience = MLG_AUDIENCE_BUYERS)                                         \
  F (MLG_QUESTIONNAIRE_COPIED_FROM, "copied_from", N_ ("Copied from"), MLG_FIELD_REFERENCE,        \
     .refers = "questionnaire", .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_QUESTIONNAIRE_CLOSED_ON, "closed_on", N_ ("Closed on"), MLG_FIELD_DATE,                   \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_QUESTIONNAIRE_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_QUESTIONNAIRE_FIELDS (MLG_FIELD_ENUM) MLG_QUESTIONNAIRE_N_FIELDS
};

#define MLG_TYPE_QUESTIONNAIRE (mlg_questionnaire_get_type ())
G_DECLARE_FINAL_TYPE (MlgQuestionnaire, mlg_questionnaire, MLG, QUESTIONNAIRE, MlgRecord)

extern const MlgKind mlg_questionnaire_kind;
extern const MlgCodeList mlg_questionnaire_purposes;
extern const MlgCodeList mlg_questionnaire_states;
extern const MlgCodeList mlg_questionnaire_respondents;
extern const MlgCodeList mlg_questionnaire_weights;
extern const MlgCodeList mlg_questionnaire_unranked;

G_END_DECLS
