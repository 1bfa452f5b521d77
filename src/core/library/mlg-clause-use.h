/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A clause where it stands in a piece. Without kept it is the clause as it is now; kept is the revision of an
 * older wording that the template holds on to. */
#define MLG_CLAUSE_USE_FIELDS(F)                                                                   \
  F (MLG_CLAUSE_USE_PIECE, "piece", N_ ("Piece"), MLG_FIELD_REFERENCE, .refers = "piece",          \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_USE_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                      \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_USE_CLAUSE, "clause", N_ ("Clause"), MLG_FIELD_REFERENCE, .refers = "clause",      \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_USE_KEPT, "kept", N_ ("Older wording kept"), MLG_FIELD_INTEGER,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_USE_PLACE, "place", N_ ("Identifier in the piece"), MLG_FIELD_TEXT,                \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_CLAUSE_USE_FIELDS (MLG_FIELD_ENUM) MLG_CLAUSE_USE_N_FIELDS
};

#define MLG_TYPE_CLAUSE_USE (mlg_clause_use_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseUse, mlg_clause_use, MLG, CLAUSE_USE, MlgRecord)

extern const MlgKind mlg_clause_use_kind;

G_END_DECLS
