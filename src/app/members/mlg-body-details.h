/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_BODY_DETAILS (mlg_body_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgBodyDetails, mlg_body_details, MLG, BODY_DETAILS, MlgRecordDetails)

G_END_DECLS
