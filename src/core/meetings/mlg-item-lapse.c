/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-item-lapse.h"

#include <glib/gi18n-lib.h>

struct _MlgItemLapse
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgItemLapse, mlg_item_lapse, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_ITEM_LAPSE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_item_lapse_kind = {
  .name = "item-lapse",
  .plural = "item-lapses",
  .title = N_ ("Time spent on an item"),
  .title_plural = N_ ("Times Spent on Items"),
  .table = "item_lapse",
  .fields = fields,
  .n_fields = MLG_ITEM_LAPSE_N_FIELDS,
  .get_type = mlg_item_lapse_get_type,
};

static void
mlg_item_lapse_class_init (MlgItemLapseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_item_lapse_kind);
}

static void
mlg_item_lapse_init (MlgItemLapse *self)
{
}
