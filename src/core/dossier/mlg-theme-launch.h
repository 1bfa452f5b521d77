/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

gint64 mlg_theme_start_work (MlgConnection *db, gint64 theme, const char *start, GError **error);

G_END_DECLS
