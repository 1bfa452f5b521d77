/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

#define MLG_TYPE_BODIES_VIEW (mlg_bodies_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgBodiesView, mlg_bodies_view, MLG, BODIES_VIEW, MlgRecordView)

void mlg_bodies_view_set_store (MlgBodiesView *self, MlgStore *store);

G_END_DECLS
