/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-contact.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* Somebody whom the network knows by what they do: professional contacts only, and no opinions. */
#define MLG_PERSON_FIELDS(F)                                                                       \
  F (MLG_PERSON_TITLE, "civility", N_ ("Form of address"), MLG_FIELD_TEXT,                         \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_PERSON_GIVEN_NAME, "given_name", N_ ("Given name"), MLG_FIELD_TEXT,                       \
     .flags = MLG_FIELD_PERSONAL | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_PERSON_FAMILY_NAME, "family_name", N_ ("Family name"), MLG_FIELD_TEXT,                    \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_PERSONAL | MLG_FIELD_NAME,                            \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_PERSON_EMAIL, "email", N_ ("E-mail"), MLG_FIELD_TEXT, .clean = mlg_email_clean,           \
     .check = mlg_email_check, .flags = MLG_FIELD_PERSONAL | MLG_FIELD_SEARCH)                     \
  F (MLG_PERSON_PHONE, "phone", N_ ("Phone"), MLG_FIELD_TEXT, .flags = MLG_FIELD_PERSONAL)         \
  F (MLG_PERSON_MOBILE, "mobile", N_ ("Mobile"), MLG_FIELD_TEXT, .flags = MLG_FIELD_PERSONAL)      \
  F (MLG_PERSON_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT,                                 \
     .flags = MLG_FIELD_PERSONAL | MLG_FIELD_SEARCH)                                               \
  F (MLG_PERSON_SOURCE, "source", N_ ("Source of the data"), MLG_FIELD_TEXT,                       \
     .flags = MLG_FIELD_PERSONAL)                                                                  \
  F (MLG_PERSON_INFORMED_ON, "informed_on", N_ ("Informed on"), MLG_FIELD_DATE,                    \
     .flags = MLG_FIELD_PERSONAL)                                                                  \
  F (MLG_PERSON_LAST_CONTACT, "last_contact", N_ ("Last contact"), MLG_FIELD_DATE,                 \
     .flags = MLG_FIELD_PERSONAL)                                                                  \
  F (MLG_PERSON_OBJECTION, "objection", N_ ("Wants no mailings"), MLG_FIELD_BOOLEAN,               \
     .flags = MLG_FIELD_PERSONAL)                                                                  \
  F (MLG_PERSON_REVIEW_ON, "review_on", N_ ("Review due on"), MLG_FIELD_DATE,                      \
     .flags = MLG_FIELD_PERSONAL)

enum
{
  MLG_PERSON_FIELDS (MLG_FIELD_ENUM) MLG_PERSON_N_FIELDS
};

#define MLG_TYPE_PERSON (mlg_person_get_type ())
G_DECLARE_FINAL_TYPE (MlgPerson, mlg_person, MLG, PERSON, MlgRecord)

extern const MlgKind mlg_person_kind;

G_END_DECLS
