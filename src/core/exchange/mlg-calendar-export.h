/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

GBytes *mlg_calendar_export (MlgConnection *db, GArray *meetings, GError **error);

G_END_DECLS
