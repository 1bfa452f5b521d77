/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_cli_functions_write (
    MlgConnection *db, gint64 person, char **functions, char **bodies, GError **error);
JsonArray *mlg_cli_functions_json (MlgConnection *db, gint64 person, GError **error);

G_END_DECLS
