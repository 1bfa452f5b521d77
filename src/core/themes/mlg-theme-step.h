/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A step of the work on a theme: what it needs, what comes out of it, the meeting that does it. */
#define MLG_THEME_STEP_FIELDS(F)                                                                   \
  F (MLG_THEME_STEP_THEME, "theme", N_ ("Theme"), MLG_FIELD_REFERENCE, .refers = "theme",          \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_THEME_STEP_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                      \
     .check = mlg_count_check, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_THEME_STEP_TYPE, "type", N_ ("Kind of step"), MLG_FIELD_CODE,                             \
     .codes = &mlg_theme_step_types, .audience = MLG_AUDIENCE_BUYERS)                              \
  F (MLG_THEME_STEP_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                                  \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_THEME_STEP_INPUTS, "inputs", N_ ("Expected inputs"), MLG_FIELD_LONG_TEXT,                 \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_OUTPUTS, "outputs", N_ ("Expected outputs"), MLG_FIELD_LONG_TEXT,              \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_theme_step_states, \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_DUE_ON, "due_on", N_ ("Due on"), MLG_FIELD_DATE,                               \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_DONE_ON, "done_on", N_ ("Done on"), MLG_FIELD_DATE,                            \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_STEP_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_THEME_STEP_FIELDS (MLG_FIELD_ENUM) MLG_THEME_STEP_N_FIELDS
};

#define MLG_TYPE_THEME_STEP (mlg_theme_step_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeStep, mlg_theme_step, MLG, THEME_STEP, MlgRecord)

extern const MlgKind mlg_theme_step_kind;
extern const MlgCodeList mlg_theme_step_types;
extern const MlgCodeList mlg_theme_step_states;

G_END_DECLS
