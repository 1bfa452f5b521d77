/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A template as it was: its XML, in which each clause is only its uri and revision. */
#define MLG_OLDER_TEMPLATE_FIELDS(F)                                                               \
  F (MLG_OLDER_TEMPLATE_TEMPLATE, "template", N_ ("Template"), MLG_FIELD_REFERENCE,                \
     .refers = "template", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL,     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OLDER_TEMPLATE_NUMBER, "number", N_ ("Revision"), MLG_FIELD_INTEGER,                      \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_OLDER_TEMPLATE_MADE_ON, "made_on", N_ ("Replaced on"), MLG_FIELD_DATE,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OLDER_TEMPLATE_NOTE, "note", N_ ("What changed"), MLG_FIELD_LONG_TEXT,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OLDER_TEMPLATE_CONTENT, "content", N_ ("Content"), MLG_FIELD_LONG_TEXT,                   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL,                          \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_OLDER_TEMPLATE_FIELDS (MLG_FIELD_ENUM) MLG_OLDER_TEMPLATE_N_FIELDS
};

#define MLG_TYPE_OLDER_TEMPLATE (mlg_older_template_get_type ())
G_DECLARE_FINAL_TYPE (MlgOlderTemplate, mlg_older_template, MLG, OLDER_TEMPLATE, MlgRecord)

extern const MlgKind mlg_older_template_kind;

G_END_DECLS
