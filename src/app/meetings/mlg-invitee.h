/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_INVITEE (mlg_invitee_get_type ())
G_DECLARE_FINAL_TYPE (MlgInvitee, mlg_invitee, MLG, INVITEE, GObject)

MlgRecord *mlg_invitee_get_invitation (MlgInvitee *self);
const char *mlg_invitee_get_title (MlgInvitee *self);
const char *mlg_invitee_get_subtitle (MlgInvitee *self);
gboolean mlg_invitee_equal (MlgInvitee *self, MlgInvitee *other);
gpointer mlg_invitee_load_all (MlgConnection *db, gpointer id, GError **error);

G_END_DECLS
