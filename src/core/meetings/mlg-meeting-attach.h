/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/** The largest file that is kept in a network file, in bytes: larger ones are better linked to. */
#define MLG_ATTACHMENT_MAX (8 * 1024 * 1024)

gint64 mlg_meeting_attach (MlgConnection *db,
                           gint64 meeting,
                           gint64 item,
                           const char *name,
                           const char *media_type,
                           GBytes *bytes,
                           GError **error);
GBytes *mlg_meeting_load_attachment (MlgConnection *db, gint64 document, GError **error);

G_END_DECLS
