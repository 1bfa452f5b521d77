/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_cli_json_set_id (JsonObject *object, const char *member, gint64 id);
JsonObject *mlg_cli_json_record (MlgRecord *record);
JsonArray *mlg_cli_json_issues (MlgIssueList *issues);
void mlg_cli_json_print (JsonObject *object);
void mlg_cli_json_print_items (gint64 total, JsonArray *items);

G_END_DECLS
