/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

gboolean mlg_meeting_prepare_state (MlgConnection *db,
                                    MlgRecord *before,
                                    MlgRecord *meeting,
                                    GError **error);

G_END_DECLS
