/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-table.h"

G_BEGIN_DECLS

#define MLG_TYPE_PEOPLE_VIEW (mlg_people_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgPeopleView, mlg_people_view, MLG, PEOPLE_VIEW, GtkWidget)

void mlg_people_view_set_store (MlgPeopleView *self, MlgStore *store);
MlgRecordTable *mlg_people_view_get_table (MlgPeopleView *self);

G_END_DECLS
