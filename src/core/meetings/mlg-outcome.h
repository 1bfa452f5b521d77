/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What comes out of a meeting: an information, a decision, or an action to do, by whom and by when. */
#define MLG_OUTCOME_FIELDS(F)                                                                      \
  F (MLG_OUTCOME_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_OUTCOME_ITEM, "item", N_ ("Agenda item"), MLG_FIELD_REFERENCE, .refers = "agenda-item",   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OUTCOME_TYPE, "type", N_ ("Nature"), MLG_FIELD_CODE, .codes = &mlg_outcome_types,         \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_OUTCOME_TEXT, "text", N_ ("Wording"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_OUTCOME_DETAILS, "details", N_ ("Details"), MLG_FIELD_LONG_TEXT,                          \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_OUTCOME_WHO, "who", N_ ("Responsible"), MLG_FIELD_TEXT,                                   \
     .flags = MLG_FIELD_PERSONAL | MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)              \
  F (MLG_OUTCOME_WHO_FUNCTION, "who_function", N_ ("Responsible (function)"), MLG_FIELD_REFERENCE, \
     .refers = "function", .audience = MLG_AUDIENCE_BUYERS)                                        \
  F (MLG_OUTCOME_WHO_PERSON, "who_person", N_ ("Responsible (person)"), MLG_FIELD_REFERENCE,       \
     .refers = "person", .audience = MLG_AUDIENCE_BUYERS)                                          \
  F (MLG_OUTCOME_WHO_BODY, "who_body", N_ ("Responsible (body)"), MLG_FIELD_REFERENCE,             \
     .refers = "body", .audience = MLG_AUDIENCE_BUYERS)                                            \
  F (MLG_OUTCOME_DUE_ON, "due_on", N_ ("Due on"), MLG_FIELD_DATE, .audience = MLG_AUDIENCE_BUYERS) \
  F (MLG_OUTCOME_PRIORITY, "priority", N_ ("Priority"), MLG_FIELD_CODE,                            \
     .codes = &mlg_outcome_priorities)                                                             \
  F (MLG_OUTCOME_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_outcome_states)       \
  F (MLG_OUTCOME_DONE_ON, "done_on", N_ ("Done on"), MLG_FIELD_DATE)

enum
{
  MLG_OUTCOME_FIELDS (MLG_FIELD_ENUM) MLG_OUTCOME_N_FIELDS
};

#define MLG_TYPE_OUTCOME (mlg_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutcome, mlg_outcome, MLG, OUTCOME, MlgRecord)

extern const MlgKind mlg_outcome_kind;
extern const MlgCodeList mlg_outcome_types;
extern const MlgCodeList mlg_outcome_states;
extern const MlgCodeList mlg_outcome_priorities;

G_END_DECLS
