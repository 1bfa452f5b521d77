/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-contact.h"
#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A meeting, from its draft to its locked minutes. Its times are local ones of its time zone, or of the
 * computer when it names none; see mlg-meeting-rules.h for what each state allows. */
#define MLG_MEETING_FIELDS(F)                                                                      \
  F (MLG_MEETING_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_MEETING_TYPE, "type", N_ ("Kind of meeting"), MLG_FIELD_CODE,                             \
     .codes = &mlg_meeting_types, .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_PUBLIC)    \
  F (MLG_MEETING_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_meeting_states,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_STARTS, "starts", N_ ("Starts"), MLG_FIELD_TIME, .clean = mlg_moment_clean,       \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_MEETING_ENDS, "ends", N_ ("Ends"), MLG_FIELD_TIME, .clean = mlg_moment_clean,             \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_MEETING_ALL_DAY, "all_day", N_ ("All day"), MLG_FIELD_BOOLEAN,                            \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_MEETING_PLACE, "place", N_ ("Place"), MLG_FIELD_TEXT, .flags = MLG_FIELD_SEARCH,          \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_MEETING_SERIES, "series", N_ ("Series"), MLG_FIELD_REFERENCE, .refers = "series",         \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_NUMBER, "number", N_ ("Number in the series"), MLG_FIELD_INTEGER,                 \
     .check = mlg_rank_check, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_MEETING_GRP, "grp", N_ ("Group"), MLG_FIELD_REFERENCE, .refers = "group",                 \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_TIME_ZONE, "time_zone", N_ ("Time zone"), MLG_FIELD_TEXT,                         \
     .check = mlg_time_zone_check, .audience = MLG_AUDIENCE_PUBLIC)                                \
  F (MLG_MEETING_ADDRESS, "address", N_ ("Address"), MLG_FIELD_LONG_TEXT,                          \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_MEETING_LINK, "link", N_ ("Link to join"), MLG_FIELD_TEXT, .clean = mlg_website_clean,    \
     .check = mlg_website_check)                                                                   \
  F (MLG_MEETING_ORGANISER, "organiser", N_ ("Organiser"), MLG_FIELD_REFERENCE, .refers = "body",  \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_MEETING_SPONSOR, "sponsor", N_ ("Elected sponsor (function)"), MLG_FIELD_REFERENCE,       \
     .refers = "function", .audience = MLG_AUDIENCE_BUYERS)                                        \
  F (MLG_MEETING_SPONSOR_PERSON, "sponsor_person", N_ ("Elected sponsor (person)"),                \
     MLG_FIELD_REFERENCE, .refers = "person", .audience = MLG_AUDIENCE_BUYERS)                     \
  F (MLG_MEETING_OBJECTIVE, "objective", N_ ("Objective"), MLG_FIELD_LONG_TEXT,                    \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_MEETING_CHAIR, "chair", N_ ("Chair"), MLG_FIELD_TEXT, .flags = MLG_FIELD_PERSONAL,        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_SECRETARY, "secretary", N_ ("Secretary"), MLG_FIELD_TEXT,                         \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_MEETING_SIGNATORY, "signatory", N_ ("Signatory"), MLG_FIELD_TEXT,                         \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_MEETING_SIGNATORY_FUNCTION, "signatory_function", N_ ("Function of the signatory"),       \
     MLG_FIELD_TEXT, .audience = MLG_AUDIENCE_BUYERS)                                              \
  F (MLG_MEETING_REPLY_BY, "reply_by", N_ ("Reply by"), MLG_FIELD_DATE)                            \
  F (MLG_MEETING_REPLY_ADDRESS, "reply_address", N_ ("Address for replies"), MLG_FIELD_TEXT,       \
     .clean = mlg_email_clean, .check = mlg_email_check)                                           \
  F (MLG_MEETING_CONVENED_ON, "convened_on", N_ ("Convened on"), MLG_FIELD_DATE)                   \
  F (MLG_MEETING_APPROVED_ON, "approved_on", N_ ("Minutes approved on"), MLG_FIELD_DATE)           \
  F (MLG_MEETING_REOPEN_REASON, "reopen_reason", N_ ("Reason for reopening"), MLG_FIELD_LONG_TEXT) \
  F (MLG_MEETING_UID, "uid", N_ ("Calendar identifier"), MLG_FIELD_TEXT,                           \
     .flags = MLG_FIELD_INTERNAL)                                                                  \
  F (MLG_MEETING_RECURRENCE_ID, "recurrence_id", N_ ("Recurrence"), MLG_FIELD_TEXT,                \
     .flags = MLG_FIELD_INTERNAL)                                                                  \
  F (MLG_MEETING_SEQUENCE, "sequence", N_ ("Calendar revision"), MLG_FIELD_INTEGER,                \
     .flags = MLG_FIELD_INTERNAL)                                                                  \
  F (MLG_MEETING_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)     \
  F (MLG_MEETING_LAW_CHECKED_ON, "law_checked_on", N_ ("Legal facts looked at on"), MLG_FIELD_DATE)

enum
{
  MLG_MEETING_FIELDS (MLG_FIELD_ENUM) MLG_MEETING_N_FIELDS
};

#define MLG_TYPE_MEETING (mlg_meeting_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeeting, mlg_meeting, MLG, MEETING, MlgRecord)

extern const MlgKind mlg_meeting_kind;
extern const MlgCodeList mlg_meeting_types;
extern const MlgCodeList mlg_meeting_states;

G_END_DECLS
