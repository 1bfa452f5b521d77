/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* That a supplier was asked a question, and what they answered. */
#define MLG_HEARING_ANSWER_FIELDS(F)                                                               \
  F (MLG_HEARING_ANSWER_HEARING, "hearing", N_ ("Hearing of a supplier"), MLG_FIELD_REFERENCE,     \
     .refers = "hearing", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                           \
  F (MLG_HEARING_ANSWER_QUESTION, "question", N_ ("Question to suppliers"), MLG_FIELD_REFERENCE,   \
     .refers = "hearing-question", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                  \
  F (MLG_HEARING_ANSWER_ASKED, "asked", N_ ("Asked"), MLG_FIELD_BOOLEAN)                           \
  F (MLG_HEARING_ANSWER_ANSWER, "answer", N_ ("Answer"), MLG_FIELD_LONG_TEXT)

enum
{
  MLG_HEARING_ANSWER_FIELDS (MLG_FIELD_ENUM) MLG_HEARING_ANSWER_N_FIELDS
};

#define MLG_TYPE_HEARING_ANSWER (mlg_hearing_answer_get_type ())
G_DECLARE_FINAL_TYPE (MlgHearingAnswer, mlg_hearing_answer, MLG, HEARING_ANSWER, MlgRecord)

extern const MlgKind mlg_hearing_answer_kind;

G_END_DECLS
