/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing.h"

#include <glib/gi18n-lib.h>

struct _MlgHearing
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgHearing, mlg_hearing, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_HEARING_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_hearing_kind = {
  .name = "hearing",
  .plural = "hearings",
  .title = N_ ("Hearing of a supplier"),
  .title_plural = N_ ("Hearings of Suppliers"),
  .table = "hearing",
  .fields = fields,
  .n_fields = MLG_HEARING_N_FIELDS,
  .get_type = mlg_hearing_get_type,
};

static void
mlg_hearing_class_init (MlgHearingClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_hearing_kind);
}

static void
mlg_hearing_init (MlgHearing *self)
{
}
