/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

char *mlg_meeting_text_when (MlgRecord *meeting);
char *mlg_meeting_text_start (MlgRecord *meeting, guint field);
char *mlg_meeting_text_clock (MlgRecord *meeting);
char *mlg_meeting_text_line (MlgRecord *meeting);
char *mlg_meeting_text_kind (MlgRecord *meeting);
char *mlg_meeting_text_minutes (gint64 minutes);

G_END_DECLS
