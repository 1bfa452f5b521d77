/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a clause acts for, one code at a time; a finer code of the environment or of the social dimension is
 * there with the broad one. Kept by the program from the clause's own field. */
#define MLG_CLAUSE_TRAIT_FIELDS(F)                                                                 \
  F (MLG_CLAUSE_TRAIT_CLAUSE, "clause", N_ ("Clause"), MLG_FIELD_REFERENCE, .refers = "clause",    \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_TRAIT_CODE, "code", N_ ("Dimension"), MLG_FIELD_CODE, .codes = &mlg_dimensions,    \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_CLAUSE_TRAIT_FIELDS (MLG_FIELD_ENUM) MLG_CLAUSE_TRAIT_N_FIELDS
};

#define MLG_TYPE_CLAUSE_TRAIT (mlg_clause_trait_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseTrait, mlg_clause_trait, MLG, CLAUSE_TRAIT, MlgRecord)

extern const MlgKind mlg_clause_trait_kind;

G_END_DECLS
