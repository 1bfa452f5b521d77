/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/* A model tender that comes with the program, and what the network made of it. */

gboolean mlg_shipped_tender_is_changed (MlgConnection *db,
                                        gint64 template,
                                        gboolean *changed,
                                        GError **error);
gboolean mlg_shipped_tender_restore (MlgConnection *db, gint64 template, GError **error);

G_END_DECLS
