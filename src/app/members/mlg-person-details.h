/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_PERSON_DETAILS (mlg_person_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgPersonDetails, mlg_person_details, MLG, PERSON_DETAILS, MlgRecordDetails)

G_END_DECLS
