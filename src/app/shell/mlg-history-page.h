/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_HISTORY_PAGE (mlg_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgHistoryPage, mlg_history_page, MLG, HISTORY_PAGE, MlgPage)

G_END_DECLS
