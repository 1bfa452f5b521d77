/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* The minutes as they were approved, kept when they are reopened. People are in it by their number only. */
#define MLG_MINUTES_VERSION_FIELDS(F)                                                              \
  F (MLG_MINUTES_VERSION_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                  \
     .refers = "meeting", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                           \
  F (MLG_MINUTES_VERSION_NUMBER, "number", N_ ("Version number"), MLG_FIELD_INTEGER,               \
     .flags = MLG_FIELD_REQUIRED)                                                                  \
  F (MLG_MINUTES_VERSION_MADE_ON, "made_on", N_ ("Approved on"), MLG_FIELD_DATE,                   \
     .flags = MLG_FIELD_REQUIRED)                                                                  \
  F (MLG_MINUTES_VERSION_REOPENED_ON, "reopened_on", N_ ("Reopened on"), MLG_FIELD_DATE)           \
  F (MLG_MINUTES_VERSION_REASON, "reason", N_ ("Reason for reopening"), MLG_FIELD_LONG_TEXT)       \
  F (MLG_MINUTES_VERSION_CONTENT, "content", N_ ("Content"), MLG_FIELD_TEXT,                       \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL)

enum
{
  MLG_MINUTES_VERSION_FIELDS (MLG_FIELD_ENUM) MLG_MINUTES_VERSION_N_FIELDS
};

#define MLG_TYPE_MINUTES_VERSION (mlg_minutes_version_get_type ())
G_DECLARE_FINAL_TYPE (MlgMinutesVersion, mlg_minutes_version, MLG, MINUTES_VERSION, MlgRecord)

extern const MlgKind mlg_minutes_version_kind;

G_END_DECLS
