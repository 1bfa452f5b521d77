/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What one does to meetings, inside an action. Editors of single records write them by
 * mlg_meeting_store() and take them away by mlg_meeting_remove(), whatever their kind: the rules of
 * mlg-meeting-rules.h hold, and what follows from a change is done with it. */

gboolean mlg_meeting_store (MlgConnection *db, MlgRecord *record, GError **error);
gboolean mlg_meeting_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

gboolean mlg_meeting_set_state (
    MlgConnection *db, gint64 meeting, const char *state, const char *reason, GError **error);
gint64 mlg_meeting_add_visitor (
    MlgConnection *db, gint64 meeting, const char *name, const char *body, GError **error);
gboolean mlg_invitation_set_attendance (MlgConnection *db,
                                        gint64 invitation,
                                        const char *attendance,
                                        GError **error);

G_END_DECLS
