/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-details.h"

G_BEGIN_DECLS

#define MLG_TYPE_CLAUSE_DETAILS (mlg_clause_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseDetails, mlg_clause_details, MLG, CLAUSE_DETAILS, MlgRecordDetails)

AdwBin *mlg_clause_details_get_head (MlgClauseDetails *self);

G_END_DECLS
