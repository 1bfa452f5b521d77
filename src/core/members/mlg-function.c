/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-function.h"

#include <glib/gi18n-lib.h>

struct _MlgFunction
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgFunction, mlg_function, MLG_TYPE_RECORD)

static const MlgCode function_roles_codes[] = {
  { "elected", N_ ("Elected representative") },
  { "director", N_ ("Director") },
  { "procurement-head", N_ ("Head of procurement") },
  { "procurement", N_ ("Procurement") },
  { "environment", N_ ("Environment") },
  { "sustainable-development", N_ ("Sustainable development") },
  { "legal", N_ ("Legal affairs") },
  { "finance", N_ ("Finance") },
  { "technical", N_ ("Technical services") },
  { "expert", N_ ("Expert") },
  { "supplier", N_ ("Supplier") },
  { "facilitator", N_ ("Facilitator") },
  { "other", N_ ("Other role") },
  { NULL },
};

const MlgCodeList mlg_function_roles = { "function-roles", function_roles_codes };

static const MlgField fields[] = { MLG_FUNCTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_function_kind = {
  .name = "function",
  .plural = "functions",
  .title = N_ ("Function"),
  .title_plural = N_ ("Functions"),
  .table = "function",
  .fields = fields,
  .n_fields = MLG_FUNCTION_N_FIELDS,
  .get_type = mlg_function_get_type,
};

static void
mlg_function_class_init (MlgFunctionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_function_kind);
}

static void
mlg_function_init (MlgFunction *self)
{
}
