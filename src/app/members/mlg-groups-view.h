/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_GROUPS_VIEW (mlg_groups_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupsView, mlg_groups_view, MLG, GROUPS_VIEW, GtkWidget)

void mlg_groups_view_set_store (MlgGroupsView *self, MlgStore *store);
void mlg_groups_view_choose (MlgGroupsView *self, gint64 id);
gint64 mlg_groups_view_get_only (MlgGroupsView *self);
gboolean mlg_groups_view_is_empty (MlgGroupsView *self);

G_END_DECLS
