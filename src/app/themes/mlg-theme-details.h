/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEME_DETAILS (mlg_theme_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemeDetails, mlg_theme_details, MLG, THEME_DETAILS, MlgRecordDetails)

G_END_DECLS
