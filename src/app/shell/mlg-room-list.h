/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_ROOM_LIST (mlg_room_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgRoomList, mlg_room_list, MLG, ROOM_LIST, GtkWidget)

void mlg_room_list_set_pages (MlgRoomList *self, GListModel *pages);
void mlg_room_list_choose (MlgRoomList *self, MlgPage *page);

G_END_DECLS
