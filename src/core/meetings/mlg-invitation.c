/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-invitation.h"

#include <glib/gi18n-lib.h>

struct _MlgInvitation
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgInvitation, mlg_invitation, MLG_TYPE_RECORD)

static const MlgCode invitation_replies_codes[] = {
  { "yes", N_ ("Comes") },
  { "no", N_ ("Does not come") },
  { "perhaps", N_ ("Perhaps") },
  { "proxy", N_ ("Represented") },
  { NULL },
};

const MlgCodeList mlg_invitation_replies = { "invitation-replies", invitation_replies_codes };

static const MlgCode attendances_codes[] = {
  { "present", N_ ("Present") },
  { "excused", N_ ("Excused") },
  { "absent", N_ ("Absent") },
  { "visitor", N_ ("Visitor") },
  { NULL },
};

const MlgCodeList mlg_attendances = { "attendances", attendances_codes };

static const MlgField fields[] = { MLG_INVITATION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_invitation_kind = {
  .name = "invitation",
  .plural = "invitations",
  .title = N_ ("Invitation"),
  .title_plural = N_ ("Invitations"),
  .table = "invitation",
  .fields = fields,
  .n_fields = MLG_INVITATION_N_FIELDS,
  .get_type = mlg_invitation_get_type,
};

static void
mlg_invitation_class_init (MlgInvitationClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_invitation_kind);
}

static void
mlg_invitation_init (MlgInvitation *self)
{
}
