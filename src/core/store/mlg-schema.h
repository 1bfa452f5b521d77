/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

/* "MLGG": what tells a network file from any other SQLite file, also in the MIME type. */
#define MLG_FILE_APPLICATION_ID 0x4D4C4747

int mlg_schema_get_newest (void);
gboolean mlg_schema_check_identity (MlgConnection *db, GError **error);
gboolean mlg_schema_step (MlgConnection *db, const char *sql, int version, GError **error);
gboolean mlg_schema_prepare (MlgConnection *db, gboolean create, GError **error);

G_END_DECLS
