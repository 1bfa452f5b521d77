/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* That a body or a person, one of the two, is in a group. */
#define MLG_GROUP_MEMBER_FIELDS(F)                                                                 \
  F (MLG_GROUP_MEMBER_GROUP, "grp", N_ ("Group"), MLG_FIELD_REFERENCE, .refers = "group",          \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                                                \
  F (MLG_GROUP_MEMBER_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",            \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_GROUP_MEMBER_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",    \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_GROUP_MEMBER_SINCE, "since", N_ ("Since"), MLG_FIELD_DATE)                                \
  F (MLG_GROUP_MEMBER_UNTIL, "until", N_ ("Until"), MLG_FIELD_DATE)

enum
{
  MLG_GROUP_MEMBER_FIELDS (MLG_FIELD_ENUM) MLG_GROUP_MEMBER_N_FIELDS
};

#define MLG_TYPE_GROUP_MEMBER (mlg_group_member_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupMember, mlg_group_member, MLG, GROUP_MEMBER, MlgRecord)

extern const MlgKind mlg_group_member_kind;

G_END_DECLS
