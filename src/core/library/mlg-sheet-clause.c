/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet-clause.h"

#include <glib/gi18n-lib.h>

struct _MlgSheetClause
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgSheetClause, mlg_sheet_clause, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_SHEET_CLAUSE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_sheet_clause_kind = {
  .name = "sheet-clause",
  .plural = "sheet-clauses",
  .title = N_ ("Clause of a sheet"),
  .title_plural = N_ ("Clauses of sheets"),
  .table = "sheet_clause",
  .fields = fields,
  .n_fields = MLG_SHEET_CLAUSE_N_FIELDS,
  .get_type = mlg_sheet_clause_get_type,
};

static void
mlg_sheet_clause_class_init (MlgSheetClauseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_sheet_clause_kind);
}

static void
mlg_sheet_clause_init (MlgSheetClause *self)
{
}
