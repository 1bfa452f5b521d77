/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mlg-cli.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

const MlgKind *mlg_cli_find_kind (const char *name, GError **error);
MlgRecord *
mlg_cli_find_record (MlgConnection *db, const MlgKind *kind, const char *named, GError **error);
gboolean mlg_cli_assign (MlgRecord *record, char **assignments, GError **error);
void mlg_cli_add_record (JsonBuilder *json, MlgRecord *record);
void mlg_cli_print_json (JsonBuilder *json);
char *mlg_cli_display (MlgConnection *db, MlgRecord *record, guint field);

G_END_DECLS
