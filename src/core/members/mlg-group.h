/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* Bodies and people that are named together. A group may be a part of another. */
#define MLG_GROUP_FIELDS(F)                                                                        \
  F (MLG_GROUP_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                          \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_GROUP_PARENT, "parent", N_ ("Sub-group of"), MLG_FIELD_REFERENCE, .refers = "group",      \
     .audience = MLG_AUDIENCE_BUYERS, .flags = MLG_FIELD_TREE)                                     \
  F (MLG_GROUP_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_GROUP_FIELDS (MLG_FIELD_ENUM) MLG_GROUP_N_FIELDS
};

#define MLG_TYPE_GROUP (mlg_group_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroup, mlg_group, MLG, GROUP, MlgRecord)

extern const MlgKind mlg_group_kind;

G_END_DECLS
