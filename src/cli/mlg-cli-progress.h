/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

void mlg_cli_progress_watch (MlgCli *cli, MlgConnection *db);
void mlg_cli_progress_clear (MlgCli *cli);

G_END_DECLS
