/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A point of the agenda, and what was said on it. */
#define MLG_AGENDA_ITEM_FIELDS(F)                                                                  \
  F (MLG_AGENDA_ITEM_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting", \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_AGENDA_ITEM_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                     \
     .check = mlg_rank_check, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_AGENDA_ITEM_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                                 \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_AGENDA_ITEM_MINUTES, "minutes", N_ ("Duration in minutes"), MLG_FIELD_INTEGER,            \
     .check = mlg_minutes_check, .audience = MLG_AUDIENCE_BUYERS)                                  \
  F (MLG_AGENDA_ITEM_STARTS, "starts", N_ ("Fixed start"), MLG_FIELD_TEXT,                         \
     .clean = mlg_clock_clean, .check = mlg_clock_check, .audience = MLG_AUDIENCE_BUYERS)          \
  F (MLG_AGENDA_ITEM_PURPOSE, "purpose", N_ ("Purpose"), MLG_FIELD_CODE,                           \
     .codes = &mlg_item_purposes, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_AGENDA_ITEM_PRESENTER, "presenter", N_ ("Presenter"), MLG_FIELD_TEXT,                     \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_AGENDA_ITEM_PRESENTER_FUNCTION, "presenter_function", N_ ("Presenter (function)"),        \
     MLG_FIELD_REFERENCE, .refers = "function", .audience = MLG_AUDIENCE_BUYERS)                   \
  F (MLG_AGENDA_ITEM_PRESENTER_PERSON, "presenter_person", N_ ("Presenter (person)"),              \
     MLG_FIELD_REFERENCE, .refers = "person", .audience = MLG_AUDIENCE_BUYERS)                     \
  F (MLG_AGENDA_ITEM_PRESENTER_BODY, "presenter_body", N_ ("Presenter (body)"),                    \
     MLG_FIELD_REFERENCE, .refers = "body", .audience = MLG_AUDIENCE_BUYERS)                       \
  F (MLG_AGENDA_ITEM_TRACK, "track", N_ ("Parallel workshop"), MLG_FIELD_TEXT,                     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_AGENDA_ITEM_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_item_states)      \
  F (MLG_AGENDA_ITEM_REPORT, "report", N_ ("Minutes of the item"), MLG_FIELD_LONG_TEXT,            \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_AGENDA_ITEM_PRIVATE_NOTES, "private_notes", N_ ("Notes of the facilitator"),              \
     MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)                                               \
  F (MLG_AGENDA_ITEM_CARRIED_FROM, "carried_from", N_ ("Carried over from"), MLG_FIELD_REFERENCE,  \
     .refers = "agenda-item")

enum
{
  MLG_AGENDA_ITEM_FIELDS (MLG_FIELD_ENUM) MLG_AGENDA_ITEM_N_FIELDS
};

#define MLG_TYPE_AGENDA_ITEM (mlg_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgAgendaItem, mlg_agenda_item, MLG, AGENDA_ITEM, MlgRecord)

extern const MlgKind mlg_agenda_item_kind;
extern const MlgCodeList mlg_item_purposes;
extern const MlgCodeList mlg_item_states;

G_END_DECLS
