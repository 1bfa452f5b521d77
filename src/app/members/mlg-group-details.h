/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_GROUP_DETAILS (mlg_group_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupDetails, mlg_group_details, MLG, GROUP_DETAILS, GtkWidget)

void mlg_group_details_set_store (MlgGroupDetails *self, MlgStore *store);
void mlg_group_details_set_id (MlgGroupDetails *self, gint64 id);
MlgRecord *mlg_group_details_get_group (MlgGroupDetails *self);

G_END_DECLS
