/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEMBER_ADDER (mlg_member_adder_get_type ())
G_DECLARE_FINAL_TYPE (MlgMemberAdder, mlg_member_adder, MLG, MEMBER_ADDER, GtkWidget)

void mlg_member_adder_set_store (MlgMemberAdder *self, MlgStore *store);
void mlg_member_adder_open (MlgMemberAdder *self);

G_END_DECLS
