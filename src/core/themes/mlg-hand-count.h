/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* How many hands were raised for an option, or for yes (1) and no (0), at a meeting. */
#define MLG_HAND_COUNT_FIELDS(F)                                                                   \
  F (MLG_HAND_COUNT_QUESTION, "question", N_ ("Question"), MLG_FIELD_REFERENCE,                    \
     .refers = "question", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                          \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_HAND_COUNT_OPTION, "option", N_ ("Option"), MLG_FIELD_REFERENCE, .refers = "option",      \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_HAND_COUNT_VALUE, "value", N_ ("Value"), MLG_FIELD_REAL, .audience = MLG_AUDIENCE_BUYERS) \
  F (MLG_HAND_COUNT_HANDS, "hands", N_ ("Hands"), MLG_FIELD_INTEGER, .check = mlg_count_check,     \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_HAND_COUNT_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_HAND_COUNT_COUNTED_ON, "counted_on", N_ ("Counted on"), MLG_FIELD_DATE,                   \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_HAND_COUNT_FIELDS (MLG_FIELD_ENUM) MLG_HAND_COUNT_N_FIELDS
};

#define MLG_TYPE_HAND_COUNT (mlg_hand_count_get_type ())
G_DECLARE_FINAL_TYPE (MlgHandCount, mlg_hand_count, MLG, HAND_COUNT, MlgRecord)

extern const MlgKind mlg_hand_count_kind;

G_END_DECLS
