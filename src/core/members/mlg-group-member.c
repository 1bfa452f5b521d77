/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group-member.h"

#include <glib/gi18n-lib.h>

struct _MlgGroupMember
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgGroupMember, mlg_group_member, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_GROUP_MEMBER_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_group_member_kind = {
  .name = "group-member",
  .plural = "group-members",
  .title = N_ ("Group member"),
  .title_plural = N_ ("Group Members"),
  .table = "group_member",
  .fields = fields,
  .n_fields = MLG_GROUP_MEMBER_N_FIELDS,
  .get_type = mlg_group_member_get_type,
};

static void
mlg_group_member_class_init (MlgGroupMemberClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_group_member_kind);
}

static void
mlg_group_member_init (MlgGroupMember *self)
{
}
