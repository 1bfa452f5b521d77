/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-trait.h"

#include <glib/gi18n-lib.h>

struct _MlgClauseTrait
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgClauseTrait, mlg_clause_trait, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_CLAUSE_TRAIT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_clause_trait_kind = {
  .name = "clause-trait",
  .plural = "dimensions",
  .title = N_ ("Dimension of a clause"),
  .title_plural = N_ ("Dimensions of clauses"),
  .table = "clause_trait",
  .fields = fields,
  .n_fields = MLG_CLAUSE_TRAIT_N_FIELDS,
  .get_type = mlg_clause_trait_get_type,
};

static void
mlg_clause_trait_class_init (MlgClauseTraitClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_clause_trait_kind);
}

static void
mlg_clause_trait_init (MlgClauseTrait *self)
{
}
