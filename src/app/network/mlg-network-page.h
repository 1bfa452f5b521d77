/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_NETWORK_PAGE (mlg_network_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgNetworkPage, mlg_network_page, MLG, NETWORK_PAGE, MlgPage)

G_END_DECLS
