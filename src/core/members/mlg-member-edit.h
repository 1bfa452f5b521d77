/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What one does to members, inside an action. */

int mlg_body_get_status_date_field (const char *status);
gboolean mlg_body_note_status_day (MlgRecord *body, MlgRecord *before, GError **error);
gboolean mlg_body_set_status (
    MlgConnection *db, gint64 body, const char *status, const char *day, GError **error);
gboolean mlg_body_add_person (
    MlgConnection *db, gint64 body, MlgRecord *person, MlgRecord *function, GError **error);
gboolean mlg_function_end (MlgConnection *db, gint64 function, const char *day, GError **error);
gboolean mlg_group_add (MlgConnection *db,
                        gint64 group,
                        const MlgKind *kind,
                        gint64 id,
                        const char *since,
                        GError **error);
gboolean mlg_group_leave (MlgConnection *db,
                          gint64 group,
                          const MlgKind *kind,
                          gint64 id,
                          const char *day,
                          GError **error);

G_END_DECLS
