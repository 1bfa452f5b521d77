/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* Questions that stand together under a heading. */
#define MLG_QUESTIONNAIRE_SECTION_FIELDS(F)                                                        \
  F (MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE, "questionnaire", N_ ("Questionnaire"),               \
     MLG_FIELD_REFERENCE, .refers = "questionnaire",                                               \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_PUBLIC)               \
  F (MLG_QUESTIONNAIRE_SECTION_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,           \
     .check = mlg_count_check, .audience = MLG_AUDIENCE_PUBLIC)                                    \
  F (MLG_QUESTIONNAIRE_SECTION_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                       \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_QUESTIONNAIRE_SECTION_INTRODUCTION, "introduction", N_ ("Introduction"),                  \
     MLG_FIELD_LONG_TEXT, .audience = MLG_AUDIENCE_PUBLIC)

enum
{
  MLG_QUESTIONNAIRE_SECTION_FIELDS (MLG_FIELD_ENUM) MLG_QUESTIONNAIRE_SECTION_N_FIELDS
};

#define MLG_TYPE_QUESTIONNAIRE_SECTION (mlg_questionnaire_section_get_type ())
G_DECLARE_FINAL_TYPE (
    MlgQuestionnaireSection, mlg_questionnaire_section, MLG, QUESTIONNAIRE_SECTION, MlgRecord)

extern const MlgKind mlg_questionnaire_section_kind;

G_END_DECLS
