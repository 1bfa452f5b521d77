/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_GROUP_ADDER (mlg_group_adder_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupAdder, mlg_group_adder, MLG, GROUP_ADDER, GtkWidget)

void mlg_group_adder_set_store (MlgGroupAdder *self, MlgStore *store);
void mlg_group_adder_set_member (MlgGroupAdder *self, const MlgKind *kind, gint64 id);

G_END_DECLS
