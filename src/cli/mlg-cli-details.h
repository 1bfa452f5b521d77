/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/mlg-record.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean
mlg_cli_details_add_rows (MlgConnection *db, MlgRecord *record, GPtrArray *rows, GError **error);
gboolean
mlg_cli_details_add_json (MlgConnection *db, MlgRecord *record, JsonObject *object, GError **error);

G_END_DECLS
