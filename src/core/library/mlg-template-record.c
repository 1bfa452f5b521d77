/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-record.h"

#include <glib/gi18n-lib.h>

struct _MlgTemplateRecord
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgTemplateRecord, mlg_template_record, MLG_TYPE_RECORD)

static const MlgCode purchase_kinds_codes[] = {
  { "contract", N_ ("Contract") },
  { "framework", N_ ("Framework agreement") },
  { "concession", N_ ("Concession") },
  { "defence", N_ ("Defence or security contract") },
  { NULL },
};

const MlgCodeList mlg_purchase_kinds = { "purchase-kinds", purchase_kinds_codes };

static const MlgCode purchase_procedures_codes[] = {
  { "adapted", N_ ("Adapted procedure") },
  { "open", N_ ("Open procedure") },
  { "restricted", N_ ("Restricted procedure") },
  { "negotiated", N_ ("Procedure with negotiation") },
  { "dialogue", N_ ("Competitive dialogue") },
  { "none", N_ ("Without publication or competition") },
  { NULL },
};

const MlgCodeList mlg_purchase_procedures = { "purchase-procedures", purchase_procedures_codes };

static const MlgField fields[] = { MLG_TEMPLATE_RECORD_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_template_record_kind = {
  .name = "template",
  .plural = "templates",
  .title = N_ ("Template"),
  .title_plural = N_ ("Templates"),
  .table = "template",
  .fields = fields,
  .n_fields = MLG_TEMPLATE_RECORD_N_FIELDS,
  .get_type = mlg_template_record_get_type,
};

static void
mlg_template_record_class_init (MlgTemplateRecordClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_template_record_kind);
}

static void
mlg_template_record_init (MlgTemplateRecord *self)
{
}
