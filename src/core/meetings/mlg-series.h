/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* Meetings that follow one another and are numbered together. */
#define MLG_SERIES_FIELDS(F)                                                                       \
  F (MLG_SERIES_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                         \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_SERIES_TYPE, "type", N_ ("Kind of meeting"), MLG_FIELD_CODE, .codes = &mlg_meeting_types, \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_SERIES_GRP, "grp", N_ ("Group"), MLG_FIELD_REFERENCE, .refers = "group",                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SERIES_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_SERIES_FIELDS (MLG_FIELD_ENUM) MLG_SERIES_N_FIELDS
};

#define MLG_TYPE_SERIES (mlg_series_get_type ())
G_DECLARE_FINAL_TYPE (MlgSeries, mlg_series, MLG, SERIES, MlgRecord)

extern const MlgKind mlg_series_kind;

G_END_DECLS
