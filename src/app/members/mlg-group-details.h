/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_GROUP_DETAILS (mlg_group_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgGroupDetails, mlg_group_details, MLG, GROUP_DETAILS, MlgRecordDetails)

G_END_DECLS
