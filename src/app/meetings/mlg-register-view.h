/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

#define MLG_TYPE_REGISTER_VIEW (mlg_register_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgRegisterView, mlg_register_view, MLG, REGISTER_VIEW, MlgRecordView)

void mlg_register_view_set_store (MlgRegisterView *self, const MlgTableKind *kind, MlgStore *store);

G_END_DECLS
