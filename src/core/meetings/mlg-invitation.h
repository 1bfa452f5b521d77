/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* That a body, a person or both are invited to a meeting, what they replied, and whether they came; or a
 * visitor, under the name that they gave. */
#define MLG_INVITATION_FIELDS(F)                                                                   \
  F (MLG_INVITATION_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",  \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                                                \
  F (MLG_INVITATION_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",              \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_INVITATION_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",      \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_INVITATION_FUNCTION, "function", N_ ("Function"), MLG_FIELD_REFERENCE,                    \
     .refers = "function")                                                                         \
  F (MLG_INVITATION_REPLY, "reply", N_ ("Reply"), MLG_FIELD_CODE,                                  \
     .codes = &mlg_invitation_replies)                                                             \
  F (MLG_INVITATION_REPLIED_ON, "replied_on", N_ ("Replied on"), MLG_FIELD_DATE)                   \
  F (MLG_INVITATION_PROXY, "proxy", N_ ("Proxy holder"), MLG_FIELD_REFERENCE, .refers = "person")  \
  F (MLG_INVITATION_ATTENDANCE, "attendance", N_ ("Attendance"), MLG_FIELD_CODE,                   \
     .codes = &mlg_attendances)                                                                    \
  F (MLG_INVITATION_ARRIVED, "arrived", N_ ("Arrived at"), MLG_FIELD_TEXT,                         \
     .clean = mlg_clock_clean, .check = mlg_clock_check)                                           \
  F (MLG_INVITATION_DEPARTED, "departed", N_ ("Left at"), MLG_FIELD_TEXT,                          \
     .clean = mlg_clock_clean, .check = mlg_clock_check)                                           \
  F (MLG_INVITATION_VISITOR_NAME, "visitor_name", N_ ("Name of the visitor"), MLG_FIELD_TEXT,      \
     .flags = MLG_FIELD_NAME | MLG_FIELD_PERSONAL)                                                 \
  F (MLG_INVITATION_VISITOR_BODY, "visitor_body", N_ ("Body of the visitor"), MLG_FIELD_TEXT)      \
  F (MLG_INVITATION_CERTIFIED_ON, "certified_on", N_ ("Certificate given on"), MLG_FIELD_DATE)     \
  F (MLG_INVITATION_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT,                             \
     .flags = MLG_FIELD_SEARCH | MLG_FIELD_PERSONAL)

enum
{
  MLG_INVITATION_FIELDS (MLG_FIELD_ENUM) MLG_INVITATION_N_FIELDS
};

#define MLG_TYPE_INVITATION (mlg_invitation_get_type ())
G_DECLARE_FINAL_TYPE (MlgInvitation, mlg_invitation, MLG, INVITATION, MlgRecord)

extern const MlgKind mlg_invitation_kind;
extern const MlgCodeList mlg_invitation_replies;
extern const MlgCodeList mlg_attendances;

G_END_DECLS
