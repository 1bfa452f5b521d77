/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* That a body or a person answered an anonymous questionnaire; nothing says with what. */
#define MLG_PARTICIPATION_FIELDS(F)                                                                \
  F (MLG_PARTICIPATION_QUESTIONNAIRE, "questionnaire", N_ ("Questionnaire"), MLG_FIELD_REFERENCE,  \
     .refers = "questionnaire", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_PARTICIPATION_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",           \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_PARTICIPATION_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",   \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_PARTICIPATION_FIELDS (MLG_FIELD_ENUM) MLG_PARTICIPATION_N_FIELDS
};

#define MLG_TYPE_PARTICIPATION (mlg_participation_get_type ())
G_DECLARE_FINAL_TYPE (MlgParticipation, mlg_participation, MLG, PARTICIPATION, MlgRecord)

extern const MlgKind mlg_participation_kind;

G_END_DECLS
