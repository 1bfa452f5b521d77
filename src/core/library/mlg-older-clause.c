/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-older-clause.h"

#include <glib/gi18n-lib.h>

struct _MlgOlderClause
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgOlderClause, mlg_older_clause, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_OLDER_CLAUSE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_older_clause_kind = {
  .name = "older-clause",
  .plural = "older-wordings",
  .title = N_ ("Older wording"),
  .title_plural = N_ ("Older wordings"),
  .table = "older_clause",
  .fields = fields,
  .n_fields = MLG_OLDER_CLAUSE_N_FIELDS,
  .get_type = mlg_older_clause_get_type,
};

static void
mlg_older_clause_class_init (MlgOlderClauseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_older_clause_kind);
}

static void
mlg_older_clause_init (MlgOlderClause *self)
{
}
