/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A field that this network adds to its bodies or to its people. */
#define MLG_CUSTOM_FIELD_FIELDS(F)                                                                 \
  F (MLG_CUSTOM_FIELD_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME)                                                 \
  F (MLG_CUSTOM_FIELD_KIND, "kind", N_ ("Belongs to"), MLG_FIELD_CODE,                             \
     .codes = &mlg_custom_field_kinds, .flags = MLG_FIELD_REQUIRED)                                \
  F (MLG_CUSTOM_FIELD_TYPE, "type", N_ ("Type"), MLG_FIELD_CODE, .codes = &mlg_custom_field_types, \
     .flags = MLG_FIELD_REQUIRED)                                                                  \
  F (MLG_CUSTOM_FIELD_CHOICES, "choices", N_ ("Choices, one a line"), MLG_FIELD_LONG_TEXT)         \
  F (MLG_CUSTOM_FIELD_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER)                    \
  F (MLG_CUSTOM_FIELD_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT)

enum
{
  MLG_CUSTOM_FIELD_FIELDS (MLG_FIELD_ENUM) MLG_CUSTOM_FIELD_N_FIELDS
};

#define MLG_TYPE_CUSTOM_FIELD (mlg_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (MlgCustomField, mlg_custom_field, MLG, CUSTOM_FIELD, MlgRecord)

extern const MlgKind mlg_custom_field_kind;
extern const MlgCodeList mlg_custom_field_kinds;
extern const MlgCodeList mlg_custom_field_types;

G_END_DECLS
