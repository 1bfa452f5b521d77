/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

gboolean mlg_meeting_day_start (MlgConnection *db, gint64 meeting, gint64 now, GError **error);
gboolean
mlg_meeting_day_step (MlgConnection *db, gint64 meeting, int by, gint64 now, GError **error);
gboolean
mlg_meeting_day_go (MlgConnection *db, gint64 meeting, gint64 item, gint64 now, GError **error);
gboolean mlg_meeting_day_close (MlgConnection *db, gint64 item, gboolean closed, GError **error);
gboolean mlg_meeting_day_end (MlgConnection *db, gint64 meeting, gint64 now, GError **error);

G_END_DECLS
