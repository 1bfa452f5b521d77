/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-contact.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a person does in a body, and since when. A person may hold several, one after another too. */
#define MLG_FUNCTION_FIELDS(F)                                                                     \
  F (MLG_FUNCTION_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",        \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_FUNCTION_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",                \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_FUNCTION_ROLE, "role", N_ ("Role"), MLG_FIELD_CODE, .codes = &mlg_function_roles,         \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_FUNCTION_TITLE, "title", N_ ("Job title"), MLG_FIELD_TEXT,                                \
     .flags = MLG_FIELD_NAME | MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_FUNCTION_EMAIL, "email", N_ ("E-mail"), MLG_FIELD_TEXT, .clean = mlg_email_clean,         \
     .check = mlg_email_check, .flags = MLG_FIELD_PERSONAL)                                        \
  F (MLG_FUNCTION_PHONE, "phone", N_ ("Phone"), MLG_FIELD_TEXT, .flags = MLG_FIELD_PERSONAL)       \
  F (MLG_FUNCTION_SINCE, "since", N_ ("Since"), MLG_FIELD_DATE)                                    \
  F (MLG_FUNCTION_UNTIL, "until", N_ ("Until"), MLG_FIELD_DATE)                                    \
  F (MLG_FUNCTION_MAIN, "main", N_ ("Main contact"), MLG_FIELD_BOOLEAN)

enum
{
  MLG_FUNCTION_FIELDS (MLG_FIELD_ENUM) MLG_FUNCTION_N_FIELDS
};

#define MLG_TYPE_FUNCTION (mlg_function_get_type ())
G_DECLARE_FINAL_TYPE (MlgFunction, mlg_function, MLG, FUNCTION, MlgRecord)

extern const MlgKind mlg_function_kind;
extern const MlgCodeList mlg_function_roles;

G_END_DECLS
