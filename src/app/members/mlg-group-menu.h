/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_GROUP_MENU (mlg_group_menu_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupMenu, mlg_group_menu, MLG, GROUP_MENU, GObject)

MlgGroupMenu *mlg_group_menu_new (GMenu *menu, MlgStore *store);

G_END_DECLS
