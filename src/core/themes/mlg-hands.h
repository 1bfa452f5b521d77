/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

gboolean mlg_hands_store (MlgConnection *db,
                          gint64 question,
                          gint64 option,
                          double value,
                          guint hands,
                          gint64 meeting,
                          GError **error);
gboolean
mlg_hands_remove (MlgConnection *db, gint64 question, gint64 option, double value, GError **error);
gboolean
mlg_hands_set_meeting (MlgConnection *db, gint64 questionnaire, gint64 meeting, GError **error);
GPtrArray *mlg_hands_load (MlgConnection *db, gint64 questionnaire, GError **error);

G_END_DECLS
