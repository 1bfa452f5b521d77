/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A clause as it was: the XML of the whole clause element, without the xml:id of a place where it stood. */
#define MLG_OLDER_CLAUSE_FIELDS(F)                                                                 \
  F (MLG_OLDER_CLAUSE_CLAUSE, "clause", N_ ("Clause"), MLG_FIELD_REFERENCE, .refers = "clause",    \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OLDER_CLAUSE_NUMBER, "number", N_ ("Revision"), MLG_FIELD_INTEGER,                        \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_OLDER_CLAUSE_MADE_ON, "made_on", N_ ("Replaced on"), MLG_FIELD_DATE,                      \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_OLDER_CLAUSE_CONTENT, "content", N_ ("Content"), MLG_FIELD_LONG_TEXT,                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL,                          \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_OLDER_CLAUSE_FIELDS (MLG_FIELD_ENUM) MLG_OLDER_CLAUSE_N_FIELDS
};

#define MLG_TYPE_OLDER_CLAUSE (mlg_older_clause_get_type ())
G_DECLARE_FINAL_TYPE (MlgOlderClause, mlg_older_clause, MLG, OLDER_CLAUSE, MlgRecord)

extern const MlgKind mlg_older_clause_kind;

G_END_DECLS
