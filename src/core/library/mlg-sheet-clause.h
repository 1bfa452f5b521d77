/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A clause that a sheet tells of: one of the library, or one that only the sheet names; and what came of it. */
#define MLG_SHEET_CLAUSE_FIELDS(F)                                                                 \
  F (MLG_SHEET_CLAUSE_SHEET, "sheet", N_ ("Feedback sheet"), MLG_FIELD_REFERENCE,                  \
     .refers = "sheet", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CLAUSE_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                    \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_SHEET_CLAUSE_CLAUSE, "clause", N_ ("Clause"), MLG_FIELD_REFERENCE, .refers = "clause",    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CLAUSE_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                              \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CLAUSE_AMBITION, "ambition", N_ ("Ambition"), MLG_FIELD_CODE,                       \
     .codes = &mlg_ambitions, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_SHEET_CLAUSE_PROOF, "proof", N_ ("Proof asked"), MLG_FIELD_LONG_TEXT,                     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CLAUSE_OUTCOME, "outcome", N_ ("What happened"), MLG_FIELD_LONG_TEXT,               \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_SHEET_CLAUSE_FIELDS (MLG_FIELD_ENUM) MLG_SHEET_CLAUSE_N_FIELDS
};

#define MLG_TYPE_SHEET_CLAUSE (mlg_sheet_clause_get_type ())
G_DECLARE_FINAL_TYPE (MlgSheetClause, mlg_sheet_clause, MLG, SHEET_CLAUSE, MlgRecord)

extern const MlgKind mlg_sheet_clause_kind;

G_END_DECLS
