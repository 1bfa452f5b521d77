/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* Meetings made from meetings, inside an action. */

gint64 mlg_meeting_duplicate (
    MlgConnection *db, gint64 meeting, const char *day, gboolean with_invitees, GError **error);
gint64 mlg_meeting_make_next (MlgConnection *db, gint64 meeting, const char *day, GError **error);

G_END_DECLS
