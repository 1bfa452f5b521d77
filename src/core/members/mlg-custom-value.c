/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom-value.h"

#include <glib/gi18n-lib.h>

struct _MlgCustomValue
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgCustomValue, mlg_custom_value, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_CUSTOM_VALUE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_custom_value_kind = {
  .name = "custom-value",
  .plural = "custom-values",
  .title = N_ ("Custom value"),
  .title_plural = N_ ("Custom Values"),
  .table = "custom_value",
  .fields = fields,
  .n_fields = MLG_CUSTOM_VALUE_N_FIELDS,
  .get_type = mlg_custom_value_get_type,
};

static void
mlg_custom_value_class_init (MlgCustomValueClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_custom_value_kind);
}

static void
mlg_custom_value_init (MlgCustomValue *self)
{
}
