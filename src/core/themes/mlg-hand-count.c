/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hand-count.h"

#include <glib/gi18n-lib.h>

struct _MlgHandCount
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgHandCount, mlg_hand_count, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_HAND_COUNT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_hand_count_kind = {
  .name = "hand-count",
  .plural = "hand-counts",
  .title = N_ ("Show of hands"),
  .title_plural = N_ ("Shows of Hands"),
  .table = "hand_count",
  .fields = fields,
  .n_fields = MLG_HAND_COUNT_N_FIELDS,
  .get_type = mlg_hand_count_get_type,
};

static void
mlg_hand_count_class_init (MlgHandCountClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_hand_count_kind);
}

static void
mlg_hand_count_init (MlgHandCount *self)
{
}
