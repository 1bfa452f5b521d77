/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom-field.h"

#include <glib/gi18n-lib.h>

struct _MlgCustomField
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgCustomField, mlg_custom_field, MLG_TYPE_RECORD)

static const MlgCode custom_field_kinds_codes[] = {
  { "body", N_ ("Bodies") },
  { "person", N_ ("People") },
  { NULL },
};

const MlgCodeList mlg_custom_field_kinds = { "custom-field-kinds", custom_field_kinds_codes };

static const MlgCode custom_field_types_codes[] = {
  { "text", N_ ("Text") },
  { "long-text", N_ ("Paragraphs") },
  { "integer", N_ ("Whole number") },
  { "real", N_ ("Number") },
  { "boolean", N_ ("Yes or no") },
  { "date", N_ ("Date") },
  { "choice", N_ ("Choice") },
  { NULL },
};

const MlgCodeList mlg_custom_field_types = { "custom-field-types", custom_field_types_codes };

static const MlgField fields[] = { MLG_CUSTOM_FIELD_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_custom_field_kind = {
  .name = "custom-field",
  .plural = "custom-fields",
  .title = N_ ("Custom field"),
  .title_plural = N_ ("Custom Fields"),
  .table = "custom_field",
  .fields = fields,
  .n_fields = MLG_CUSTOM_FIELD_N_FIELDS,
  .get_type = mlg_custom_field_get_type,
};

static void
mlg_custom_field_class_init (MlgCustomFieldClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_custom_field_kind);
}

static void
mlg_custom_field_init (MlgCustomField *self)
{
}
