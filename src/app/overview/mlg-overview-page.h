/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_OVERVIEW_PAGE (mlg_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgOverviewPage, mlg_overview_page, MLG, OVERVIEW_PAGE, MlgPage)

G_END_DECLS
