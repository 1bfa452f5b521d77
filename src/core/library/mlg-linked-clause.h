/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A clause to read with another. */
#define MLG_LINKED_CLAUSE_FIELDS(F)                                                                \
  F (MLG_LINKED_CLAUSE_CLAUSE, "clause", N_ ("Clause"), MLG_FIELD_REFERENCE, .refers = "clause",   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_LINKED_CLAUSE_OTHER, "other", N_ ("Linked clause"), MLG_FIELD_REFERENCE,                  \
     .refers = "clause", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                            \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_LINKED_CLAUSE_FIELDS (MLG_FIELD_ENUM) MLG_LINKED_CLAUSE_N_FIELDS
};

#define MLG_TYPE_LINKED_CLAUSE (mlg_linked_clause_get_type ())
G_DECLARE_FINAL_TYPE (MlgLinkedClause, mlg_linked_clause, MLG, LINKED_CLAUSE, MlgRecord)

extern const MlgKind mlg_linked_clause_kind;

G_END_DECLS
