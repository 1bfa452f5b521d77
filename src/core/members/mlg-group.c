/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group.h"

#include <glib/gi18n-lib.h>

struct _MlgGroup
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgGroup, mlg_group, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_GROUP_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_group_kind = {
  .name = "group",
  .plural = "groups",
  .title = N_ ("Group"),
  .title_plural = N_ ("Groups"),
  .table = "member_group",
  .fields = fields,
  .n_fields = MLG_GROUP_N_FIELDS,
  .get_type = mlg_group_get_type,
};

static void
mlg_group_class_init (MlgGroupClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_group_kind);
}

static void
mlg_group_init (MlgGroup *self)
{
}
