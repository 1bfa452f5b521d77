/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

gboolean mlg_cli_is_calendar_export (MlgCli *cli);
MlgCliStatus mlg_cli_export_calendar (MlgCli *cli);
gboolean mlg_cli_is_calendar_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_calendar (MlgCli *cli, gboolean dry_run);

G_END_DECLS
