/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A question that all suppliers of a hearing are asked. */
#define MLG_HEARING_QUESTION_FIELDS(F)                                                             \
  F (MLG_HEARING_QUESTION_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                 \
     .refers = "meeting", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_HEARING_QUESTION_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                \
     .check = mlg_rank_check, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_HEARING_QUESTION_TEXT, "text", N_ ("Question"), MLG_FIELD_TEXT,                           \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_HEARING_QUESTION_FIELDS (MLG_FIELD_ENUM) MLG_HEARING_QUESTION_N_FIELDS
};

#define MLG_TYPE_HEARING_QUESTION (mlg_hearing_question_get_type ())
G_DECLARE_FINAL_TYPE (MlgHearingQuestion, mlg_hearing_question, MLG, HEARING_QUESTION, MlgRecord)

extern const MlgKind mlg_hearing_question_kind;

G_END_DECLS
