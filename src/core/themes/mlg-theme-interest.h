/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-theme-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* That a body or a person wants to work on a theme. */
#define MLG_THEME_INTEREST_FIELDS(F)                                                               \
  F (MLG_THEME_INTEREST_THEME, "theme", N_ ("Theme"), MLG_FIELD_REFERENCE, .refers = "theme",      \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_THEME_INTEREST_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",          \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_THEME_INTEREST_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",  \
     .flags = MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_THEME_INTEREST_WISH, "wish", N_ ("Wish"), MLG_FIELD_CODE, .codes = &mlg_theme_wishes,     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_INTEREST_SAID_ON, "said_on", N_ ("Said on"), MLG_FIELD_DATE,                        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THEME_INTEREST_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT,                         \
     .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_THEME_INTEREST_FIELDS (MLG_FIELD_ENUM) MLG_THEME_INTEREST_N_FIELDS
};

#define MLG_TYPE_THEME_INTEREST (mlg_theme_interest_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeInterest, mlg_theme_interest, MLG, THEME_INTEREST, MlgRecord)

extern const MlgKind mlg_theme_interest_kind;
extern const MlgCodeList mlg_theme_wishes;

G_END_DECLS
