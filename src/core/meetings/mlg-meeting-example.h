/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A feedback sheet that a meeting looks at: its dossier shows those that it has, else a choice of its own. */
#define MLG_MEETING_EXAMPLE_FIELDS(F)                                                              \
  F (MLG_MEETING_EXAMPLE_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                  \
     .refers = "meeting", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_EXAMPLE_SHEET, "sheet", N_ ("Feedback sheet"), MLG_FIELD_REFERENCE,               \
     .refers = "sheet", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_EXAMPLE_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                 \
     .check = mlg_rank_check, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_MEETING_EXAMPLE_FIELDS (MLG_FIELD_ENUM) MLG_MEETING_EXAMPLE_N_FIELDS
};

#define MLG_TYPE_MEETING_EXAMPLE (mlg_meeting_example_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingExample, mlg_meeting_example, MLG, MEETING_EXAMPLE, MlgRecord)

extern const MlgKind mlg_meeting_example_kind;

G_END_DECLS
