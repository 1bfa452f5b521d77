/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A family of purchases or a subject to work on, from the proposal to what was delivered. */
#define MLG_THEME_FIELDS(F)                                                                        \
  F (MLG_THEME_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                                       \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_THEME_FAMILY, "family", N_ ("Family"), MLG_FIELD_CODE, .codes = &mlg_theme_families,      \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_THEME_NATURE, "nature", N_ ("Nature"), MLG_FIELD_CODE, .codes = &mlg_theme_natures,       \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_THEME_CPV, "cpv", N_ ("CPV codes"), MLG_FIELD_TEXT, .clean = mlg_cpv_list_clean,          \
     .check = mlg_cpv_list_check, .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)      \
  F (MLG_THEME_DESCRIPTION, "description", N_ ("Description"), MLG_FIELD_LONG_TEXT,                \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_THEME_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_theme_states,           \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_THEME_STATE_ON, "state_on", N_ ("In this state since"), MLG_FIELD_DATE,                   \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_THEME_PROPOSED_BY, "proposed_by", N_ ("Proposed by"), MLG_FIELD_TEXT,                     \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_THEME_PROPOSER, "proposer", N_ ("Proposed by (body)"), MLG_FIELD_REFERENCE,               \
     .refers = "body", .audience = MLG_AUDIENCE_BUYERS)                                            \
  F (MLG_THEME_PROPOSED_ON, "proposed_on", N_ ("Proposed on"), MLG_FIELD_DATE,                     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_OBJECTIVE, "objective", N_ ("Objective"), MLG_FIELD_REFERENCE,                      \
     .refers = "objective", .audience = MLG_AUDIENCE_PUBLIC)                                       \
  F (MLG_THEME_GRP, "grp", N_ ("Working group"), MLG_FIELD_REFERENCE, .refers = "group",           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_THEME_FIELDS (MLG_FIELD_ENUM) MLG_THEME_N_FIELDS
};

#define MLG_TYPE_THEME (mlg_theme_get_type ())
G_DECLARE_FINAL_TYPE (MlgTheme, mlg_theme, MLG, THEME, MlgRecord)

extern const MlgKind mlg_theme_kind;
extern const MlgCodeList mlg_theme_families;
extern const MlgCodeList mlg_theme_natures;
extern const MlgCodeList mlg_theme_states;

G_END_DECLS
