/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-use.h"

#include <glib/gi18n-lib.h>

struct _MlgClauseUse
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgClauseUse, mlg_clause_use, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_CLAUSE_USE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_clause_use_kind = {
  .name = "clause-use",
  .plural = "uses",
  .title = N_ ("Use of a clause"),
  .title_plural = N_ ("Uses of clauses"),
  .table = "clause_use",
  .fields = fields,
  .n_fields = MLG_CLAUSE_USE_N_FIELDS,
  .get_type = mlg_clause_use_get_type,
};

static void
mlg_clause_use_class_init (MlgClauseUseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_clause_use_kind);
}

static void
mlg_clause_use_init (MlgClauseUse *self)
{
}
