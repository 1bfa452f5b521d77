/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

GPtrArray *mlg_agenda_template_make_items (const char *type, GError **error);
gboolean mlg_agenda_template_apply (MlgConnection *db, gint64 meeting, GError **error);

G_END_DECLS
