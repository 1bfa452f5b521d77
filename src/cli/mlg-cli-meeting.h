/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

const char *mlg_cli_find_outcome_type (const char *kind_name);
gboolean mlg_cli_is_meeting_export (MlgCli *cli);
MlgCliStatus mlg_cli_export_meeting (MlgCli *cli, const char *paper);

G_END_DECLS
