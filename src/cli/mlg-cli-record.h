/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

const MlgKind *mlg_cli_find_kind (MlgCli *cli, const char *name);
int mlg_cli_find_field (const MlgKind *kind, const char *name);
MlgRecord *
mlg_cli_find_record (MlgConnection *db, const MlgKind *kind, const char *wanted, GError **error);
gboolean
mlg_cli_assign (MlgConnection *db, MlgRecord *record, char *const *assignments, GError **error);
gboolean mlg_cli_check_assignments (MlgCli *cli, const MlgKind *kind, char *const *assignments);
char *mlg_cli_display (MlgConnection *db, MlgRecord *record, guint field);

G_END_DECLS
