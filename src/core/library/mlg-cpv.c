/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cpv.h"

#include <glib/gi18n-lib.h>

struct _MlgCpv
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgCpv, mlg_cpv, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_CPV_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_cpv_kind = {
  .name = "cpv",
  .plural = "nomenclature",
  .title = N_ ("CPV code"),
  .title_plural = N_ ("CPV codes"),
  .table = "cpv",
  .fields = fields,
  .n_fields = MLG_CPV_N_FIELDS,
  .get_type = mlg_cpv_get_type,
};

static void
mlg_cpv_class_init (MlgCpvClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_cpv_kind);
}

static void
mlg_cpv_init (MlgCpv *self)
{
}
