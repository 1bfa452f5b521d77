/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

#define MLG_TYPE_PEOPLE_VIEW (mlg_people_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgPeopleView, mlg_people_view, MLG, PEOPLE_VIEW, MlgRecordView)

void mlg_people_view_set_store (MlgPeopleView *self, MlgStore *store);

G_END_DECLS
