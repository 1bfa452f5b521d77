/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-linked-clause.h"

#include <glib/gi18n-lib.h>

struct _MlgLinkedClause
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgLinkedClause, mlg_linked_clause, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_LINKED_CLAUSE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_linked_clause_kind = {
  .name = "linked-clause",
  .plural = "linked-clauses",
  .title = N_ ("Linked clause"),
  .title_plural = N_ ("Linked clauses"),
  .table = "linked_clause",
  .fields = fields,
  .n_fields = MLG_LINKED_CLAUSE_N_FIELDS,
  .get_type = mlg_linked_clause_get_type,
};

static void
mlg_linked_clause_class_init (MlgLinkedClauseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_linked_clause_kind);
}

static void
mlg_linked_clause_init (MlgLinkedClause *self)
{
}
