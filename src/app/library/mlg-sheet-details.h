/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_SHEET_DETAILS (mlg_sheet_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgSheetDetails, mlg_sheet_details, MLG, SHEET_DETAILS, MlgRecordDetails)

G_END_DECLS
