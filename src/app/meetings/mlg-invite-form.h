/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_INVITE_FORM (mlg_invite_form_get_type ())
G_DECLARE_FINAL_TYPE (MlgInviteForm, mlg_invite_form, MLG, INVITE_FORM, AdwExpanderRow)

void mlg_invite_form_set_store (MlgInviteForm *self, MlgStore *store);
void mlg_invite_form_set_meeting (MlgInviteForm *self, MlgRecord *meeting);

G_END_DECLS
