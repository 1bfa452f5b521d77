/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a body or a person, one of the two, has in a custom field: as files carry it. */
#define MLG_CUSTOM_VALUE_FIELDS(F)                                                                 \
  F (MLG_CUSTOM_VALUE_FIELD, "field", N_ ("Field"), MLG_FIELD_REFERENCE, .refers = "custom-field", \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                                                \
  F (MLG_CUSTOM_VALUE_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",            \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_CUSTOM_VALUE_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",    \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_CUSTOM_VALUE_VALUE, "value", N_ ("Value"), MLG_FIELD_LONG_TEXT,                           \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME | MLG_FIELD_PERSONAL)                            \
  F (MLG_CUSTOM_VALUE_SINCE, "since", N_ ("Since"), MLG_FIELD_DATE)                                \
  F (MLG_CUSTOM_VALUE_UNTIL, "until", N_ ("Until"), MLG_FIELD_DATE)

enum
{
  MLG_CUSTOM_VALUE_FIELDS (MLG_FIELD_ENUM) MLG_CUSTOM_VALUE_N_FIELDS
};

#define MLG_TYPE_CUSTOM_VALUE (mlg_custom_value_get_type ())
G_DECLARE_FINAL_TYPE (MlgCustomValue, mlg_custom_value, MLG, CUSTOM_VALUE, MlgRecord)

extern const MlgKind mlg_custom_value_kind;

G_END_DECLS
